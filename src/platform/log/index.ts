export { createLogger } from './logger.js';
export { describeError, type ErrorDescription } from './describe-error.js';
