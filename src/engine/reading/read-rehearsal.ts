import { rehearse, type RehearsedDeadline } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';
import type { Surroundings, WorkflowRuntime } from '../types.js';
import type { RehearsalView } from './case.dto.js';

/** One line of "if nobody acts", and the case it belongs to. */
export type RehearsedCase = RehearsalView['items'][number] & { caseId: number };

interface OpenRow {
  caseId: number;
  name: string;
  dueDay: string;
  armedAt: Date;
  fired: number | null;
}

/** Open deadlines of these cases, and how far each ladder has come. */
async function readOpen(db: Db, workflow: string, caseIds: readonly number[]): Promise<OpenRow[]> {
  const { rows } = await db.query<OpenRow>(
    'rehearsed-deadlines',
    `SELECT d.case_id AS "caseId", d.name, d.due_day AS "dueDay", e.at AS "armedAt",
            (SELECT max(working_days) FROM deadline_reminder r WHERE r.deadline_id = d.id AND r.fired_at IS NOT NULL) AS fired
     FROM deadline d
     JOIN case_event e ON e.workflow = d.workflow AND e.case_id = d.case_id AND e.version = d.armed_version
     WHERE d.workflow = $1 AND d.case_id = ANY ($2) AND d.status = 'open' ORDER BY d.id`,
    [workflow, caseIds],
  );
  return rows;
}

/**
 * What would come of the open deadlines of some cases if nobody acted. Reads, and stores nothing.
 *
 * @param db the database
 * @param runtime the workflow
 * @param caseIds cases the caller may see
 * @param settings the settings in force
 * @param period first and last day shown
 * @returns in the order in which it would come
 */
export async function rehearseCases(
  db: Db,
  runtime: WorkflowRuntime,
  caseIds: readonly number[],
  { policy, calendar }: Surroundings,
  { from, until }: { from: string; until: string },
): Promise<RehearsedCase[]> {
  const { name: workflow, deadlines } = runtime.definition;
  const open = await readOpen(db, workflow, caseIds);
  const lines = open.flatMap(({ caseId, name, dueDay, armedAt, fired }) => {
    const deadline: RehearsedDeadline = { workflow, name, dueDay, armedAt: armedAt.toISOString(), fired };
    return rehearse([deadline], policy.reminders, calendar, from, until).map((line) => ({ ...line, caseId }));
  });
  return lines
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.workingDays - b.workingDays || a.caseId - b.caseId)
    .map(({ caseId, deadline, dueDay, rung, kind, roles, day, at, workingDaysLeft, provisional }) => {
      const label = deadlines[deadline]?.label ?? deadline;
      return { caseId, deadline, label, dueDay, rung, kind, roles: [...roles], day, at, workingDaysLeft, provisional };
    });
}
