import { daysBetween } from './days.js';
import type { Day } from './vocabulary.js';

/** So many days before the announced calendar ends the administrator is told, the last time when it has ended: assumed. */
export const CALENDAR_ALERT_DAYS: readonly number[] = [60, 30, 14, 7, 0];

export interface CalendarFacts {
  /** Last announced day. */
  coverageUntil: Day;
  today: Day;
  /** Running deadlines that reach beyond it and were counted Monday to Friday. */
  provisionalDeadlines: number;
}

/**
 * What the administrator should have been told by today about a working calendar that comes to its end, so that the next
 * year's holidays are loaded before anybody is held to a day that was guessed.
 *
 * @param facts how far the calendar reaches, and whether deadlines already reach further
 * @returns names of the alerts that hold, each to be given once per calendar: `ends-60` … `ends-0`, only the nearest of
 *   them, and `provisional`; empty while all is well
 * @source handbook §4.1 (past coverage: provisional, recomputed on import)
 */
export function calendarAlerts({ coverageUntil, today, provisionalDeadlines }: CalendarFacts): string[] {
  const left = daysBetween(today, coverageUntil);
  const reached = CALENDAR_ALERT_DAYS.filter((days) => left <= days);
  const nearest = reached.length > 0 ? [`ends-${Math.min(...reached)}`] : [];
  return provisionalDeadlines > 0 ? [...nearest, 'provisional'] : nearest;
}
