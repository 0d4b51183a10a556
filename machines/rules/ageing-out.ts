import { ageOutMonth } from './age.js';
import { lastDayOf, monthOf } from './days.js';
import { addMonths } from './months.js';
import type { Policy } from './policy.js';
import { assessTask, type Assessment } from './staffing.js';
import type { StaffingTask, TeamFacts } from './staffing-facts.js';
import type { Day, Month } from './vocabulary.js';

/** What becomes of a team's young members if nothing is done. */
export interface AgeingOutForecast {
  /** First month with a larger shortfall than on the day of reference; null when none comes within the horizon. */
  month: Month | null;
  /** Who stops counting within the horizon, and in which month: by age, or because a known term ends. */
  leavers: { cadre: string; name: string; month: Month; reason: 'age' | 'term' }[];
}

/**
 * The month in which a team will fall short, or further short, if nothing is done: members pass the age line, and known
 * end dates pass. Appointments already known to start later are taken into account.
 *
 * @param team the team with the seats of all known periods
 * @param task the task
 * @param asOf day of reference; the rest of its month belongs to the forecast
 * @param policy what counts, and what the age words mean
 * @param horizonMonths how many months ahead, the policy's horizon by default
 * @returns the month and the leavers in the order in which they leave
 * @source handbook §2.4 (agingOutForecast)
 */
export function forecastShortfall(
  team: TeamFacts,
  task: StaffingTask,
  asOf: Day,
  policy: Policy,
  horizonMonths: number = policy.ageingOutHorizonMonths,
): AgeingOutForecast {
  const today = assessTask(team, task, asOf, policy);
  const forecast: AgeingOutForecast = { month: null, leavers: [] };
  const left = new Set<string>();
  for (const month of monthsOfChange(team, task, asOf, policy, horizonMonths)) {
    const then = assessTask(team, task, lastDayOf(month), policy);
    if (then.shortfall > today.shortfall) forecast.month ??= month;
    for (const member of goneBetween(today, then)) {
      if (left.has(member.cadre)) continue;
      left.add(member.cadre);
      const reason = ageOutMonth(member.birth, task.age, policy.age.yearsAdded) <= month ? 'age' : 'term';
      forecast.leavers.push({ cadre: member.cadre, name: member.name, month, reason });
    }
  }
  return forecast;
}

/** Only in these months can a number change, so only they are assessed: the whole city is forecast in one pass. */
function monthsOfChange(team: TeamFacts, task: StaffingTask, asOf: Day, policy: Policy, horizon: number): Month[] {
  const first = monthOf(asOf);
  const last = addMonths(first, horizon);
  const months = new Set<Month>();
  const note = (month: Month): void => {
    if (month >= first && month <= last) months.add(month);
  };
  for (const seat of team.seats) {
    if (seat.to !== undefined && seat.to <= asOf) continue;
    note(ageOutMonth(seat.birth, task.age, policy.age.yearsAdded));
    if (seat.to !== undefined) note(monthOf(seat.to));
    if (seat.from > asOf) note(monthOf(seat.from));
  }
  return [...months].sort();
}

function goneBetween(today: Assessment, then: Assessment): Assessment['young'] {
  const still = new Set(then.young.map(({ cadre }) => cadre));
  return today.young.filter(({ cadre }) => !still.has(cadre));
}
