import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ELIGIBILITY_CODES } from '../machines/rules/eligibility/rule.js';
import { POLICY_SETTINGS } from '../machines/rules/policy-settings.js';
import { lawIndex } from '../machines/rules/law-index.js';
import { PROCEDURE_ROWS } from '../machines/rules/law-procedure.js';

const PAGE = 'docs/rules.md';
const SPEC = 'machines/rules/eligibility/eligibility.spec.ts';
const spec = readFileSync(SPEC, 'utf8');
/** Where policies are tried: the rules first, then the workflows. */
const SPECS = ['machines/rules', 'machines', 'test/journeys']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: folder === 'machines' }).map((name) => join(folder, String(name))),
  )
  .filter((file, index, all) => file.endsWith('.spec.ts') && all.indexOf(file) === index && file !== SPEC)
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Rows of the boundary table name their rule; the paths of 破格 and the effect periods are sections of their own. */
const SECTIONS: Readonly<Record<string, string>> = {
  E11: '破格提拔一节',
  E13: '影响期一节（各种措施逐一，前一日与当日）',
};

function testsOf(code: string): string[] {
  const rows = [...spec.matchAll(new RegExp(`'${code}',\\s*'([^']+)'`, 'g'))].map(([, title]) => title ?? '');
  return [...rows, ...[SECTIONS[code] ?? []].flat()];
}

/** Specs in which the last part of a setting's path stands as a name. */
function specsOf(path: string): string[] {
  const [leaf = '', parent = ''] = path.split('.').toReversed();
  const isShared = POLICY_SETTINGS.filter((other) => other.path.endsWith(`.${leaf}`)).length > 1;
  const names = (isShared ? [leaf, parent] : [leaf]).map((name) => new RegExp(`\\b${name}\\b`, 'u'));
  return SPECS.filter(({ text }) => names.every((name) => name.test(text)))
    .slice(0, 3)
    .map(({ file }) => `\`${file}\``);
}

describe('the index of rules', () => {
  it('names a boundary test for every rule', () => {
    expect(ELIGIBILITY_CODES.filter((code) => testsOf(code).length === 0)).toEqual([]);
  });

  it('names tests that exist for all of the procedure', () => {
    const missing = PROCEDURE_ROWS.flatMap(({ title, file, tests }) => {
      const text = readFileSync(file, 'utf8');
      return tests.filter((test) => !text.includes(`'${test}',`)).map((test) => `${title}: ${test}`);
    });
    expect(missing).toEqual([]);
    expect(PROCEDURE_ROWS.every(({ tests }) => tests.length > 0)).toBe(true);
  });

  it('names every source that it cites, and leaves no value as the program writes it', () => {
    const page = lawIndex({ ofRule: testsOf, ofSetting: specsOf });
    expect(page).not.toContain('**缺**');
    const values = page
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split(' | ').slice(0, 4));
    expect(values.flat().filter((cell) => /[{}"]|\b(true|false|null)\b/u.test(cell))).toEqual([]);
  });

  it('is what the code says; npm run docs:rules writes it anew', () => {
    const page = lawIndex({ ofRule: testsOf, ofSetting: specsOf });
    if (process.env.WRITE_DOCS === 'yes') writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });
});
