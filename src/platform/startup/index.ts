export { StartupError } from './startup-error.js';
export type { FirstStartTask, ReadyNote } from './start-hooks.js';
export { requireFreePort } from './require-free-port.js';
export { Lifetime } from './lifetime.js';
