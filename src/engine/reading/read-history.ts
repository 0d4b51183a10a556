import { INITIAL_STATE, type JsonObject, statePath } from '../../../machines/kernel/index.js';
import type { Db } from '../../platform/index.js';
import type { WorkflowRuntime } from '../types.js';
import type { HistoryEntry, HistoryQuery } from './case.dto.js';
import { actorDisplay, eventLabel, stateLabel, SYSTEM_NAME } from './labels.js';

type StateValue = Parameters<typeof statePath>[0];

interface Row {
  version: number;
  type: string;
  before: StateValue | null;
  state: StateValue;
  actorId: number | null;
  actorName: string | null;
  role: string;
  absentId: number | null;
  absentName: string | null;
  at: Date;
  payload: JsonObject;
  facts: JsonObject;
  commandId: string;
  machineRevision: number;
  policyVersion: number;
}

/**
 * What happened to a case, step by step, with the facts each decision was made on.
 *
 * @param db the database
 * @param runtime the workflow
 * @param caseId the case; whether the caller may see it has been asked before
 * @param query from which version on, how many steps at most, and of which types; all where none is said
 * @returns steps in order of version
 * @source contract §2 (history)
 */
export async function readHistory(
  db: Db,
  runtime: WorkflowRuntime,
  caseId: number,
  { after, limit, types }: HistoryQuery & { types?: readonly string[] },
): Promise<HistoryEntry[]> {
  const { rows } = await db.query<Row>(
    'case-history',
    `SELECT e.version, e.type, b.state AS before, e.state, e.actor_id AS "actorId", a.display_name AS "actorName",
            e.actor_role AS role, e.on_behalf_of AS "absentId", o.display_name AS "absentName", e.at, e.payload, e.facts,
            e.command_id AS "commandId", e.machine_revision AS "machineRevision", e.policy_version AS "policyVersion"
     FROM case_event e
     LEFT JOIN case_event b ON b.workflow = e.workflow AND b.case_id = e.case_id AND b.version = e.version - 1
     LEFT JOIN app_user a ON a.id = e.actor_id
     LEFT JOIN app_user o ON o.id = e.on_behalf_of
     WHERE e.workflow = $1 AND e.case_id = $2 AND e.version > $3
       AND ($5::text[] IS NULL OR e.type = ANY ($5))
     ORDER BY e.version LIMIT $4`,
    [runtime.definition.name, caseId, after, limit, types ?? null],
  );
  return rows.map((row) => entryOf(runtime, row));
}

function entryOf(runtime: WorkflowRuntime, row: Row): HistoryEntry {
  const { version, type, role, payload, facts, commandId, machineRevision, policyVersion } = row;
  const from = row.before === null ? INITIAL_STATE : statePath(row.before);
  const to = statePath(row.state);
  return {
    version,
    type,
    label: eventLabel(runtime, type),
    from,
    to,
    fromLabel: row.before === null ? '' : stateLabel(runtime, from),
    toLabel: stateLabel(runtime, to),
    actor: actorOf(row, role),
    at: row.at.toISOString(),
    payload,
    facts,
    commandId,
    machineRevision,
    policyVersion,
  };
}

function actorOf({ actorId, actorName, absentId, absentName }: Row, role: string): HistoryEntry['actor'] {
  const name = actorName ?? SYSTEM_NAME;
  const onBehalfOf = absentId === null ? null : { id: absentId, name: absentName ?? '' };
  return { id: actorId, name, role, onBehalfOf, display: actorDisplay(name, onBehalfOf?.name ?? null) };
}
