import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGE, rich, t } from './t.js';

const WEB = join('web', 'src');
const DICTIONARIES = join(WEB, 'ui', 'english');
const CALL = /(?<![\w.])(?:t|rich)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(`))/g;
const gapsOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted();

const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.spec)\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(WEB, path), 'utf8') }));
const used = sources.flatMap(({ path, text }) =>
  [...text.matchAll(CALL)].map(([, single, double]) => ({ path, key: (single ?? double)?.replaceAll("\\'", "'") })),
);
const entries = readdirSync(DICTIONARIES)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => {
    const read = JSON.parse(readFileSync(join(DICTIONARIES, file), 'utf8')) as Record<string, string>;
    return Object.entries(read).map(([key, english]) => ({ file, key, english }));
  });
const known = new Map(entries.map(({ key, english }) => [key, english]));

describe('the texts of the pages', () => {
  it('have an English text each', () => {
    const missing = used.filter(({ key }) => key !== undefined && !known.has(key));
    expect(missing.map(({ path, key }) => `${path}: ${key}`)).toEqual([]);
    expect(used.length).toBeGreaterThan(20);
  });

  it('are written out where they are used, so that this test sees them', () => {
    expect(used.filter(({ key }) => key === undefined).map(({ path }) => path)).toEqual([]);
  });

  it('have the same gaps in both languages', () => {
    const wrong = entries.filter(({ key, english }) => gapsOf(key).join() !== gapsOf(english).join());
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('mean the same in every room, and are all in use', () => {
    const keys = new Set(used.map(({ key }) => key));
    const wrong = entries.filter(({ key, english }) => known.get(key) !== english || !keys.has(key));
    expect(wrong.map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
  });
});

describe('t', () => {
  it('speaks Chinese outside a page, and fills the gaps', () => {
    expect(LANGUAGE).toBe('zh');
    expect(t('剩{n}天', { n: 3 })).toBe('剩3天');
    expect(t('剩{n}天')).toBe('剩{n}天');
  });

  it('puts elements into gaps', () => {
    const { children } = rich('有{n}个', { n: 6 }).props as { children: unknown };
    expect(children).toEqual(['有', 6, '个']);
  });
});
