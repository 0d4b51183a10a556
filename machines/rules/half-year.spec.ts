import { describe, expect, it } from '@jest/globals';
import { committeeReportDue, halfYearOf, halfYearWords, isHalfYear, periodOfHalf } from './half-year.js';

describe('halves of the year', () => {
  it.each([
    ['2026-01-01', '2026H1', '2026年上半年'],
    ['2026-06-30', '2026H1', '2026年上半年'],
    ['2026-07-01', '2026H2', '2026年下半年'],
    ['2026-12-31', '2026H2', '2026年下半年'],
  ])('%s lies in %s', (day, half, words) => {
    expect([halfYearOf(day), halfYearWords(half)]).toEqual([half, words]);
    const { from, until } = periodOfHalf(half);
    expect(from <= day && day <= until).toBe(true);
  });

  it('are named by year and number, and by nothing else', () => {
    expect(['2026H1', '2026H3', '26H1', '2026Q1'].map(isHalfYear)).toEqual([true, false, false, false]);
  });
});

describe('the report to the standing committee', () => {
  it('§7-34 last 2026-03-20 is due 2026-09-20; on 2026-09-21 it is overdue', () => {
    const on = (today: string) => committeeReportDue('2026-03-20', today, 6);
    expect(on('2026-09-20')).toEqual({ lastReportedOn: '2026-03-20', dueDay: '2026-09-20', overdueDays: 0 });
    expect(on('2026-09-21').overdueDays).toBe(1);
  });

  it('is due by no day before the first is on record, and at the month’s end where the month is shorter', () => {
    expect(committeeReportDue(null, '2026-09-21', 6)).toEqual({ lastReportedOn: null, dueDay: null, overdueDays: 0 });
    expect(committeeReportDue('2026-08-31', '2026-09-21', 6).dueDay).toBe('2027-02-28');
  });
});
