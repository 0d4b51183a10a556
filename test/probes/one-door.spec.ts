import { describe, expect, it } from '@jest/globals';
import { productFiles } from '../support/source-file.js';

/** What the state of a case is made of. A workflow's table is named by the engine alone: `${table}`. */
const WRITES_STATE =
  /\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?|MERGE\s+INTO)\s+(?:ONLY\s+)?"?(proposal|filing|stocktake|stocktake_unit|warning|circular|circular_unit|integrity_opinion|prior_report|meeting|case_event|deadline)"?(?![\w-])/i;
const COMFORTABLE_WRITES =
  /\.(?:save|insert|update|upsert|delete|remove|softDelete)\(\s*['"]?(?:Proposal|Filing|CaseEvent|Deadline)\b/;

const SRC = productFiles('src');

describe('the state of a case', () => {
  it('is written in the engine and nowhere else: no other route, job or command can move a case', () => {
    const writers = SRC.filter(({ text }) => WRITES_STATE.test(text) || COMFORTABLE_WRITES.test(text));
    expect(writers.map(({ path }) => path).filter((path) => !path.startsWith('src/engine/'))).toEqual([]);
    expect(writers.length).toBeGreaterThan(0);
  });

  it('is moved in one file', () => {
    const movers = SRC.filter(({ text }) => /UPDATE \$\{table\} SET version/.test(text));
    expect(movers.map(({ path }) => path)).toEqual(['src/engine/commit/write-step.ts']);
  });

  it.each([
    'UPDATE proposal SET done',
    'insert into "filing" (id',
    'DELETE FROM case_event',
    'UPDATE ONLY deadline SET',
  ])('would be found: %s', (text) => expect(WRITES_STATE.test(text)).toBe(true));

  it.each(['UPDATE proposal_item SET holds', 'SELECT FROM proposal', 'FOR UPDATE OF proposal'])(
    'is not confused with %s',
    (text) => expect(WRITES_STATE.test(text)).toBe(false),
  );
});
