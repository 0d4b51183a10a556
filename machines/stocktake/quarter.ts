import { addDays, lastDayOf, previousQuarterEnds, type Day } from '../rules/index.js';

/** A quarter of the year, `2026Q3`. */
export type Quarter = string;

/**
 * The day a stocktake of a quarter looks at.
 *
 * @param quarter `YYYYQn`
 * @returns the quarter's last day
 * @source handbook §2.4 `referenceDate: quarterEnd`
 */
export function referenceDayOf(quarter: Quarter): Day {
  const month = Number(quarter.slice(5)) * 3;
  return lastDayOf(`${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}`);
}

/** @returns the quarter a quarter's last day belongs to */
export function quarterOf(day: Day): Quarter {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** @returns the quarter before, across years too */
export function previousQuarter(quarter: Quarter): Quarter {
  return quarterOf(previousQuarterEnds(referenceDayOf(quarter), 2)[1]!);
}

/**
 * The quarter whose stocktake is due to be opened by itself: the last one to end, as long as that is no more than so many
 * days ago. An installation that begins in the middle of a quarter does not reach back to one that nobody prepared; such a
 * round is opened by hand.
 *
 * @param today `YYYY-MM-DD`
 * @returns the quarter; null when its end lies too far back
 * @source handbook §0 no. 2 (每季度末摸底调度)
 */
export function quarterDue(today: Day): Quarter | null {
  const [end] = previousQuarterEnds(today, 1);
  return end !== undefined && addDays(end, OPENS_WITHIN_DAYS) >= today ? quarterOf(end) : null;
}

const OPENS_WITHIN_DAYS = 45;

/** @returns as people write it: 2026年第三季度 */
export function quarterLabel(quarter: Quarter): string {
  return `${quarter.slice(0, 4)}年第${'一二三四'[Number(quarter.slice(5)) - 1]}季度`;
}
