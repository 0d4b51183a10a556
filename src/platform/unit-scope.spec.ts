import { describe, expect, it } from '@jest/globals';
import { isWithin, type ScopeHolder, seesUnit, visiblePaths } from './unit-scope.js';

const holder = (...paths: string[]): ScopeHolder => ({ grants: paths.map((unitPath) => ({ unitPath })) });

describe('reach of a grant', () => {
  it.each([
    ['', '3.17', true],
    ['3', '3.17', true],
    ['3.17', '3.17', true],
    ['3.1', '3.17', false],
    ['3.17', '3', false],
    ['4', '3.17', false],
  ])('grant on "%s" over unit "%s": %s', (grant, unit, expected) => {
    expect(isWithin(grant, unit)).toBe(expected);
  });
});

describe('what a caller sees', () => {
  it('is each granted part once, and the whole tree when that is among them', () => {
    expect(visiblePaths(holder('4', '3.17', '4'))).toEqual(['3.17', '4']);
    expect(visiblePaths(holder('3', ''))).toEqual(['']);
    expect(visiblePaths(holder())).toEqual([]);
  });

  it('is a unit within any of them', () => {
    expect(seesUnit(holder('4', '3.17'), '3.17.2')).toBe(true);
    expect(seesUnit(holder('4', '3.17'), '3')).toBe(false);
    expect(seesUnit(holder('nowhere'), '3')).toBe(false);
  });
});
