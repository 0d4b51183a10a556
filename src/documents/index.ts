export { assignNumber } from './assign-number.js';
export { DOCX_TYPE, renderLetter } from './render-letter.js';
