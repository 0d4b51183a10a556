import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inkMapOf, unmatchedShare } from './ink-map.js';
import type { Rendered } from './render-pages.js';

const FOLDER = join(import.meta.dirname, 'golden');
/** `WRITE_GOLDEN=yes` keeps what is rendered now; look at the pictures before they are committed. */
const WRITES = process.env.WRITE_GOLDEN === 'yes';
/** Share of a page that may be elsewhere: another version of the suite or another 仿宋 moves letters, not fields. */
const ELSEWHERE = 0.03;
/** Share of the words' characters that may be on the page before or after, where text runs over pages. */
const OVER_THE_PAGE = 0.15;

/**
 * Compares a document with the pictures of its pages that somebody has looked at, and with the words on them.
 *
 * @returns what differs, in words; empty when nothing does
 */
export async function differencesFromGolden(name: string, rendered: Rendered): Promise<string[]> {
  if (WRITES) await keep(name, rendered);
  const { pages, texts } = rendered;
  const golden = (await readFile(join(FOLDER, `${name}.txt`), 'utf8')).trimEnd().split('\n--- page ---\n');
  const differences: string[] = [];
  const whole = lettersApart(golden.join(''), texts.join(''));
  if (whole !== '') differences.push(`the words: ${whole}`);
  if (golden.length !== pages.length) return [...differences, `${pages.length} pages, not ${golden.length}`];
  for (const [index, { image }] of pages.entries()) {
    const moved = apart(golden[index] ?? '', texts[index] ?? '');
    if (moved > OVER_THE_PAGE) differences.push(`page ${index + 1}: ${percent(moved)} of its words are elsewhere`);
    const picture = await readFile(join(FOLDER, `${name}-${index + 1}.png`));
    const share = unmatchedShare(inkMapOf(picture), inkMapOf(image));
    if (share > ELSEWHERE) differences.push(`page ${index + 1}: ${percent(share)} of its ink is elsewhere`);
  }
  return differences;
}

async function keep(name: string, { pages, texts }: Rendered): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const old = existsSync(FOLDER) ? await readdir(FOLDER) : [];
  const own = new RegExp(`^${name}(-\\d+\\.png|\\.txt)$`, 'u');
  for (const file of old) if (own.test(file)) await rm(join(FOLDER, file));
  await writeFile(join(FOLDER, `${name}.txt`), `${texts.join('\n--- page ---\n')}\n`);
  for (const [index, { image }] of pages.entries()) await writeFile(join(FOLDER, `${name}-${index + 1}.png`), image);
}

/** How often each character stands in a text: readers of PDF put the fields of a form in one order or another. */
function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}

/** Characters that one text has more often than the other, with a sign. */
function lettersApart(golden: string, now: string): string {
  const [before, after] = [countsOf(golden), countsOf(now)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((char) => ({ char, more: (after.get(char) ?? 0) - (before.get(char) ?? 0) }))
    .filter(({ more }) => more !== 0)
    .map(({ char, more }) => `${more > 0 ? '+' : '-'}${char}`)
    .slice(0, 20)
    .join(' ');
}

/** Share of a page's characters that are not on the other. */
function apart(golden: string, now: string): number {
  const [before, after] = [countsOf(golden), countsOf(now)];
  let missing = 0;
  for (const [char, count] of before) missing += Math.max(0, count - (after.get(char) ?? 0));
  return golden === '' ? 0 : missing / Array.from(golden).length;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
