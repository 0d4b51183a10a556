import { addMonths } from './months.js';
import { lastDayOf, monthOf } from './days.js';
import type { Day } from './vocabulary.js';

/**
 * The last day of the quarter a day belongs to: the reference day of ledgers and stocktakes.
 *
 * @param day `YYYY-MM-DD`
 * @returns 03-31, 06-30, 09-30 or 12-31 of the same year
 * @source handbook §0 no. 2 (每季度末摸底调度), §2.4 `referenceDate: quarterEnd`
 */
export function quarterEnd(day: Day): Day {
  const month = Number(day.slice(5, 7));
  const last = Math.ceil(month / 3) * 3;
  return lastDayOf(`${day.slice(0, 4)}-${String(last).padStart(2, '0')}`);
}

/**
 * The quarter ends that have been reached, the latest first. A quarter end is reached on that very day, so a stocktake
 * of 30 September counts its own quarter.
 *
 * @param asOf `YYYY-MM-DD`
 * @param n how many, 0 or more
 * @returns `n` days, each on or before `asOf`
 * @source handbook §2.4 (unmet quarters)
 */
export function previousQuarterEnds(asOf: Day, n: number): Day[] {
  const current = quarterEnd(asOf);
  const latest = current === asOf ? current : lastDayOf(addMonths(monthOf(current), -3));
  return Array.from({ length: n }, (_, back) => lastDayOf(addMonths(monthOf(latest), -3 * back)));
}
