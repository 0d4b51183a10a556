import { ladderOf, nextReminder, type Reminder, remindersOf } from '../../../machines/rules/index.js';
import type { Surroundings } from '../types.js';

/**
 * The reminder with which a deadline that begins to run now begins its ladder.
 *
 * @param surroundings the moment and the settings in force
 * @param workflow name of the workflow
 * @param deadline name of the deadline
 * @param dueDay the day it falls on
 * @returns null where the city wants none
 */
export function firstReminder(
  { now, today, policy, calendar }: Surroundings,
  workflow: string,
  deadline: string,
  dueDay: string,
): Reminder | null {
  const ladder = ladderOf(policy.reminders, workflow, deadline);
  const reminders = remindersOf(calendar, policy.reminders.hours, ladder, { dueDay, armedAt: now.toISOString() });
  return nextReminder(reminders, { fired: null, waiting: null, today });
}
