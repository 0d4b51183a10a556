const MIB = 1024 * 1024;

/**
 * What one file may cost. A form is a page of text and a photo; the largest photo seen in the wild is 5 MB, a third more
 * in base64.
 *
 * @source handbook §3.1
 */
export const FORM_LIMITS = {
  fileBytes: 8 * MIB,
  photoBytes: 5 * MIB,
  /** Characters of one element other than the photo. */
  textChars: 64 * 1024,
  depth: 8,
  elements: 2_000,
} as const;

export const megabytes = (bytes: number): number => Math.floor(bytes / MIB);
