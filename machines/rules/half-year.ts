import { addMonthsToDay, daysBetween } from './days.js';
import type { Day } from './vocabulary.js';

/** A half of the year, `2026H1`. */
export type HalfYear = string;

/** @returns whether a text names a half of a year, as `2026H2` */
export function isHalfYear(text: string): boolean {
  return /^[12]\d{3}H[12]$/.test(text);
}

/** @returns the half of the year a day belongs to */
export function halfYearOf(day: Day): HalfYear {
  return `${day.slice(0, 4)}H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;
}

/** @returns the first and the last day of a half of the year */
export function periodOfHalf(half: HalfYear): { from: Day; until: Day } {
  const year = half.slice(0, 4);
  return half.endsWith('1')
    ? { from: `${year}-01-01`, until: `${year}-06-30` }
    : { from: `${year}-07-01`, until: `${year}-12-31` };
}

/** @returns as people write it: 2026年上半年 */
export function halfYearWords(half: HalfYear): string {
  return `${half.slice(0, 4)}年${half.endsWith('1') ? '上' : '下'}半年`;
}

/** When the standing committee is to be reported to next. */
export type CommitteeReportDue = {
  lastReportedOn: Day | null;
  /** Null before the first report is on record: nothing is known to count from. */
  dueDay: Day | null;
  /** Calendar days since the due day; 0 while it has not passed. */
  overdueDays: number;
};

/**
 * When the report to the standing committee (半年专题汇报) falls due.
 *
 * @param lastReportedOn day of the last report; null when none is on record
 * @param today the day to judge by
 * @param months within how many months the next one must follow
 * @returns the due day; on that very day it is not overdue yet
 * @source source document part 1 (至少每半年向市委常委会专题汇报一次), handbook §7 scenario 34
 */
export function committeeReportDue(lastReportedOn: Day | null, today: Day, months: number): CommitteeReportDue {
  if (lastReportedOn === null) return { lastReportedOn, dueDay: null, overdueDays: 0 };
  const dueDay = addMonthsToDay(lastReportedOn, months);
  return { lastReportedOn, dueDay, overdueDays: Math.max(0, daysBetween(dueDay, today)) };
}
