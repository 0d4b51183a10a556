export { FieldCipher, type ProtectedField } from './field-cipher.js';
export { maskMiddle } from './mask.js';
