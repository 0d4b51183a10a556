import type { Db } from '../../platform/index.js';
import type { Surroundings, WorkflowRuntime } from '../types.js';
import type { DeadlineView } from './case.dto.js';
import { readReminders, type RemindedRow } from './read-reminders.js';

/**
 * Every deadline a case has had, the open ones first.
 *
 * @param db the database
 * @param runtime the workflow
 * @param caseId the case; whether the caller may see it has been asked before
 * @param settings the settings in force, and the day against which an open deadline is overdue
 * @returns open deadlines by due day, then closed ones, latest first
 */
export async function readDeadlines(
  db: Db,
  runtime: WorkflowRuntime,
  caseId: number,
  settings: Surroundings,
): Promise<DeadlineView[]> {
  const rows = await readDeadlineRows(db, runtime, caseId);
  const reminders = await readReminders(db, runtime.definition.name, rows, settings);
  return rows.map(({ id, armedAt: _armedAt, ...row }) => ({
    ...row,
    label: runtime.definition.deadlines[row.name]?.label ?? row.name,
    overdue: row.status === 'open' && row.dueDay < settings.today,
    reminders: reminders.get(id) ?? [],
  }));
}

type Row = Omit<DeadlineView, 'label' | 'overdue' | 'reminders'> & RemindedRow;

/** The same as stored. */
export async function readDeadlineRows(db: Db, runtime: WorkflowRuntime, caseId: number): Promise<Row[]> {
  const { rows } = await db.query<Row>(
    'case-deadlines',
    `SELECT d.id, name, start_day AS "startDay", due_day AS "dueDay", provisional, status, armed_version AS "armedVersion",
            closed_version AS "closedVersion", e.at AS "armedAt"
     FROM deadline d
     JOIN case_event e ON e.workflow = d.workflow AND e.case_id = d.case_id AND e.version = d.armed_version
     WHERE d.workflow = $1 AND d.case_id = $2
     ORDER BY status DESC, CASE WHEN status = 'open' THEN due_day END, armed_version DESC`,
    [runtime.definition.name, caseId],
  );
  return rows;
}
