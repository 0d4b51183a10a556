import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

/** `npm test` builds the desk before it starts. */
const DESK = join('dist', 'desk');

interface Chunk {
  file: string;
  name?: string;
  imports?: string[];
}

const manifest = JSON.parse(readFileSync(join(DESK, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>;

/** These parts and all that they import at once; what they fetch later is not among it. */
function filesOf(...names: string[]): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (found.has(chunk.file)) return;
    found.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  names.forEach(visit);
  return found;
}

const kilobytes = (files: Set<string>): number =>
  [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(DESK, file))).length, 0) / 1000;

const scriptsAmong = (files: Set<string>): number => [...files].filter((file) => file.endsWith('.js')).length;

/** What the page itself asks for: sign-in, frame, and the list of what waits for somebody. */
const ENTRY = Object.keys(manifest).find((key) => manifest[key]?.name === 'first' && key.endsWith('.js')) ?? '';
/** The component library and what is made of it: what the rest of the desk needs, and every other page. */
const PARTS = ['src/desk/desk-parts.ts', 'src/app/side-foot.tsx', 'src/ui/themed.tsx'];

describe('script that is fetched, compressed', () => {
  it('before the sign-in shows, and before the rows of the inbox do: at most 110 KB (aim: 150)', () => {
    const size = kilobytes(filesOf(ENTRY));
    expect(size).toBeGreaterThan(90);
    expect(size).toBeLessThanOrEqual(110);
  });

  it('before the whole inbox shows: at most 450 KB', () => {
    const size = kilobytes(filesOf(ENTRY, ...PARTS));
    expect(size).toBeGreaterThan(150);
    expect(size).toBeLessThanOrEqual(450);
  });

  it('in few files: browsers ask for six at a time', () => {
    expect(scriptsAmong(filesOf(ENTRY))).toBeLessThanOrEqual(2);
    expect(scriptsAmong(filesOf(ENTRY, ...PARTS))).toBeLessThanOrEqual(6);
  });

  it('leaves the charts to those who open them', () => {
    const text = [...filesOf(ENTRY, ...PARTS)].map((file) => readFileSync(join(DESK, file), 'utf8')).join('\n');
    expect(text).not.toMatch(/echarts|zrender/);
  });
});

/** Chrome 90, the oldest browser met in the field (handbook §4.4), drops a whole rule or declaration over one of these. */
const LATER_STYLES: Readonly<Record<string, RegExp>> = {
  ':has()': /:has\(/,
  'container queries': /@container/,
  'cascade layers': /@layer/,
  'color-mix()': /color-mix\(/,
  'nested rules': /[{;]\s*&/,
  'ranges in media queries': /@media[^{]*[<>]/,
  'viewport units of 2022': /\d[sdl]v[hw]\b/,
  'transforms by name': /[{;](translate|rotate|scale):/,
};

describe('styles', () => {
  const files = readdirSync(join(DESK, 'assets')).filter((file) => file.endsWith('.css'));
  const styles = files.map((file) => readFileSync(join(DESK, 'assets', file), 'utf8')).join('\n');

  it.each(Object.entries(LATER_STYLES))('ask the oldest browser for no %s', (_, later) => {
    expect(styles.length).toBeGreaterThan(10_000);
    expect(styles).not.toMatch(later);
  });
});
