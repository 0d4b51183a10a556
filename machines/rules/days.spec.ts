import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonthsToDay,
  compareDays,
  daysBetween,
  daysInMonth,
  isLapsed,
  isValidDay,
  lastDayOf,
  monthOf,
  weekday,
} from './days.js';
import { previousQuarterEnds, quarterEnd } from './quarters.js';

describe('days', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31'])('accepts %s', (day) => {
    expect(isValidDay(day)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-01',
    '2026-13-01',
    '2026-01-00',
    '2026-1-1',
    '0999-01-01',
  ])('refuses %s', (day) => {
    expect(isValidDay(day)).toBe(false);
  });

  it('adds calendar days over months, years and the leap day', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-09-30', '2026-12-29')).toBe(90);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-01', 0.5)).toThrow(RangeError);
  });

  it('orders days and knows the week', () => {
    expect(['2026-10-01', '2026-09-30'].sort(compareDays)).toEqual(['2026-09-30', '2026-10-01']);
    expect(compareDays('2026-10-01', '2026-10-01')).toBe(0);
    expect(weekday('2026-09-20')).toBe(0);
    expect(weekday('2026-09-19')).toBe(6);
    expect(weekday('1969-12-31')).toBe(3);
  });

  it('keeps the day of the month, or takes the last one', () => {
    expect(addMonthsToDay('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonthsToDay('2026-03-20', 6)).toBe('2026-09-20');
    expect(addMonthsToDay('2024-02-29', 12)).toBe('2025-02-28');
    expect([monthOf('2026-02-03'), lastDayOf('2026-02'), daysInMonth('2024-02')]).toEqual([
      '2026-02',
      '2026-02-28',
      29,
    ]);
  });

  it('lets a recommendation lapse on the day after its anniversary', () => {
    expect(isLapsed('2025-11-20', '2026-11-20', 12)).toBe(false);
    expect(isLapsed('2025-11-20', '2026-11-21', 12)).toBe(true);
  });
});

describe('quarters', () => {
  it.each([
    ['2026-01-01', '2026-03-31'],
    ['2026-03-31', '2026-03-31'],
    ['2026-04-01', '2026-06-30'],
    ['2026-11-22', '2026-12-31'],
  ])('of %s ends on %s', (day, end) => {
    expect(quarterEnd(day)).toBe(end);
  });

  it('have been reached on their last day, not before', () => {
    expect(previousQuarterEnds('2026-09-30', 2)).toEqual(['2026-09-30', '2026-06-30']);
    expect(previousQuarterEnds('2026-09-29', 2)).toEqual(['2026-06-30', '2026-03-31']);
    expect(previousQuarterEnds('2026-02-01', 2)).toEqual(['2025-12-31', '2025-09-30']);
    expect(previousQuarterEnds('2026-02-01', 0)).toEqual([]);
  });
});
