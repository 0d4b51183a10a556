export { readZip, UnsafeZip, type UnsafeZipCode, type ZipLimits, type ZippedFile } from './read-zip.js';
