import type { Db } from '../../platform/index.js';
import type { WorkflowRuntime } from '../types.js';
import type { DeadlineView } from './case.dto.js';

/**
 * Every deadline a case has had, the open ones first.
 *
 * @param db the database
 * @param runtime the workflow
 * @param caseId the case; whether the caller may see it has been asked before
 * @param today the day against which an open deadline is overdue, `YYYY-MM-DD`
 * @returns open deadlines by due day, then closed ones, latest first
 */
export async function readDeadlines(
  db: Db,
  runtime: WorkflowRuntime,
  caseId: number,
  today: string,
): Promise<DeadlineView[]> {
  const { rows } = await db.query<Omit<DeadlineView, 'label' | 'overdue'>>(
    'case-deadlines',
    `SELECT name, start_day AS "startDay", due_day AS "dueDay", provisional, status, armed_version AS "armedVersion",
            closed_version AS "closedVersion"
     FROM deadline WHERE workflow = $1 AND case_id = $2
     ORDER BY status DESC, CASE WHEN status = 'open' THEN due_day END, armed_version DESC`,
    [runtime.definition.name, caseId],
  );
  return rows.map((row) => ({
    ...row,
    label: runtime.definition.deadlines[row.name]?.label ?? row.name,
    overdue: row.status === 'open' && row.dueDay < today,
  }));
}
