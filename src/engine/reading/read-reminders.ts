import { ladderOf, type Reminder, remindersOf, rungName } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';
import type { Surroundings } from '../types.js';
import type { DeadlineView, ReminderView } from './case.dto.js';

/** A deadline as far as its reminders follow from it. */
export interface RemindedRow {
  id: number;
  name: string;
  dueDay: string;
  armedAt: Date;
  status: DeadlineView['status'];
}

interface FiredRow {
  deadlineId: number;
  workingDays: number;
  kind: ReminderView['kind'];
  roles: string[];
  dueAt: Date;
  firedAt: Date;
  late: boolean;
}

/** @returns by deadline, what has been handed out, in order */
async function readFired(db: Db, deadlines: readonly RemindedRow[]): Promise<Map<number, FiredRow[]>> {
  const { rows } = await db.query<FiredRow>(
    'case-reminders',
    `SELECT deadline_id AS "deadlineId", working_days AS "workingDays", kind, roles, due_at AS "dueAt",
            fired_at AS "firedAt", late
     FROM deadline_reminder WHERE deadline_id = ANY ($1) AND fired_at IS NOT NULL ORDER BY working_days`,
    [deadlines.map(({ id }) => id)],
  );
  const byDeadline = new Map<number, FiredRow[]>();
  for (const row of rows) byDeadline.set(row.deadlineId, [...(byDeadline.get(row.deadlineId) ?? []), row]);
  return byDeadline;
}

/**
 * The ladder of each deadline: what has been handed out, and of open ones what is still to come under the settings in force.
 *
 * @param db the database
 * @param workflow name of the workflow
 * @param deadlines deadlines of one case
 * @param settings the settings in force
 * @returns by deadline id
 */
export async function readReminders(
  db: Db,
  workflow: string,
  deadlines: readonly RemindedRow[],
  settings: Surroundings,
): Promise<Map<number, ReminderView[]>> {
  const fired = await readFired(db, deadlines);
  return new Map(
    deadlines.map((deadline) => {
      const past = fired.get(deadline.id) ?? [];
      return [deadline.id, [...past.map(firedView), ...toCome(workflow, deadline, past, settings).map(plannedView)]];
    }),
  );
}

function toCome(
  workflow: string,
  { name, dueDay, armedAt, status }: RemindedRow,
  past: readonly FiredRow[],
  { policy: { reminders }, calendar }: Surroundings,
): Reminder[] {
  if (status === 'closed') return [];
  const ladder = ladderOf(reminders, workflow, name);
  const last = past.at(-1)?.workingDays ?? -Infinity;
  const all = remindersOf(calendar, reminders.hours, ladder, { dueDay, armedAt: armedAt.toISOString() });
  return all.filter(({ workingDays }) => workingDays > last);
}

function firedView({ workingDays, kind, roles, dueAt, firedAt, late }: FiredRow): ReminderView {
  const moments = { at: dueAt.toISOString(), firedAt: firedAt.toISOString() };
  return { rung: rungName(workingDays), kind, roles, ...moments, late, provisional: false };
}

function plannedView({ rung, kind, roles, at, provisional }: Reminder): ReminderView {
  return { rung, kind, roles: [...roles], at, firedAt: null, late: null, provisional };
}
