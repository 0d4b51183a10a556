import { refuse, type Refusal } from '../kernel/index.js';
import type { Day } from '../rules/index.js';

/**
 * Records are made afterwards, and each step follows the one before it (the same day is allowed).
 *
 * @param days in the order in which they must lie; null = no such step
 * @param today the day of the record
 * @refuses DAY_IN_FUTURE - a day later than today
 * @refuses DAYS_OUT_OF_ORDER - a day before the one it must follow
 */
export function daysInOrder(days: readonly (Day | null)[], today: Day): Refusal | null {
  const known = days.filter((day): day is Day => day !== null);
  const ahead = known.find((day) => day > today);
  if (ahead !== undefined) return refuse('DAY_IN_FUTURE', { day: ahead, today });
  return daysFollow(known);
}

/**
 * The order alone, for days that may lie ahead.
 *
 * @refuses DAYS_OUT_OF_ORDER - a day before the one it must follow
 */
export function daysFollow(days: readonly Day[]): Refusal | null {
  const wrong = days.findIndex((day, at) => at > 0 && day < days[at - 1]!);
  return wrong === -1 ? null : refuse('DAYS_OUT_OF_ORDER', { earlier: days[wrong - 1]!, later: days[wrong]! });
}
