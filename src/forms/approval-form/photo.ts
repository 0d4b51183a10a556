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
  return isWholeJpeg(photo) ? { photo } : { code: 'PHOTO_NOT_JPEG' };
}

function isWholeJpeg(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== START) return false;
  const last = bytes.lastIndexOf(Buffer.from([0xff, END]));
  return last > 2 && hasFrame(bytes, last);
}

/** Walks the segments up to the one that says how large the picture is. */
function hasFrame(bytes: Buffer, last: number): boolean {
  for (let at = 2; at + 9 < last;) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return height > 0 && width > 0 && height <= LARGEST_SIDE && width <= LARGEST_SIDE;
    }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}

/** SOF0 to SOF15 without the three of that range that are something else. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
