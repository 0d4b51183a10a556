import { describe, expect, it } from '@jest/globals';
import { deadlineDay } from './deadlines.js';
import { CALENDAR_2026, CALENDAR_MAY_2022 } from './spec-support.js';
import {
  addWorkingDays,
  CalendarCoverageError,
  isWorkingDay,
  rollForward,
  workingDaysBetween,
  type WorkingCalendar,
} from './working-days.js';

const VECTORS: [WorkingCalendar, string, string, string][] = [
  [CALENDAR_MAY_2022, '2022-05-07', '2022-05-12', '2022-05-13'],
  [CALENDAR_2026, '2026-02-11', '2026-02-24', '2026-02-25'],
  [CALENDAR_2026, '2026-02-14', '2026-02-27', '2026-02-28'],
  [CALENDAR_2026, '2026-04-30', '2026-05-09', '2026-05-11'],
  [CALENDAR_2026, '2026-09-18', '2026-09-23', '2026-09-24'],
  [CALENDAR_2026, '2026-09-24', '2026-10-08', '2026-10-09'],
  [CALENDAR_2026, '2026-10-08', '2026-10-13', '2026-10-14'],
];

describe('working days', () => {
  it.each(VECTORS)('five from a start (vector %#)', (calendar, start, counted, notCounted) => {
    expect(addWorkingDays(calendar, start, 5, { countStart: true })).toBe(counted);
    expect(addWorkingDays(calendar, start, 5, { countStart: false })).toBe(notCounted);
  });

  it.each([true, false])('never guess a year that is not announced (start counted: %s)', (countStart) => {
    const beyond = (): string => addWorkingDays(CALENDAR_2026, '2026-12-28', 5, { countStart });
    expect(beyond).toThrow(CalendarCoverageError);
    expect(beyond).toThrow(
      expect.objectContaining({
        code: 'CALENDAR_NOT_COVERED',
        params: { day: '2027-01-01', coverageUntil: '2026-12-31' },
      }),
    );
  });

  it('reach the last announced day but not the one after', () => {
    expect(addWorkingDays(CALENDAR_2026, '2026-12-28', 4, { countStart: true })).toBe('2026-12-31');
    expect(() => isWorkingDay(CALENDAR_2026, '2025-12-31')).toThrow(CalendarCoverageError);
  });

  it('do not count a start that is a day off', () => {
    expect(addWorkingDays(CALENDAR_2026, '2026-10-03', 1, { countStart: true })).toBe('2026-10-08');
    expect(addWorkingDays(CALENDAR_2026, '2026-10-03', 1, { countStart: false })).toBe('2026-10-08');
  });

  it.each([0, -1, 1.5])('refuse a count of %d', (n) => {
    expect(() => addWorkingDays(CALENDAR_2026, '2026-09-18', n, { countStart: true })).toThrow(RangeError);
  });

  it('roll forward over a holiday only', () => {
    expect(rollForward(CALENDAR_2026, '2026-10-03')).toBe('2026-10-08');
    expect(rollForward(CALENDAR_2026, '2026-10-10')).toBe('2026-10-10');
  });

  it('are counted between two days, negative once missed', () => {
    expect(workingDaysBetween(CALENDAR_2026, '2026-09-21', '2026-10-19')).toBe(15);
    expect(workingDaysBetween(CALENDAR_2026, '2026-10-19', '2026-09-21')).toBe(-15);
    expect(workingDaysBetween(CALENDAR_2026, '2026-09-21', '2026-09-21')).toBe(0);
  });
});

describe('deadlines', () => {
  it('are exact within the announced calendar', () => {
    const days = { kind: 'working-days', n: 2, countStart: false } as const;
    expect(deadlineDay(CALENDAR_2026, days, '2026-09-29')).toEqual({ day: '2026-10-08', provisional: false });
    const week = { kind: 'calendar-days', n: 7, roll: true } as const;
    expect(deadlineDay(CALENDAR_2026, week, '2026-09-26')).toEqual({ day: '2026-10-08', provisional: false });
    expect(deadlineDay(CALENDAR_2026, week, '2026-09-23')).toEqual({ day: '2026-09-30', provisional: false });
  });

  it('fall back to Monday to Friday beyond it, and say so', () => {
    const days = { kind: 'working-days', n: 5, countStart: true } as const;
    expect(deadlineDay(CALENDAR_2026, days, '2026-12-28')).toEqual({ day: '2027-01-01', provisional: true });
    const week = { kind: 'calendar-days', n: 7, roll: true } as const;
    expect(deadlineDay(CALENDAR_2026, week, '2026-12-26')).toEqual({ day: '2027-01-04', provisional: true });
  });

  it('of months never roll and never depend on the calendar', () => {
    expect(deadlineDay(CALENDAR_2026, { kind: 'months', n: 6 }, '2026-03-20')).toEqual({
      day: '2026-09-20',
      provisional: false,
    });
    expect(deadlineDay(CALENDAR_2026, { kind: 'months', n: 12 }, '2026-12-31')).toEqual({
      day: '2027-12-31',
      provisional: false,
    });
  });
});
