import { describe, expect, it } from '@jest/globals';
import { ceilShare, compareRationals, parseRational, percentText, rational } from './rational.js';

describe('shares', () => {
  it.each([
    [7, 100, 100, 7],
    [15, 100, 20, 3],
    [15, 100, 13, 2],
    [15, 100, 7, 2],
    [15, 100, 5, 1],
    [15, 100, 0, 0],
    [1, 3, 3, 1],
    [1, 3, 4, 2],
    [333, 1000, 3, 1],
  ])('%i/%i of %i persons is %i', (num, den, base, due) => {
    expect(ceilShare(num, den, base)).toBe(due);
  });

  it('refuses numbers beyond exactness instead of rounding them', () => {
    expect(() => ceilShare(Number.MAX_SAFE_INTEGER, 1, 2)).toThrow(RangeError);
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => rational(-1, 2)).toThrow(RangeError);
  });

  it.each([
    ['15%', 3, 20],
    ['33.3%', 333, 1000],
    ['2', 2, 1],
    ['0.15', 3, 20],
    [' 1/3 ', 1, 3],
    ['１５％', 3, 20],
    ['0%', 0, 1],
    ['100.000001%', 100000001, 100000000],
  ])('reads %s', (text, num, den) => {
    expect(parseRational(text)).toEqual({ num, den });
  });

  it.each(['', '%', '-5%', '15%%', '1/0', '十五', '1e2', '.5', '1.0000001%', '5.'])('does not read %s', (text) => {
    expect(parseRational(text)).toBeNull();
  });

  it('compares exactly and shows a percentage to the eye', () => {
    expect(compareRationals({ num: 1, den: 2 }, { num: 2, den: 4 })).toBe(0);
    expect(compareRationals({ num: 1, den: 3 }, { num: 333, den: 1000 })).toBeGreaterThan(0);
    expect([percentText({ num: 1, den: 3 }), percentText({ num: 1, den: 2 }), percentText({ num: 0, den: 0 })]).toEqual(
      ['33.3%', '50%', '—'],
    );
  });
});
