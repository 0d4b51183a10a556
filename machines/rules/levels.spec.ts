import { describe, expect, it } from '@jest/globals';
import { headline } from './headline.js';
import { countUnmetQuarters, judgeLevel } from './levels.js';
import { DEFAULT_POLICY, type LevelPolicy, type Policy } from './policy.js';
import { buildSeat, buildTask, buildTeam } from './spec-support.js';

const withLevels = (change: Partial<LevelPolicy>): Policy => ({
  ...DEFAULT_POLICY,
  levels: { ...DEFAULT_POLICY.levels, ...change },
});
const facts = (due: number, actual: number) => ({ due, actual, shortfall: Math.max(0, due - actual) });

describe('level by completion ratio', () => {
  it.each([
    [2, 0, 'A', 3],
    [5, 2, 'A', 3],
    [2, 1, 'B', 2],
    [100, 50, 'B', 2],
    [100, 49, 'A', 3],
    [3, 2, 'B', 2],
    [3, 3, 'C', 1],
    [3, 4, 'C', 1],
    [0, 0, 'C', 1],
    [1, 0, 'A', 3],
  ])('due %i, actual %i is %s', (due, actual, level, severity) => {
    expect(judgeLevel(facts(due, actual), 0, DEFAULT_POLICY)).toEqual({ level, severity });
  });

  it('does not look at quarters', () => {
    expect(judgeLevel(facts(2, 1), 4, DEFAULT_POLICY).level).toBe('B');
  });
});

describe('level by persistence', () => {
  const persistence = withLevels({ strategy: 'persistence' });

  it.each([
    [1, 0, 0, 'B'],
    [1, 0, 1, 'B'],
    [1, 0, 2, 'A'],
    [3, 2, 1, 'B'],
    [3, 2, 2, 'A'],
    [3, 1, 1, 'A'],
    [3, 3, 4, 'C'],
  ])('due %i, actual %i, %i quarters missed is %s', (due, actual, quarters, level) => {
    expect(judgeLevel(facts(due, actual), quarters, persistence).level).toBe(level);
  });

  it('may be switched on for a due of one alone', () => {
    const policy = withLevels({ persistenceForDueOne: true });
    expect(judgeLevel(facts(1, 0), 1, policy).level).toBe('B');
    expect(judgeLevel(facts(1, 0), 2, policy).level).toBe('A');
    expect(judgeLevel(facts(2, 0), 1, policy).level).toBe('A');
    expect(judgeLevel(facts(2, 1), 2, policy).level).toBe('B');
  });
});

describe('level by number of unmet indicators', () => {
  const policy = withLevels({ strategy: 'unmetIndicatorCount' });

  it.each([
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 3],
    [8, 3],
  ])('%i unmet has severity %i', (unmetIndicators, severity) => {
    expect(judgeLevel({ ...facts(1, 0), unmetIndicators }, 0, policy).severity).toBe(severity);
  });

  it('takes the task alone when no count is given', () => {
    expect(judgeLevel(facts(1, 0), 0, policy).severity).toBe(1);
  });
});

describe('letters', () => {
  it('are labels: a policy without one for a severity is a fault', () => {
    const letters = { ...DEFAULT_POLICY.levels.letters, A: { severity: 2, label: '重复' } } as const;
    expect(() => judgeLevel(facts(2, 0), 0, withLevels({ letters }))).toThrow('severity 3');
  });
});

describe('unmet quarters', () => {
  const task = buildTask({ quantity: 1 });

  it('count back from the day of reference until one was met', () => {
    const team = buildTeam([buildSeat('a', '1990-01', { from: '2025-01-01', to: '2026-03-01' })]);
    expect(countUnmetQuarters(team, task, '2026-09-30', DEFAULT_POLICY)).toBe(3);
    expect(countUnmetQuarters(team, task, '2026-09-29', DEFAULT_POLICY)).toBe(2);
    expect(countUnmetQuarters(team, task, '2025-12-31', DEFAULT_POLICY)).toBe(0);
  });

  it('stop at the look-back of the policy', () => {
    expect(countUnmetQuarters(buildTeam([]), task, '2026-09-30', DEFAULT_POLICY)).toBe(4);
  });
});

describe('headline', () => {
  const row = (area: string, team: string, shortfall: number) => ({ area, areaName: `${area}旗`, team, shortfall });

  it('reaches at exactly half', () => {
    const rows = [row('x', '1', 0), row('x', '2', 1), row('y', '3', 1), row('y', '4', 0), row('y', '5', 2)];
    expect(headline(rows, DEFAULT_POLICY)).toEqual([
      { area: 'x', areaName: 'x旗', teams: 2, met: 1, share: { num: 1, den: 2 }, reached: true },
      { area: 'y', areaName: 'y旗', teams: 3, met: 1, share: { num: 1, den: 3 }, reached: false },
    ]);
  });

  it('counts a team once and as met only if all its tasks are', () => {
    expect(headline([row('x', '1', 0), row('x', '1', 1), row('x', '1', 0)], DEFAULT_POLICY)[0]).toMatchObject({
      teams: 1,
      met: 0,
    });
    expect(headline([], DEFAULT_POLICY)).toEqual([]);
  });
});
