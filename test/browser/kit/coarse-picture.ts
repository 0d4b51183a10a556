import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/*
 * A page's picture, made so coarse that fonts and antialiasing no longer matter: so many cells, each one of sixteen greys, a
 * hexadecimal digit. Kept as text, one line of cells a line, so that a review shows what has moved. See docs/decisions/0043.
 */

const COLUMNS = 48;
const ROWS = 27;
/** Neighbouring greys are the same to the eye. */
const NOTICED = 3;
/** So much of a page may differ: a line more, a longer name. */
const TOLERATED_SHARE = 0.06;
const FILE = 'test/browser/pictures.json';

type Pictures = Record<string, string[]>;

/** The pictures kept of all pages, and what a page's picture differs in. */
export class PictureBook {
  private readonly kept: Pictures = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Pictures) : {};
  private readonly taken: Pictures = {};
  private readonly writes = process.env['WRITE_PICTURES'] === 'yes';

  /** @returns why the page does not look as it did */
  async faults(page: Page, name: string): Promise<string[]> {
    const now = coarse(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
    this.taken[name] = now;
    const before = this.kept[name];
    if (this.writes) return [];
    if (before === undefined) return ['has no picture yet: npm run pictures makes one'];
    const share = differingShare(before, now);
    if (share <= TOLERATED_SHARE) return [];
    return [
      `looks different in ${Math.round(share * 100)}% of its picture:\n${before.join('\n')}\n\n${now.join('\n')}`,
    ];
  }

  close(): void {
    if (this.writes) writeFileSync(FILE, `${JSON.stringify(this.taken, null, 1)}\n`);
  }
}

export function differingShare(before: readonly string[], now: readonly string[]): number {
  let differ = 0;
  before.forEach((line, y) => {
    for (let x = 0; x < COLUMNS; x += 1) {
      const [a, b] = [line, now[y] ?? ''].map((text) => Number.parseInt(text[x] ?? '0', 16));
      if (Math.abs(a! - b!) >= NOTICED) differ += 1;
    }
  });
  return differ / (COLUMNS * ROWS);
}

/** Mean grey of each cell; a page of text uses the upper end alone, so the scale is drawn out there. */
function coarse(png: Buffer): string[] {
  const { width, height, data } = PNG.sync.read(png);
  return Array.from({ length: ROWS }, (_, row) => {
    const [top, bottom] = [(row * height) / ROWS, ((row + 1) * height) / ROWS].map(Math.floor);
    return Array.from({ length: COLUMNS }, (__, column) => {
      const [left, right] = [(column * width) / COLUMNS, ((column + 1) * width) / COLUMNS].map(Math.floor);
      let sum = 0;
      for (let y = top!; y < bottom!; y += 1) {
        for (let x = left!; x < right!; x += 1) {
          const at = (y * width + x) * 4;
          sum += (data[at]! + data[at + 1]! + data[at + 2]!) / 3;
        }
      }
      const darkness = 255 - sum / ((bottom! - top!) * (right! - left!));
      return Math.min(15, Math.floor(Math.sqrt(darkness / 255) * 16)).toString(16);
    }).join('');
  });
}
