import { describe, expect, it } from '@jest/globals';
import { reachedOn, servedUntil, unite } from './service.js';

const from = (first: string, to: string | null = null) => ({ from: first, to });

describe('time served', () => {
  it('is a month short one day before the anniversary', () => {
    expect(servedUntil([from('2024-12-10')], '2026-11-22')).toEqual({ months: 23, days: 12 });
    expect(servedUntil([from('2024-12-10')], '2026-12-09')).toEqual({ months: 23, days: 29 });
    expect(servedUntil([from('2024-12-10')], '2026-12-10')).toEqual({ months: 24, days: 0 });
  });

  it('ends with the month where the anniversary does not exist', () => {
    expect(servedUntil([from('2024-02-29')], '2026-02-28').months).toBe(24);
    expect(servedUntil([from('2024-02-29')], '2026-02-27').months).toBe(23);
  });

  it('counts what overlaps once, and leaves the future out', () => {
    expect(unite([from('2022-05-01'), from('2024-12-10')], '2026-11-22')).toEqual([from('2022-05-01')]);
    expect(servedUntil([from('2022-01-01', '2023-01-01'), from('2022-07-01', '2023-07-01')], '2026-01-01').months).toBe(
      18,
    );
    expect(servedUntil([from('2027-01-01')], '2026-01-01')).toEqual({ months: 0, days: 0 });
  });

  it('adds stretches up, the days beyond whole months carried over to the next', () => {
    const stretches = [from('2020-01-01', '2020-06-16'), from('2021-01-01', '2021-06-16')];
    expect(servedUntil(stretches, '2026-01-01')).toEqual({ months: 10, days: 30 });
  });

  it('is reached on the anniversary, or never when the service has ended', () => {
    expect(reachedOn([from('2024-12-10')], 24, '2026-11-22')).toBe('2026-12-10');
    expect(reachedOn([from('2020-01-01', '2021-01-01')], 24, '2026-01-01')).toBeNull();
    expect(reachedOn([from('2020-01-01', '2021-01-01'), from('2026-01-01')], 24, '2026-06-01')).toBe('2027-01-01');
    expect(reachedOn([], 24, '2026-06-01')).toBeNull();
  });
});
