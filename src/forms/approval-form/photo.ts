import type { FormCode, FormParams } from './form-sentences.js';
import { FORM_LIMITS, megabytes } from './form-limits.js';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/u;
const START = 0xd8;
const END = 0xd9;
const LARGEST_SIDE = 10_000;

export type PhotoReading = { photo: Buffer } | { code: FormCode; params?: FormParams };

/** The photo of the text of `ZhaoPian`, which may be wrapped into lines. */
export function photoOfBase64(text: string): PhotoReading {
  const compact = text.replaceAll(/\s+/gu, '');
  if (compact.length % 4 !== 0 || !BASE64.test(compact)) return { code: 'PHOTO_NOT_BASE64' };
  return checkPhoto(Buffer.from(compact, 'base64'));
}

/** Judges by content: a whole JPEG of a size that a person can be shown at. */
export function checkPhoto(photo: Buffer): PhotoReading {
  const { photoBytes } = FORM_LIMITS;
  if (photo.length > photoBytes) return { code: 'PHOTO_TOO_LARGE', params: { max: megabytes(photoBytes) } };
  return pictureOf(photo) === null ? { code: 'PHOTO_NOT_JPEG' } : { photo };
}

/** A JPEG with its sides in pixels. */
export interface Picture {
  content: Buffer;
  width: number;
  height: number;
}

/** How large a photo is; null when it is no whole JPEG. */
export function pictureOf(content: Buffer): Picture | null {
  if (content.length < 4 || content[0] !== 0xff || content[1] !== START) return null;
  const last = content.lastIndexOf(Buffer.from([0xff, END]));
  const size = last > 2 ? frameOf(content, last) : null;
  return size && { content, ...size };
}

/** Walks the segments up to the one that says how large the picture is. */
function frameOf(bytes: Buffer, last: number): { width: number; height: number } | null {
  for (let at = 2; at + 9 < last;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      const isFit = height > 0 && width > 0 && height <= LARGEST_SIDE && width <= LARGEST_SIDE;
      return isFit ? { width, height } : null;
    }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** SOF0 to SOF15 without the three of that range that are something else. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
