export { StartupError } from './startup-error.js';
export type { FirstStartTask, ReadyNote } from './start-hooks.js';
export { requireFreePort } from './require-free-port.js';
export { Lifetime } from './lifetime.js';
export { Duties, LOOKS_ON, SERVES, SERVES_AND_WORKS, WORKS } from './duties.js';
export { DutiesModule } from './duties.module.js';
