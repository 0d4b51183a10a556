import { describe, expect, it } from '@jest/globals';
import { daysOfChange } from './days-of-change.js';
import { DEFAULT_POLICY } from './policy.js';
import { buildSeat, buildTask, buildTeam } from './spec-support.js';
import type { Seat } from './staffing-facts.js';

const days = (seats: Seat[], from = '2026-09-15', until = '2027-01-15'): string[] =>
  daysOfChange(buildTeam(seats), [buildTask()], DEFAULT_POLICY, from, until);

describe('days on which time alone can change a level', () => {
  it('are quarter ends even where nobody leaves: one more missed', () => {
    expect(days([])).toEqual(['2026-09-30', '2026-12-31']);
  });

  it('are the first of the month in which somebody passes the age line, and the days on which terms begin and end', () => {
    const seats = [
      buildSeat('ages', '1985-12'),
      buildSeat('leaves', '1995-01', { to: '2026-10-05' }),
      buildSeat('comes', '1995-01', { from: '2026-11-02' }),
      buildSeat('stays', '1995-01'),
    ];
    expect(days(seats)).toEqual(['2026-09-30', '2026-10-05', '2026-11-02', '2026-12-01', '2026-12-31']);
  });

  it('lie after the first day and not after the last', () => {
    const seats = [buildSeat('a', '1985-12'), buildSeat('b', '1986-01')];
    expect(days(seats, '2026-12-01', '2027-01-01')).toEqual(['2026-12-31', '2027-01-01']);
    expect(days(seats, '2026-12-31', '2026-12-31')).toEqual([]);
  });

  it('reach back from the last day for three years', () => {
    expect(days([], '2026-09-30', '2029-09-30')).toHaveLength(12);
  });
});
