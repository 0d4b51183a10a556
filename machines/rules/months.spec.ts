import { describe, expect, it } from '@jest/globals';
import { addMonths, isValidMonth, monthFromIndex, monthIndex, monthsBetween } from './months.js';

describe('months', () => {
  it.each(['2026-01', '2026-12', '1000-01'])('accepts %s', (month) => {
    expect(isValidMonth(month)).toBe(true);
  });

  it.each(['2026-00', '2026-13', '2026-1', '1986.1', '0999-12', '2026-01-01', ''])('refuses %s', (text) => {
    expect(isValidMonth(text)).toBe(false);
  });

  it('crosses years in both directions', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2026-05', 24)).toBe('2028-05');
    expect(monthsBetween('1986-10', '2026-09')).toBe(479);
    expect(monthsBetween('2026-09', '2026-08')).toBe(-1);
  });

  it('counts and names months alike', () => {
    expect(monthFromIndex(monthIndex('2026-02'))).toBe('2026-02');
    expect(() => monthIndex('2026-2')).toThrow(RangeError);
    expect(() => monthFromIndex(999 * 12 + 11)).toThrow(RangeError);
    expect(() => monthFromIndex(0.5)).toThrow(RangeError);
  });
});
