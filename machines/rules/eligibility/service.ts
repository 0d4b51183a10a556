import { addDays, addMonthsToDay, daysBetween } from '../days.js';
import type { Day } from '../vocabulary.js';

/** A stretch of service: from its first day to the day on which it is over, null while it lasts. */
export interface Stretch {
  from: Day;
  to: Day | null;
}

/** Time served: whole months and the days beyond them. */
export interface Served {
  months: number;
  days: number;
}

/**
 * Stretches put together: what overlaps counts once, so that a rank held beside a post is not counted twice.
 *
 * @param stretches in any order
 * @param on what lies after this day is left out
 * @returns disjoint stretches in order; empty when nothing was served before `on`
 * @source handbook §1.3 E09 (cumulative), §7 scenario 36
 */
export function unite(stretches: readonly Stretch[], on: Day): Stretch[] {
  const begun = stretches.filter(({ from, to }) => from <= on && (to === null || to > from));
  const united: Stretch[] = [];
  for (const next of begun.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = united.at(-1);
    if (last && (last.to === null || next.from <= last.to)) {
      if (last.to !== null && (next.to === null || next.to > last.to)) last.to = next.to;
    } else united.push({ ...next });
  }
  return united;
}

/**
 * Time served until a day, all stretches together.
 *
 * @param stretches in any order; overlaps count once
 * @param on the day of judgement
 * @returns whole months, and days beyond (0–30)
 * @source handbook §1.1 (tenure starts on the day of the decision), §7 scenario 36
 */
export function servedUntil(stretches: readonly Stretch[], on: Day): Served {
  let months = 0;
  let days = 0;
  for (const { from, to } of unite(stretches, on)) {
    // Days beyond whole months are carried over, as if the next stretch had begun that much earlier.
    const start = addDays(from, -days);
    const end = to !== null && to < on ? to : on;
    const whole = wholeMonths(start, end);
    months += whole;
    days = daysBetween(addMonthsToDay(start, whole), end);
  }
  return { months, days };
}

/**
 * The day on which a length of service is reached, if it is or will be.
 *
 * @param stretches in any order; overlaps count once
 * @param months service asked for, in months
 * @param on the day of judgement; a stretch that lasts then is taken to last on
 * @returns null when the service has ended and falls short: no day will bring it
 * @source handbook §1.3 (evaluated at submission and again at deliberation)
 */
export function reachedOn(stretches: readonly Stretch[], months: number, on: Day): Day | null {
  let rest = months;
  let days = 0;
  for (const { from, to } of unite(stretches, on)) {
    const start = addDays(from, -days);
    const day = addMonthsToDay(start, rest);
    if (to === null || day <= to) return day < from ? from : day;
    const whole = wholeMonths(start, to);
    rest -= whole;
    days = daysBetween(addMonthsToDay(start, whole), to);
  }
  return null;
}

function wholeMonths(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const guess = years * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonthsToDay(from, guess) > to ? guess - 1 : guess;
}
