import { describe, expect, it } from '@jest/globals';
import { ageAt, ageLimitYears, ageOutMonth, isYoung, type AgePolicy } from './age.js';

const BELOW_40: AgePolicy = { rule: 'below', years: 40 };

describe('age', () => {
  it('counts the birth month as reached from its first day', () => {
    expect(ageAt('1986-09', '2026-09-01')).toEqual({ years: 40, months: 0 });
    expect(ageAt('1986-10', '2026-09-30')).toEqual({ years: 39, months: 11 });
    expect(ageAt('2026-09', '2026-09-01')).toEqual({ years: 0, months: 0 });
  });

  it('refuses a birth after the day of reference as a fault of the data', () => {
    expect(() => ageAt('2026-10', '2026-09-30')).toThrow(RangeError);
  });

  it.each([
    ['below', 41],
    ['around', 42],
    ['strict', 40],
  ] as const)('%s 40 ends at %i', (rule, limit) => {
    expect(ageLimitYears({ rule, years: 40 })).toBe(limit);
  });

  it('counts until the month before the limit', () => {
    expect(ageOutMonth('1985-10', BELOW_40)).toBe('2026-10');
    expect(isYoung('1985-10', '2026-09-30', BELOW_40)).toBe(true);
    expect(isYoung('1985-10', '2026-10-01', BELOW_40)).toBe(false);
  });

  it('follows a city that reads its age words otherwise', () => {
    const strictCity = { below: 0, around: 2, strict: 0 };
    expect(isYoung('1986-09', '2026-09-30', BELOW_40, strictCity)).toBe(false);
    expect(ageOutMonth('1986-09', BELOW_40, strictCity)).toBe('2026-09');
  });
});
