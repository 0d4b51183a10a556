export { serveDesk } from './serve-desk.js';
