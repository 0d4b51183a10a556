export { NotificationsModule } from './notifications.module.js';
export { OutgoingSweep } from './deliveries/outgoing-sweep.js';
export { OutgoingWorker } from './deliveries/outgoing-worker.js';
export { NoticeTaker } from './notices/notice-taker.js';
export { TeamNoticeUpkeep } from './team-notices/team-notice-upkeep.js';
