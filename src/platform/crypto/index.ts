export { FieldCipher, type ProtectedField } from './field-cipher.js';
export { maskMiddle } from './mask.js';
export { type ProtectedColumn, rotateDataKey } from './rotate-data-key.js';
