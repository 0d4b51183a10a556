export { FieldCipher, type ProtectedField } from './field-cipher.js';
export { maskMiddle } from './mask.js';
export { DataKeyCheck } from './data-key-check.js';
export { openCipher } from './open-cipher.js';
export { rotateKey } from './rotate-key.js';
export { type MovedFields, type ProtectedColumn, rotateDataKey } from './rotate-data-key.js';
