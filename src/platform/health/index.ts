export { Metrics } from './metrics.js';
export { Liveness } from './liveness.js';
export { Readiness } from './readiness.js';
export { HealthModule, type HealthOptions } from './health.module.js';
