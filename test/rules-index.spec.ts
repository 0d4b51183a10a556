import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ELIGIBILITY_CODES } from '../machines/rules/eligibility/rule.js';
import { lawIndex } from '../machines/rules/law-index.js';

const PAGE = 'docs/rules.md';
const SPEC = 'machines/rules/eligibility/eligibility.spec.ts';
const spec = readFileSync(SPEC, 'utf8');

/** Rows of the boundary table name their rule; the paths of 破格 are a section of their own. */
function testsOf(code: string): string[] {
  const rows = [...spec.matchAll(new RegExp(`'${code}',\\s*'([^']+)'`, 'g'))].map(([, title]) => title ?? '');
  return code === 'E11' ? [...rows, '破格提拔一节'] : rows;
}

describe('the index of rules', () => {
  it('names a boundary test for every rule', () => {
    expect(ELIGIBILITY_CODES.filter((code) => testsOf(code).length === 0)).toEqual([]);
  });

  it('is what the code says; npm run docs:rules writes it anew', () => {
    const page = lawIndex(testsOf);
    if (process.env.WRITE_DOCS === 'yes') writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });
});
