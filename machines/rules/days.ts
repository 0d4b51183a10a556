import { addMonths } from './months.js';
import type { Day, Month } from './vocabulary.js';

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Whole days since 1970-01-01; the arithmetic of days runs on these, never on clock time. */
function dayNumber(day: Day): number {
  if (!isValidDay(day)) throw new RangeError(`not a day YYYY-MM-DD: ${day}`);
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
}

/**
 * Says whether a text is an existing calendar day, `YYYY-MM-DD`.
 *
 * @param text any text
 * @returns false also for days that do not exist, such as 2026-02-29
 * @source architecture, house style (a day is text, never an instant)
 */
export function isValidDay(text: string): boolean {
  if (!DAY_PATTERN.test(text) || text < '1000') return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(text.slice(0, 7));
}

/**
 * How many days a month has.
 *
 * @param month `YYYY-MM`
 * @returns 28 to 31
 * @source Gregorian calendar
 */
export function daysInMonth(month: Month): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}

/**
 * The day a number of calendar days later (or earlier).
 *
 * @param day `YYYY-MM-DD`
 * @param days whole days, may be negative
 * @returns `YYYY-MM-DD`
 * @source handbook §1.7 (filing due 7 calendar days after the notice ends)
 */
export function addDays(day: Day, days: number): Day {
  if (!Number.isInteger(days)) throw new RangeError(`not a whole number of days: ${days}`);
  return new Date((dayNumber(day) + days) * DAY_MS).toISOString().slice(0, 10);
}

/**
 * How many calendar days lie between two days.
 *
 * @param from `YYYY-MM-DD`
 * @param to `YYYY-MM-DD`
 * @returns whole days, negative when `to` is the earlier one
 * @source handbook §7 scenario 19 (a commitment counts for 90 days)
 */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Orders two days.
 *
 * @param a `YYYY-MM-DD`
 * @param b `YYYY-MM-DD`
 * @returns −1, 0 or 1, ready for sorting
 * @source architecture, house style
 */
export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The day of the week.
 *
 * @param day `YYYY-MM-DD`
 * @returns 0 Sunday to 6 Saturday
 * @source handbook §4.1
 */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday (4); the second modulo keeps earlier days positive.
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/**
 * The month a day belongs to.
 *
 * @param day `YYYY-MM-DD`
 * @returns `YYYY-MM`
 * @source handbook §2.2 (ages are judged by month)
 */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/**
 * The last day of a month.
 *
 * @param month `YYYY-MM`
 * @returns `YYYY-MM-DD`
 * @source Gregorian calendar
 */
export function lastDayOf(month: Month): Day {
  return `${month}-${String(daysInMonth(month)).padStart(2, '0')}`;
}

/**
 * The same day of the month a number of months later; the last day of the month where that day does not exist.
 *
 * @param day `YYYY-MM-DD`
 * @param months whole months, may be negative
 * @returns `YYYY-MM-DD`; 2026-01-31 and one month gives 2026-02-28
 * @source handbook §1.1 (probation of one year), §7 scenario 34
 */
export function addMonthsToDay(day: Day, months: number): Day {
  const last = lastDayOf(addMonths(monthOf(day), months));
  const wanted = `${last.slice(0, 8)}${day.slice(8, 10)}`;
  return wanted < last ? wanted : last;
}

/**
 * Says whether a democratic recommendation has lapsed: it holds for a number of months, its anniversary included.
 *
 * @param recommendedOn day of the recommendation meeting
 * @param on day of the deliberation
 * @param months validity in months (12 by default, see the policy)
 * @returns true when the recommendation must be repeated
 * @source handbook §1.1 (valid one year), §7 scenario 31
 */
export function isLapsed(recommendedOn: Day, on: Day, months: number): boolean {
  return on > addMonthsToDay(recommendedOn, months);
}
