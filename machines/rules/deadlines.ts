import { addDays, addMonthsToDay } from './days.js';
import type { Day } from './vocabulary.js';
import {
  isCovered,
  isWeekday,
  isWorkingDay,
  walkToWorkingDay,
  walkWorkingDays,
  type DayPredicate,
  type WorkingCalendar,
} from './working-days.js';

/** How a policy states a deadline. */
export type DeadlineSpec =
  | { kind: 'working-days'; n: number; countStart: boolean }
  | { kind: 'calendar-days'; n: number; roll: true }
  | { kind: 'months'; n: number };

/** A due day; `provisional` when the holidays it depends on are not announced, to be computed again when they are. */
export interface DeadlineDay {
  day: Day;
  provisional: boolean;
}

/**
 * The day a deadline falls on. Unlike statutory guards, a deadline may lie beyond the announced calendar: then the days
 * beyond count Monday to Friday, and the result says that it is provisional.
 *
 * @param calendar the announced working calendar
 * @param spec working days; calendar days rolled to a working day; or months, which never roll
 * @param start the day the period starts from
 * @returns the due day and whether it must be computed again once the calendar is known
 * @source handbook §4.1, §7 scenarios 29, 34 and 35
 */
export function deadlineDay(calendar: WorkingCalendar, spec: DeadlineSpec, start: Day): DeadlineDay {
  let provisional = false;
  const isWorking = (day: Day): boolean => {
    if (isCovered(calendar, day)) return isWorkingDay(calendar, day);
    provisional = true;
    return isWeekday(day);
  };
  const day = dayOf(spec, start, isWorking);
  return { day, provisional };
}

function dayOf(spec: DeadlineSpec, start: Day, isWorking: DayPredicate): Day {
  if (spec.kind === 'working-days') return walkWorkingDays(isWorking, start, spec.n, spec.countStart);
  if (spec.kind === 'calendar-days') return walkToWorkingDay(isWorking, addDays(start, spec.n));
  return addMonthsToDay(start, spec.n);
}
