import type { Json } from '../../../machines/kernel/index.js';
import type { Tx } from '../../platform/index.js';
import type { CaseRow } from '../types.js';

/** An event stored earlier under a command id: the answer to the same command when it comes again. */
export interface StoredAnswer {
  caseId: number;
  version: number;
  state: Json;
  actorId: number | null;
}

/** A case under this transaction's lock, with everything a step needs that costs no further question. */
export interface LockedCase {
  row: CaseRow;
  answered: StoredAnswer | null;
  policyVersion: number;
  calendarVersion: number;
}

interface Row extends CaseRow {
  versionBeforeWaiting: number;
  answeredVersion: number | null;
  answeredState: Json;
  answeredBy: number | null;
  policyVersion: number;
  calendarVersion: number;
}

/**
 * Takes the lock on one case: whoever comes second waits here until the first has committed or given up.
 *
 * @param tx the open transaction
 * @param table the workflow's table
 * @param caseId the case
 * @param commandId looked up in the case's history in the same statement
 * @returns the case as it now is; null when there is none with this id
 */
export async function lockCase(tx: Tx, table: string, caseId: number, commandId: string): Promise<LockedCase | null> {
  const lock = async (): Promise<Row | undefined> => {
    const { rows } = await tx.query<Row>(`lock ${table}`, lockStatement(table), [caseId, commandId]);
    return rows[0];
  };
  let row = await lock();
  // Having waited, PostgreSQL hands out the new case row but everything beside it as of before the wait: the event that was
  // just committed would be missing. The lock is ours now, so asking again waits for nobody and sees all of it.
  if (row !== undefined && row.version !== row.versionBeforeWaiting) row = await lock();
  return row === undefined ? null : lockedCase(row);
}

/**
 * Takes the locks on several cases at once, in the order of their numbers, so that two who do so cannot wait for each other.
 *
 * @param tx the open transaction
 * @param table the workflow's table
 * @param asked which cases, each once, and the command that is meant for each
 * @returns the cases there are, by their numbers
 */
export async function lockCases(
  tx: Tx,
  table: string,
  asked: readonly { caseId: number; commandId: string }[],
): Promise<Map<number, LockedCase>> {
  const values = [asked.map(({ caseId }) => caseId), asked.map(({ commandId }) => commandId)];
  const lock = async (): Promise<Row[]> =>
    (await tx.query<Row>(`lock some ${table}`, lockSomeStatement(table), values)).rows;
  let rows = await lock();
  if (rows.some(({ version, versionBeforeWaiting }) => version !== versionBeforeWaiting)) rows = await lock();
  return new Map(rows.map((row) => [row.id, lockedCase(row)]));
}

const columnsOf = (table: string): string => `
  SELECT c.id, c.unit_id AS "unitId", u.path::text AS "unitPath", c.state, c.context, c.version,
         c.machine_revision AS "machineRevision", c.done,
         (SELECT version FROM ${table} WHERE id = c.id) AS "versionBeforeWaiting",
         e.version AS "answeredVersion", e.state AS "answeredState", e.actor_id AS "answeredBy",
         (SELECT max(version) FROM policy_version) AS "policyVersion",
         (SELECT version FROM calendar_coverage) AS "calendarVersion"`;

// NO KEY: nobody may change the case, but rows that merely point at it (foreign keys) need not wait.
const lockStatement = (table: string): string => `
  ${columnsOf(table)}
  FROM ${table} c
  JOIN unit u ON u.id = c.unit_id
  LEFT JOIN case_event e ON e.workflow = '${table}' AND e.case_id = c.id AND e.command_id = $2
  WHERE c.id = $1
  FOR NO KEY UPDATE OF c`;

const lockSomeStatement = (table: string): string => `
  ${columnsOf(table)}
  FROM unnest($1::bigint[], $2::text[]) AS asked (case_id, command_id)
  JOIN ${table} c ON c.id = asked.case_id
  JOIN unit u ON u.id = c.unit_id
  LEFT JOIN case_event e ON e.workflow = '${table}' AND e.case_id = c.id AND e.command_id = asked.command_id
  ORDER BY c.id
  FOR NO KEY UPDATE OF c`;

function lockedCase(row: Row): LockedCase {
  const { id, unitId, unitPath, state, context, version, machineRevision, done } = row;
  return {
    row: { id, unitId, unitPath, state, context, version, machineRevision, done },
    answered:
      row.answeredVersion === null
        ? null
        : { caseId: id, version: row.answeredVersion, state: row.answeredState, actorId: row.answeredBy },
    policyVersion: row.policyVersion,
    calendarVersion: row.calendarVersion,
  };
}
