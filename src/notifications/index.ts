export { NotificationsModule } from './notifications.module.js';
export { NoticeTaker } from './notices/notice-taker.js';
