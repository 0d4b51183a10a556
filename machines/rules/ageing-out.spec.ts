import { describe, expect, it } from '@jest/globals';
import { forecastShortfall } from './ageing-out.js';
import { DEFAULT_POLICY } from './policy.js';
import { buildSeat, buildTask, buildTeam } from './spec-support.js';
import type { Seat } from './staffing-facts.js';

const forecast = (seats: Seat[], quantity: number, horizon?: number) =>
  forecastShortfall(buildTeam(seats), buildTask({ quantity }), '2026-09-15', DEFAULT_POLICY, horizon);

describe('ageing-out forecast', () => {
  it('names the month in which the last needed member passes the age line', () => {
    const result = forecast([buildSeat('a', '1985-12'), buildSeat('b', '1995-01')], 2);
    expect(result.month).toBe('2026-12');
    expect(result.leavers).toEqual([{ cadre: 'a', name: '干部a', month: '2026-12', reason: 'age' }]);
  });

  it('lists a leaver whom the team can spare without a month', () => {
    const result = forecast([buildSeat('a', '1985-12'), buildSeat('b', '1995-01')], 1);
    expect(result).toEqual({ month: null, leavers: [expect.objectContaining({ cadre: 'a', month: '2026-12' })] });
  });

  it.each([
    ['1987-09', '2028-09'],
    ['1987-10', null],
  ])('looks 24 months ahead, the last one included: born %s', (birth, month) => {
    expect(forecast([buildSeat('a', birth)], 1).month).toBe(month);
  });

  it('reports falling further short, not being short', () => {
    expect(forecast([buildSeat('a', '1986-01')], 3).month).toBe('2027-01');
    expect(forecast([], 3)).toEqual({ month: null, leavers: [] });
  });

  it('does not blame a month in which someone else leaves a team that is short already', () => {
    const seats = [buildSeat('a', '1986-01'), buildSeat('o', '1970-01', { to: '2026-10-05' })];
    expect(forecast(seats, 3)).toMatchObject({ month: '2027-01', leavers: [{ cadre: 'a', month: '2027-01' }] });
  });

  it('sees known ends, also within the running month', () => {
    const seats = [buildSeat('a', '1995-01', { to: '2026-09-20' }), buildSeat('b', '1995-01', { to: '2026-10-01' })];
    expect(forecast(seats, 2)).toEqual({
      month: '2026-09',
      leavers: [
        { cadre: 'a', name: '干部a', month: '2026-09', reason: 'term' },
        { cadre: 'b', name: '干部b', month: '2026-10', reason: 'term' },
      ],
    });
  });

  it('takes a successor who is already appointed into account', () => {
    const seats = [buildSeat('a', '1985-12'), buildSeat('b', '1995-01', { from: '2026-11-01' })];
    expect(forecast(seats, 1).month).toBeNull();
  });

  it('respects a shorter horizon', () => {
    expect(forecast([buildSeat('a', '1985-12')], 1, 2).month).toBeNull();
    expect(forecast([buildSeat('a', '1985-12')], 1, 3).month).toBe('2026-12');
  });

  it('a due that shrinks with the incumbents does not fall short', () => {
    const task = buildTask({ rule: 'ratio-ceil', share: { num: 1, den: 2 }, base: 'incumbents' });
    const team = buildTeam([buildSeat('a', '1995-01', { to: '2026-10-10' })]);
    expect(forecastShortfall(team, task, '2026-09-15', DEFAULT_POLICY).month).toBeNull();
  });
});
