export { prepareQueueStore, QUEUE_SCHEMA } from './prepare-queue-store.js';
export { openQueueStore, type QueueStore, type QueueStoreSettings } from './queue-store.js';
export { type QueueDepth, WakeQueue } from './wake-queue.js';
