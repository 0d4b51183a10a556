import { describe, expect, it } from '@jest/globals';
import { followRound, type OpenOne, type RoundNews, type RowOfRound } from './round-news.js';
import { STANDING } from './spec-support.js';

const row = (team: string, change: Partial<RowOfRound> = {}): RowOfRound => {
  const { asOf: _asOf, basis: _basis, ...numbers } = STANDING;
  const names = { teamName: `${team}班子`, unit: `U-${team}`, unitName: `${team}局`, task: 'K', taskName: '至少2名' };
  return { team, ...names, ...numbers, ...change };
};
const one = (id: number, team: string, change: Partial<OpenOne> = {}): OpenOne => ({
  id,
  team,
  teamName: `${team}班子`,
  task: 'K',
  unit: `U-${team}`,
  unitName: `${team}局`,
  since: '2026-04-10',
  ...change,
});
const news = (change: Partial<RoundNews>): RoundNews => ({
  referenceDay: '2026-12-31',
  basis: { kind: 'round', round: 8, quarter: '2026Q4', revision: 1, hash: 'cd'.repeat(32) },
  fromSeverity: 2,
  rows: [],
  open: [],
  successions: [],
  ...change,
});
const said = (change: Partial<RoundNews>): string[] =>
  followRound(news(change)).map((each) =>
    each.step === 'open'
      ? `open ${each.payload.team}`
      : `${each.step} ${each.warning}${each.step === 'end' ? ` → ${each.payload.heir}` : ''}`,
  );

describe('what a round means to warnings', () => {
  it('warns the slow, leaves the others alone, and judges every open warning anew', () => {
    const met = { shortfall: 0, severity: 1 } as const;
    const rows = [row('A'), row('B', met), row('C', met), row('D', { severity: 1 })];
    expect(said({ rows, open: [one(1, 'C')] })).toEqual(['open A', 'judge 1']);
  });

  it('ends a warning whose team or task has gone', () => {
    expect(said({ rows: [row('A', { task: 'L' })], open: [one(1, 'A')] })).toEqual(['open A', 'end 1 → null']);
  });

  it('lets a merged unit’s warnings go on with the heir, whose own warning then tells of both', () => {
    const successions = [
      { predecessor: 'U-A', heir: 'U-B' },
      { predecessor: 'U-B', heir: 'U-C' },
    ];
    const rows = [row('C', { shortfall: 1 }), row('C2', { unit: 'U-C', severity: 3, level: 'A' })];
    const steps = followRound(news({ rows, open: [one(1, 'A'), one(2, 'B')], successions }));
    const opened = steps.flatMap((each) => (each.step === 'open' ? [each.payload] : []));
    expect(opened.map(({ team, predecessors }) => [team, predecessors.map(({ warning }) => warning)])).toEqual([
      ['C', []],
      ['C2', [1, 2]],
    ]);
    expect(steps.slice(-2)).toMatchObject([
      { step: 'end', warning: 1, payload: { heir: 'C2' } },
      { step: 'end', warning: 2, payload: { heir: 'C2' } },
    ]);
  });

  it('follows no circle of successions for ever', () => {
    const successions = [
      { predecessor: 'U-A', heir: 'U-B' },
      { predecessor: 'U-B', heir: 'U-A' },
    ];
    expect(said({ open: [one(1, 'A')], successions })).toEqual(['end 1 → null']);
  });
});
