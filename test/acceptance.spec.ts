import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const ROOT = new URL('../', import.meta.url);

/** Scenarios of the handbook that the product must show by now; docs/acceptance.md says where it does. */
const OWED = [
  1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16, 18, 19, 20, 21, 25, 26, 29, 30, 31, 33, 34, 35, 36, 37, 39, 40, 41, 44, 45,
  47, 49, 51, 52, 53, 55, 56,
];

interface Row {
  scenario: number;
  file: string;
  title: string;
}

function readTable(): Row[] {
  const lines = readFileSync(new URL('docs/acceptance.md', ROOT), 'utf8').split('\n');
  return lines
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, scenario, , file]) => /^\d+$/.test(scenario ?? '') || file?.endsWith('.spec.ts`'))
    .map(([, scenario, , file, title]) => ({
      scenario: Number(scenario),
      file: (file ?? '').replaceAll('`', ''),
      title: title ?? '',
    }));
}

/** A test's title stands in its file as a text of its own, in one kind of quotes or the other. */
function hasTest({ file, title }: Row): boolean {
  const url = new URL(file, ROOT);
  if (title === '' || !existsSync(url)) return false;
  const text = readFileSync(url, 'utf8');
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${title}${quote},`));
}

describe('the table of acceptance scenarios', () => {
  const rows = readTable();

  it('has every scenario that is owed', () => {
    const shown = new Set(rows.map(({ scenario }) => scenario));
    expect(OWED.filter((scenario) => !shown.has(scenario))).toEqual([]);
  });

  it('names tests that exist', () => {
    expect(rows.filter((row) => !hasTest(row))).toEqual([]);
  });
});
