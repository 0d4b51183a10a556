import { PNG } from 'pngjs';

/** Fields on the shorter side of a page: 5 mm each on A4. */
const FIELDS = 42;
/** A field with less ink than this may as well be empty; one with more than that holds something. */
const FAINT = 0.02;
const PRESENT = 0.05;

export interface InkMap {
  across: number;
  down: number;
  /** How dark each field is, 0 to 1, row by row from the top left. */
  fields: number[];
}

/** Where the ink of a page is, coarse enough not to mind letters that moved by a hair. */
export function inkMapOf(image: Buffer): InkMap {
  const { width, height, data } = PNG.sync.read(image);
  const side = Math.min(width, height) / FIELDS;
  const [across, down] = [Math.round(width / side), Math.round(height / side)];
  const sums = Array.from({ length: across * down }, () => ({ dark: 0, all: 0 }));
  for (let at = 0; at < width * height; at += 1) {
    const column = Math.min(across - 1, Math.floor((at % width) / side));
    const row = Math.min(down - 1, Math.floor(Math.floor(at / width) / side));
    const field = sums[row * across + column]!;
    field.all += 1;
    field.dark += (255 - (data[at * 4] ?? 255)) / 255;
  }
  return { across, down, fields: sums.map(({ dark, all }) => (all === 0 ? 0 : dark / all)) };
}

/**
 * Share of the fields holding something on one page that have nothing on the other, there or in any field beside it: a line
 * may move by 5 mm, but nothing may vanish, and nothing may appear where the paper was empty. Pages of another shape share
 * nothing.
 */
export function unmatchedShare(one: InkMap, other: InkMap): number {
  if (one.across !== other.across || one.down !== other.down) return 1;
  return Math.max(missingIn(one, other), missingIn(other, one));
}

function missingIn(page: InkMap, other: InkMap): number {
  let [present, missing] = [0, 0];
  for (const [index, ink] of page.fields.entries()) {
    if (ink < PRESENT) continue;
    present += 1;
    if (!around(other, index).some((beside) => beside >= FAINT)) missing += 1;
  }
  return present === 0 ? 0 : missing / present;
}

function around({ across, down, fields }: InkMap, index: number): number[] {
  const [column, row] = [index % across, Math.floor(index / across)];
  const found: number[] = [];
  for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y += 1)
    for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x += 1)
      found.push(fields[y * across + x] ?? 0);
  return found;
}
