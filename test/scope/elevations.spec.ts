import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { productFiles } from '../support/source-file.js';

const SOURCES = productFiles('src');
const DECISION = readFileSync('docs/decisions/0012-scope-in-the-database.md', 'utf8');

function named(call: 'asSystem' | 'asWorker'): string[] {
  const calls = new RegExp(`${call}\\(\\s*'([^']+)'`, 'g');
  const names = SOURCES.flatMap(({ text }) => [...text.matchAll(calls)].map(([, name]) => name ?? ''));
  return [...new Set(names)].toSorted();
}

describe('work beyond the reach of whoever asks', () => {
  it('is named in the decision, each place and no other', () => {
    const listed = [...DECISION.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name ?? '');
    expect(named('asSystem')).toEqual(listed.toSorted());
  });

  it('is named there for jobs as well', () => {
    const line = /^Jobs: (.+)\.$/m.exec(DECISION)?.[1] ?? '';
    expect(named('asWorker')).toEqual(line.replaceAll('`', '').split(', ').toSorted());
  });

  it('is always named by a plain word, so that it can be found', () => {
    const calls = SOURCES.flatMap(({ path, text }) =>
      [...text.matchAll(/\bas(?:System|Worker)\((?!\s*'|_reason)/g)].map(() => path),
    );
    expect(calls.filter((path) => !path.endsWith('platform/db/scope.ts'))).toEqual([]);
  });
});
