import type { Month } from './vocabulary.js';

const MONTH_PATTERN = /^(\d{4})-(0[1-9]|1[0-2])$/;

/**
 * Says whether a text is a calendar month as archives write it, `YYYY-MM`.
 *
 * @param text any text
 * @returns true for an existing month of the years 1000–9999
 * @source handbook §7 scenario 5 (an ambiguous month is never guessed)
 */
export function isValidMonth(text: string): boolean {
  return MONTH_PATTERN.test(text) && text >= '1000';
}

/**
 * Counts a month from year 0, so that months can be subtracted: ages and deadlines are differences of such counts.
 *
 * @param month `YYYY-MM`
 * @returns months since year 0; an invalid month is a programming fault and throws
 * @source handbook §2.2 (`YYYYMM(ref) − YYYYMM(birth)`)
 */
export function monthIndex(month: Month): number {
  if (!MONTH_PATTERN.test(month)) throw new RangeError(`not a month YYYY-MM: ${month}`);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/**
 * The month with a given count, the reverse of {@link monthIndex}.
 *
 * @param index whole months since year 0, years 1000–9999
 * @returns `YYYY-MM`
 * @source handbook §2.2
 */
export function monthFromIndex(index: number): Month {
  const year = Math.floor(index / 12);
  if (!Number.isInteger(index) || year < 1000 || year > 9999) throw new RangeError(`no month has the count ${index}`);
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/**
 * The month a number of months later (or earlier).
 *
 * @param month `YYYY-MM`
 * @param months whole months, may be negative
 * @returns `YYYY-MM`
 * @source handbook §2.4 (ageing-out forecast)
 */
export function addMonths(month: Month, months: number): Month {
  return monthFromIndex(monthIndex(month) + months);
}

/**
 * How many months lie between two months.
 *
 * @param from `YYYY-MM`
 * @param to `YYYY-MM`
 * @returns whole months, negative when `to` is the earlier one
 * @source handbook §2.2
 */
export function monthsBetween(from: Month, to: Month): number {
  return monthIndex(to) - monthIndex(from);
}
