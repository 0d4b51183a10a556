import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENT = readFileSync(`${root}docs/security.md`, 'utf8');
const PROMISES = DOCUMENT.slice(0, DOCUMENT.indexOf('## Left to the operator'));

interface Evidence {
  file: string;
  test: string;
}

/** `file`: name of the test, as often as a cell has it. */
function evidenceIn(text: string): Evidence[] {
  return [...text.matchAll(/`([\w./-]+\.spec\.ts)`: ([^|<\n]+)/g)].map(([, file = '', test = '']) => ({
    file,
    test: test.trim(),
  }));
}

const rows = PROMISES.split('\n').filter((line) => line.startsWith('| ') && !/^\| (item|条款|---)/.test(line));

describe('docs/security.md', () => {
  it('names a test for every item promised', () => {
    expect(rows.length).toBeGreaterThan(70);
    expect(rows.filter((row) => evidenceIn(row).length === 0)).toEqual([]);
  });

  it('names only tests that exist, by the name they have', () => {
    const missing = evidenceIn(PROMISES).filter(({ file, test }) => {
      return !existsSync(`${root}${file}`) || !readFileSync(`${root}${file}`, 'utf8').includes(test);
    });
    expect(missing).toEqual([]);
  });

  it('treats every chapter of ASVS and of the third level, here or among what is left to the operator', () => {
    for (const chapter of Array.from({ length: 14 }, (_, index) => index + 1))
      expect([chapter, new RegExp(`(V|\\| )${chapter}\\b|\\b${chapter}\\.\\d`).test(DOCUMENT)]).toEqual([
        chapter,
        true,
      ]);
    for (const part of [
      '身份鉴别',
      '访问控制',
      '安全审计',
      '入侵防范',
      '数据完整性',
      '数据保密性',
      '剩余信息保护',
      '个人信息保护',
    ])
      expect([part, DOCUMENT.includes(part)]).toEqual([part, true]);
  });
});
