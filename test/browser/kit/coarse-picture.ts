import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/*
 * A page's picture, made so coarse that fonts and antialiasing no longer matter: so many cells, each one of sixteen greys, a
 * hexadecimal digit. Kept as text, one line of cells a line, so that a review shows what has moved. See docs/decisions/0043.
 */

const COLUMNS = 48;
const ROWS = 27;
/** Neighbouring greys are the same to the eye. */
const NOTICED = 3;
/**
 * So much of a page may differ. Tried on real pages: text that stands 4 pixels lower differs in 0.1% of the cells, a card of
 * 600×200 pixels that is gone in 2.3% (large screen) to 5.9%, another page in 13% and more.
 */
const TOLERATED_SHARE = 0.02;
const FILE = 'test/browser/pictures.json';
/** The menu is looked at on this page alone: else each new entry of it would change every picture. */
const WITH_MENU = '/desk ';
/** So many columns the menu takes, at the smaller screen. */
const MENU_COLUMNS = 6;
/** Whose rows say what happened when, and are others in each run: covered, so that the page around them is looked at. */
const COVERED: Readonly<Record<string, string>> = { '/admin/audit': 'main tbody' };

/**
 * Mean grey of each cell; a page of text uses the upper end alone, so the scale is drawn out there. Counted by the browser: reading
 * a picture pixel by pixel takes a test many times as long.
 */
const COARSE = `async (png) => {
  const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
  const { width, height } = image;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  brush.drawImage(image, 0, 0);
  const { data } = brush.getImageData(0, 0, width, height);
  const edge = (at, parts, length) => Math.floor((at * length) / parts);
  const lines = [];
  for (let row = 0; row < ${ROWS}; row += 1) {
    const [top, bottom] = [edge(row, ${ROWS}, height), edge(row + 1, ${ROWS}, height)];
    let line = '';
    for (let column = 0; column < ${COLUMNS}; column += 1) {
      const [left, right] = [edge(column, ${COLUMNS}, width), edge(column + 1, ${COLUMNS}, width)];
      let sum = 0;
      for (let y = top; y < bottom; y += 1)
        for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4)
          sum += (data[at] + data[at + 1] + data[at + 2]) / 3;
      const darkness = 255 - sum / ((bottom - top) * (right - left));
      line += Math.min(15, Math.floor(Math.sqrt(darkness / 255) * 16)).toString(16);
    }
    lines.push(line);
  }
  return lines;
}`;

type Pictures = Record<string, string[]>;

/** The pictures kept of all pages, and what a page's picture differs in. */
export class PictureBook {
  private readonly kept: Pictures = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Pictures) : {};
  private readonly taken: Pictures = {};
  private readonly writes = process.env['WRITE_PICTURES'] === 'yes';
  /** An empty page on which pictures are made coarse. */
  private easel: Page | null = null;

  /** @returns why the page does not look as it did */
  async faults(page: Page, name: string): Promise<string[]> {
    const now = await this.coarse(page);
    this.taken[name] = now;
    const before = this.kept[name];
    if (this.writes) return [];
    if (before === undefined) return ['has no picture yet: npm run pictures makes one'];
    const share = differingShare(before, now, name.startsWith(WITH_MENU) ? 0 : MENU_COLUMNS);
    if (share <= TOLERATED_SHARE) return [];
    return [
      `looks different in ${Math.round(share * 100)}% of its picture:\n${before.join('\n')}\n\n${now.join('\n')}`,
    ];
  }

  /** Whether the page would no longer pass for what was pictured under this name today. */
  async hasChanged(page: Page, name: string): Promise<boolean> {
    const before = this.taken[name];
    if (before === undefined) throw new Error(`${name} has not been pictured`);
    return differingShare(before, await this.coarse(page), MENU_COLUMNS) > TOLERATED_SHARE;
  }

  close(): void {
    if (this.writes) writeFileSync(FILE, `${JSON.stringify(this.taken, null, 2)}\n`);
  }

  private async coarse(page: Page): Promise<string[]> {
    const covered = COVERED[new URL(page.url()).pathname];
    const mask = covered === undefined ? [] : [page.locator(covered)];
    const png = await page.screenshot({ animations: 'disabled', caret: 'hide', mask, maskColor: '#dddddd' });
    this.easel ??= await page.context().browser()!.newPage();
    return this.easel.evaluate<string[]>(`(${COARSE})(${JSON.stringify(png.toString('base64'))})`);
  }
}

/** @returns the share of cells, from this column on, that do not look the same */
function differingShare(before: readonly string[], now: readonly string[], fromColumn: number): number {
  let differ = 0;
  before.forEach((line, y) => {
    for (let x = fromColumn; x < COLUMNS; x += 1) {
      const [a, b] = [line, now[y] ?? ''].map((text) => Number.parseInt(text[x] ?? '0', 16));
      if (Math.abs(a! - b!) >= NOTICED) differ += 1;
    }
  });
  return differ / ((COLUMNS - fromColumn) * ROWS);
}
