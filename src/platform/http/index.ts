export { type Refusal, RefusalError, refuse } from './refusal.js';
export { registeredRefusals, registerRefusals, type RefusalEntry, sentenceOf } from './refusal-table.js';
export { type Problem } from './problem.js';
export { type FieldFault } from './field-fault.js';
export { speakChinese } from './field-sentences.js';
export { ValidationError } from './validation.js';
export { AcceptsUpload } from './upload-routes.js';
export { configureHttp } from './configure-http.js';
export { requestIdOf } from './request-id.js';
