export { type Download, downloadOf } from './download.js';
export { assignNumber } from './assign-number.js';
export { storedLetterView } from './letter.dto.js';
export { DOCX_TYPE, renderLetter } from './render-letter.js';
export { letterFile } from './send-letter.js';
export { type LetterToStore, readLetter, type StoredLetter, storeLetter } from './stored-letters.js';
export type { FormBlock, FormCell, FormContent, FormRow, FormTable } from './forms/form-content.js';
export { renderForm } from './forms/render-form.js';
