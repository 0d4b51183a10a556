import type { Context, Json, JsonObject } from '../../../machines/kernel/index.js';
import { type Db, refuse, visiblePaths } from '../../platform/index.js';
import { asReader } from '../as-reader.js';
import type { Caller, CaseRow, WorkflowRuntime } from '../types.js';

/** A case as it is read, with what people want to see beside its state. */
export interface FoundCase extends CaseRow {
  statePath: string;
  context: Context;
  unit: { code: string; name: string };
  createdBy: { id: number; name: string } | null;
  createdAt: Date;
  updatedAt: Date;
  /** Columns of the workflow's own. */
  fields: JsonObject;
}

/** Everything but the engine's own columns; the list is the same for every workflow. */
const OWN_FIELDS = `to_jsonb(c) - ARRAY['id','unit_id','state','state_path','context','version','machine_revision','done',
  'created_by','created_at','updated_at','create_command_id']`;

/**
 * What a list and a page show of a case. Callers add FROM's conditions on c (the case) and u (its unit).
 *
 * @param more further columns, each with a comma before it
 */
export const caseColumns = (table: string, more = ''): string => `
  SELECT c.id, c.unit_id AS "unitId", u.path::text AS "unitPath", c.state, c.state_path AS "statePath", c.context, c.version,
         c.machine_revision AS "machineRevision", c.done, c.created_at AS "createdAt", c.updated_at AS "updatedAt",
         json_build_object('code', u.code, 'name', u.name) AS unit,
         CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.display_name) END AS "createdBy",
         ${OWN_FIELDS} AS fields${more}
  FROM ${table} c
  JOIN unit u ON u.id = c.unit_id
  LEFT JOIN app_user p ON p.id = c.created_by`;

/**
 * Reads one case under the caller's scope.
 *
 * @param db the database
 * @param runtime the workflow
 * @param id the case
 * @param caller who is asking
 * @returns the case
 * @refuses CASE_NOT_FOUND (thrown) - no such case within the units where the caller may read cases of this kind
 */
export async function findCase(db: Db, runtime: WorkflowRuntime, id: number, caller: Caller): Promise<FoundCase> {
  const table = runtime.definition.name;
  const { rows } = await db.query<FoundCase & { state: Json }>(
    `case ${table}`,
    `${caseColumns(table)} WHERE c.id = $1 AND u.path <@ ANY ($2::ltree[])`,
    [id, visiblePaths(asReader(runtime, caller))],
  );
  return rows[0] ?? refuse('CASE_NOT_FOUND', { case: id });
}
