export { Metrics } from './metrics.js';
export { HealthModule, type HealthOptions } from './health.module.js';
