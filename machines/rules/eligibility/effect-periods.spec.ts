import { describe, expect, it } from '@jest/globals';
import { addDays, addMonthsToDay } from '../days.js';
import { MEASURE_KINDS, type MeasureKind } from './career.js';
import { DEFAULT_ELIGIBILITY } from './parameters.js';
import { CAREER, resultOf } from './spec-support.js';

describe('effect periods (E13), each kind to the day', () => {
  const kinds = Object.keys(MEASURE_KINDS) as MeasureKind[];

  it.each(kinds.filter((kind) => DEFAULT_ELIGIBILITY.effectMonths[kind] > 0))('E13 %s', (kind) => {
    const from = '2025-01-31';
    const free = addMonthsToDay(from, DEFAULT_ELIGIBILITY.effectMonths[kind]);
    // A post no higher than the former one, so that nothing but the effect period counts.
    const career = {
      measures: [{ kind, from }],
      posts: [{ ...CAREER.posts![0]!, rank: 'ke-principal' as const, from: '2020-01-01' }],
    };
    expect(resultOf('E13', { on: addDays(free, -1), career })).toMatchObject({ outcome: 'notMet', metOn: free });
    expect(resultOf('E13', { on: free, career }).outcome).toBe('met');
  });

  it.each([
    ['a post above the former one waits two years', 'ke-deputy', '2027-01-31'],
    ['a post no higher than the former one waits one year', 'ke-principal', '2026-01-31'],
  ] as const)('E13 after a dismissal: %s', (_case, former, free) => {
    const career = {
      measures: [{ kind: 'dismissal' as const, from: '2025-01-31' }],
      posts: [{ post: 'P-0', rank: former, from: '2020-01-01', to: '2025-01-31', probation: false }],
    };
    expect(resultOf('E13', { on: addDays(free, -1), career })).toMatchObject({ outcome: 'notMet', metOn: free });
    expect(resultOf('E13', { on: free, career }).outcome).toBe('met');
  });

  it('E13 a measure of later counts from its day', () => {
    const career = { measures: [{ kind: 'admonition' as const, from: '2026-12-31' }] };
    expect(resultOf('E13', { on: '2026-12-30', career }).outcome).toBe('met');
    expect(resultOf('E13', { on: '2026-12-31', career }).outcome).toBe('notMet');
  });
});
