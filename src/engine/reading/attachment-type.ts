import { FileTypeValidator } from '@nestjs/common';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Media types by what a file contains; its name and what the browser says of it prove nothing. */
const ALLOWED = [
  'application/pdf',
  `${OFFICE}.wordprocessingml.document`,
  `${OFFICE}.spreadsheetml.sheet`,
  'image/png',
  'image/jpeg',
];

/** Recognises by content and notes what it found in the file it was given. */
const validator = new FileTypeValidator({ fileType: /^.+$/, overrideMimeType: true });

const UNKNOWN = 'application/octet-stream';

/**
 * Finds out what an attachment is.
 *
 * @param content the whole file
 * @returns its media type; null when it is none of those allowed
 */
export async function attachmentType(content: Buffer): Promise<string | null> {
  const file = { mimetype: UNKNOWN, size: content.length, buffer: content };
  await validator.isValid(file);
  if (file.mimetype === UNKNOWN) return isPlainText(content) ? 'text/plain; charset=utf-8' : null;
  return ALLOWED.includes(file.mimetype) ? file.mimetype : null;
}

function isPlainText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/(?![\t\n\f\r])\p{Cc}/u.test(text);
  } catch {
    return false; // the decoder throws on bytes that are not UTF-8
  }
}
