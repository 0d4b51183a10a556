import { ageOutMonth } from './age.js';
import type { Policy } from './policy.js';
import { previousQuarterEnds } from './quarters.js';
import type { StaffingTask, TeamFacts } from './staffing-facts.js';
import type { Day } from './vocabulary.js';

/**
 * The days on which the numbers or the level of a team can become others by the passing of time alone: somebody's birth
 * month passes the age line, a known term begins or ends, a quarter ends and counts as one more that was missed.
 *
 * @param team the team with the seats of all known periods
 * @param tasks the tasks it is judged under
 * @param policy what the age words mean
 * @param from the day after which, `YYYY-MM-DD`
 * @param until the last day, `YYYY-MM-DD`
 * @returns in order, each once; empty when nothing can change
 * @source handbook §2.4 (agingOutForecast, unmetQuarters)
 */
export function daysOfChange(
  team: TeamFacts,
  tasks: readonly StaffingTask[],
  policy: Policy,
  from: Day,
  until: Day,
): Day[] {
  const days = new Set<Day>();
  const note = (day: Day | undefined): void => {
    if (day !== undefined && day > from && day <= until) days.add(day);
  };
  for (const seat of team.seats) {
    for (const task of tasks) note(`${ageOutMonth(seat.birth, task.age, policy.age.yearsAdded)}-01`);
    note(seat.from);
    note(seat.to);
  }
  for (const day of previousQuarterEnds(until, QUARTERS_OF_THREE_YEARS)) note(day);
  return [...days].toSorted();
}

/** A rehearsal reaches three years at most. */
const QUARTERS_OF_THREE_YEARS = 13;
