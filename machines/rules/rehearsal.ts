import { ladderOf, type ReminderPolicy } from './reminder-policy.js';
import { type Reminder, remindersOf } from './reminders.js';
import type { Day } from './vocabulary.js';
import type { WorkingCalendar } from './working-days.js';

/** An open deadline as the rehearsal needs it. */
export interface RehearsedDeadline {
  workflow: string;
  name: string;
  dueDay: Day;
  /** Instant at which it began to run, ISO 8601. */
  armedAt: string;
  /** Rung handed out last, in working days after the due day; null before the first. */
  fired: number | null;
}

/** One line of "if nobody acts". */
export interface RehearsedReminder extends Reminder {
  deadline: string;
  dueDay: Day;
}

/**
 * What would come if nobody acted: every reminder and escalation of the given deadlines between two days, on a virtual
 * clock. What has been handed out is left out. Reads and stores nothing.
 *
 * @param deadlines the open deadlines of one case or of many
 * @param policy the city's settings for reminders
 * @param calendar the announced working calendar
 * @param from first day shown, `YYYY-MM-DD`
 * @param until last day shown, `YYYY-MM-DD`
 * @returns in the order in which they would come
 * @source issue "Rehearsal"
 */
export function rehearse(
  deadlines: readonly RehearsedDeadline[],
  policy: ReminderPolicy,
  calendar: WorkingCalendar,
  from: Day,
  until: Day,
): RehearsedReminder[] {
  return deadlines
    .flatMap(({ workflow, name, dueDay, armedAt, fired }) =>
      remindersOf(calendar, policy.hours, ladderOf(policy, workflow, name), { dueDay, armedAt })
        .filter(({ workingDays }) => fired === null || workingDays > fired)
        .map((reminder) => ({ ...reminder, deadline: name, dueDay })),
    )
    .filter(({ day }) => day >= from && day <= until)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.workingDays - b.workingDays);
}
