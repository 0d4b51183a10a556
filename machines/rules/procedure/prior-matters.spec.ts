import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PROCEDURE } from '../procedure-policy.js';
import { type AdjustedItem, mattersFound, type MattersQuestion } from './prior-matters.js';

const ITEM: AdjustedItem = {
  cadre: 'C1',
  kind: 'promote',
  appoints: true,
  leaves: null,
  exceptional: false,
  kinLeads: false,
  beyondAge: false,
  measures: [],
};
const people = (count: number, change: Partial<AdjustedItem> = {}): AdjustedItem[] =>
  Array.from({ length: count }, (_, index) => ({ ...ITEM, cadre: `C${index}`, ...change }));
const found = (change: Partial<MattersQuestion>): string[] =>
  mattersFound({
    items: [ITEM],
    adjustedBefore: 0,
    overEstablishment: false,
    on: '2026-11-23',
    policy: DEFAULT_PROCEDURE.priorReport,
    ...change,
  });
const leaving = (since: string, unitKind: 'township' | 'county-other' = 'township') =>
  [{ ...ITEM, leaves: { tier: 'principal', unitKind, since } }] as AdjustedItem[];

describe('matters of a prior report that the ledger shows', () => {
  it.each<[string, Partial<MattersQuestion>, string[]]>([
    ['an ordinary promotion', {}, []],
    ['nine at once', { items: people(9) }, []],
    ['ten at once', { items: people(10) }, ['bulkAdjustment']],
    ['ten at once in a renewal', { items: people(10, { kind: 'term-renewal' }) }, []],
    ['one person in two items', { items: [ITEM, ITEM], adjustedBefore: 17 }, []],
    ['nineteen within three months', { adjustedBefore: 18 }, []],
    ['twenty within three months', { adjustedBefore: 19 }, ['bulkAdjustment']],
    ['more than is approved', { overEstablishment: true }, ['overEstablishment']],
    ['out of turn', { items: people(1, { exceptional: true }) }, ['exceptionalPromotion']],
    ['kin of a leader', { items: people(1, { kinLeads: true }) }, ['kinPromotion']],
    ['kin of a leader who only leaves', { items: people(1, { kinLeads: true, appoints: false }) }, []],
    ['beyond the age limit of the post', { items: people(1, { beyondAge: true }) }, ['beyondAgeOrTerm']],
    ['beyond it and only leaving', { items: people(1, { beyondAge: true, appoints: false }) }, []],
    [
      'after a removal',
      { items: people(1, { measures: [{ kind: 'dismissal', from: '2020-01-01' }] }) },
      ['afterSanction'],
    ],
    ['after a reminder talk', { items: people(1, { measures: [{ kind: 'reminder-talk', from: '2026-01-01' }] }) }, []],
    ['a town’s principal a day short of three years', { items: leaving('2023-11-24') }, ['shortTenure']],
    ['a town’s principal after three years', { items: leaving('2023-11-23') }, []],
    ['a principal of another office', { items: leaving('2026-01-01', 'county-other') }, []],
  ])('%s', (_case, change, matters) => {
    expect(found(change)).toEqual(matters);
  });
});
