import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inkMapOf, type Rendered } from './render-pages.js';

const FOLDER = join(import.meta.dirname, 'golden');
/** `WRITE_GOLDEN=yes` keeps what is rendered now; look at the pictures before they are committed. */
const WRITES = process.env.WRITE_GOLDEN === 'yes';
/**
 * How alike two pages must be: the correlation of their coarse maps of ink. Another version of the office suite, or another
 * 仿宋, moves letters by a hair; a row that is missing or a column that is too wide moves whole fields.
 */
const ALIKE = 0.9;

/**
 * Compares a document with the pictures and the text that somebody has looked at.
 *
 * @returns what differs, in words; empty when nothing does
 */
export async function differencesFromGolden(name: string, { pages, texts }: Rendered): Promise<string[]> {
  const textFile = join(FOLDER, `${name}.txt`);
  const picture = (index: number): string => join(FOLDER, `${name}-${index + 1}.png`);
  const text = `${texts.join('\n--- page ---\n')}\n`;
  if (WRITES) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(textFile, text);
    for (const [index, { image }] of pages.entries()) await writeFile(picture(index), image);
    return [];
  }
  const differences: string[] = [];
  if ((await readFile(textFile, 'utf8')) !== text) differences.push('the text of its pages');
  if (existsSync(picture(pages.length)) || !existsSync(picture(pages.length - 1)))
    differences.push('the number of pages');
  for (const [index, { map }] of pages.entries()) {
    if (!existsSync(picture(index))) continue;
    const likeness = correlation(map, inkMapOf(await readFile(picture(index))));
    if (likeness < ALIKE) differences.push(`the layout of page ${index + 1} (${likeness.toFixed(2)})`);
  }
  return differences;
}

/** 1 for the same, 0 for nothing in common. */
export function correlation(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) return 0;
  const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length;
  const [a, b] = [mean(one), mean(other)];
  let [both, first, second] = [0, 0, 0];
  for (const [index, value] of one.entries()) {
    const [x, y] = [value - a, (other[index] ?? 0) - b];
    both += x * y;
    first += x * x;
    second += y * y;
  }
  return first === 0 || second === 0 ? 0 : both / Math.sqrt(first * second);
}
