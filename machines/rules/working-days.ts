import { addDays, weekday } from './days.js';
import type { Day } from './vocabulary.js';

/** Which days people work: Monday to Friday, save the announced exceptions, within the span that was announced. */
export interface WorkingCalendar {
  coverageFrom: Day;
  coverageUntil: Day;
  exceptions: ReadonlyMap<Day, 'off' | 'work'>;
}

/** Asked about a day whose holidays are not announced yet. A guess would be wrong silently, so nothing is guessed. */
export class CalendarCoverageError extends Error {
  readonly code = 'CALENDAR_NOT_COVERED';
  readonly params: { day: Day; coverageUntil: Day };

  constructor(day: Day, coverageUntil: Day) {
    super(`working calendar does not cover ${day}`);
    this.name = 'CalendarCoverageError';
    this.params = { day, coverageUntil };
  }
}

/** Decides one day; the exact calendar and the provisional fallback count through the same loops. */
export type DayPredicate = (day: Day) => boolean;

/**
 * Says whether the calendar knows a day.
 *
 * @param calendar the announced working calendar
 * @param day `YYYY-MM-DD`
 * @returns true within the announced span, both ends included
 * @source handbook §4.1 (`coverage_until`)
 */
export function isCovered(calendar: WorkingCalendar, day: Day): boolean {
  return day >= calendar.coverageFrom && day <= calendar.coverageUntil;
}

/**
 * Monday to Friday, holidays unknown: only for provisional deadlines.
 *
 * @param day `YYYY-MM-DD`
 * @returns true from Monday to Friday
 * @source handbook §4.1 (jobs beyond coverage are provisional)
 */
export function isWeekday(day: Day): boolean {
  const number = weekday(day);
  return number !== 0 && number !== 6;
}

/**
 * Says whether people work on a day, holidays and make-up days included.
 *
 * @param calendar the announced working calendar
 * @param day `YYYY-MM-DD`
 * @returns true for a working day
 * @refuses CALENDAR_NOT_COVERED (thrown) - the day lies outside the announced span
 * @source handbook §4.1
 */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  if (!isCovered(calendar, day)) throw new CalendarCoverageError(day, calendar.coverageUntil);
  const exception = calendar.exceptions.get(day);
  return exception ? exception === 'work' : isWeekday(day);
}

/**
 * Walks forward to the n-th day that the predicate calls working.
 *
 * @param isWorking decides one day
 * @param start `YYYY-MM-DD`
 * @param n working days, 1 or more
 * @param countStart whether the start day itself may count
 * @returns `YYYY-MM-DD`
 * @source handbook §4.1
 */
export function walkWorkingDays(isWorking: DayPredicate, start: Day, n: number, countStart: boolean): Day {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`working days must be 1 or more: ${n}`);
  let day = countStart ? start : addDays(start, 1);
  let counted = isWorking(day) ? 1 : 0;
  while (counted < n) {
    day = addDays(day, 1);
    if (isWorking(day)) counted += 1;
  }
  return day;
}

/**
 * Walks forward to the first day that the predicate calls working, the day itself included.
 *
 * @param isWorking decides one day
 * @param day `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`
 * @source handbook §7 scenario 29
 */
export function walkToWorkingDay(isWorking: DayPredicate, day: Day): Day {
  let current = day;
  while (!isWorking(current)) current = addDays(current, 1);
  return current;
}

/**
 * The n-th working day from a start.
 *
 * @param calendar the announced working calendar
 * @param start `YYYY-MM-DD`
 * @param n working days, 1 or more
 * @param options `countStart`: the start day itself counts if it is a working day (public notices); else counting
 *   begins on the next day (期间开始之日不计)
 * @returns `YYYY-MM-DD`, always a working day
 * @refuses CALENDAR_NOT_COVERED (thrown) - the count reaches a day outside the announced span
 * @source handbook §4.1 (counting convention and vectors)
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  start: Day,
  n: number,
  options: { countStart: boolean },
): Day {
  return walkWorkingDays((day) => isWorkingDay(calendar, day), start, n, options.countStart);
}

/**
 * The first working day on or after a day: a due date on a holiday moves to the next working day.
 *
 * @param calendar the announced working calendar
 * @param day `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`, always a working day
 * @refuses CALENDAR_NOT_COVERED (thrown) - no working day before the announced span ends
 * @source handbook §1.7, §7 scenario 29
 */
export function rollForward(calendar: WorkingCalendar, day: Day): Day {
  return walkToWorkingDay((candidate) => isWorkingDay(calendar, candidate), day);
}

/**
 * How many working days lie after one day and up to another, so that it undoes {@link addWorkingDays} without the
 * start: what is left until a due date, or by how much it is missed.
 *
 * @param calendar the announced working calendar
 * @param from `YYYY-MM-DD`, itself not counted
 * @param to `YYYY-MM-DD`, itself counted
 * @returns working days; negative when `to` is the earlier day
 * @refuses CALENDAR_NOT_COVERED (thrown) - a day between lies outside the announced span
 * @source handbook §4.1
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/**
 * The same beyond the announced span too: there every weekday counts, and the answer says that it is a guess. For telling
 * people how long something has waited or is left; no deadline is computed by it.
 *
 * @param calendar the announced working calendar
 * @param from `YYYY-MM-DD`, itself not counted
 * @param to `YYYY-MM-DD`, itself counted
 * @returns working days, negative when `to` is the earlier day
 * @source handbook §4.1
 */
export function workingDaysAbout(
  calendar: WorkingCalendar,
  from: Day,
  to: Day,
): { days: number; provisional: boolean } {
  if (to < from) {
    const { days, provisional } = workingDaysAbout(calendar, to, from);
    return { days: 0 - days, provisional };
  }
  let days = 0;
  let provisional = false;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    const known = isCovered(calendar, day);
    provisional ||= !known;
    if (known ? isWorkingDay(calendar, day) : isWeekday(day)) days += 1;
  }
  return { days, provisional };
}
