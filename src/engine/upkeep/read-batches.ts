import type { Context, Json, JsonObject, RecordedEvent, Role, Stored } from '../../../machines/kernel/index.js';
import type { Db, Tx } from '../../platform/index.js';
import { dayInChina } from '../day-in-china.js';

/** A case with its whole history, as stored. */
export interface StoredCase {
  id: number;
  state: Stored['state'];
  statePath: string;
  context: Context;
  version: number;
  machineRevision: number;
  done: boolean;
  events: RecordedEvent[];
  openDeadlines: string[];
}

type CaseRow = Omit<StoredCase, 'events' | 'openDeadlines'>;

interface EventRow {
  caseId: number;
  version: number;
  type: string;
  state: Stored['state'];
  actorId: number | null;
  role: Role;
  onBehalfOf: number | null;
  at: Date;
  payload: JsonObject;
  facts: JsonObject;
  revision: number;
}

const BATCH = 100;

/**
 * Reads every case of a workflow, a batch at a time, each batch as it stood at one moment: a case that somebody works on
 * meanwhile must not look torn.
 *
 * @param db the database
 * @param table the workflow's table
 * @returns cases in order of their numbers
 */
export async function* readBatches(db: Db, table: string): AsyncGenerator<StoredCase[]> {
  let after = 0;
  for (;;) {
    const batch = await db.transaction((tx) => readBatch(tx, table, after));
    const last = batch.at(-1);
    if (last === undefined) return;
    yield batch;
    after = last.id;
  }
}

async function readBatch(tx: Tx, table: string, after: number): Promise<StoredCase[]> {
  await tx.query('upkeep-one-moment', 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  const cases = await tx.query<CaseRow>(
    `upkeep cases ${table}`,
    `SELECT id, state, state_path AS "statePath", context, version, machine_revision AS "machineRevision", done
     FROM ${table} WHERE id > $1 ORDER BY id LIMIT $2`,
    [after, BATCH],
  );
  const ids = cases.rows.map(({ id }) => id);
  const events = await tx.query<EventRow>(
    'upkeep-events',
    `SELECT case_id AS "caseId", version, type, state, actor_id AS "actorId", actor_role AS role,
            on_behalf_of AS "onBehalfOf", at, payload, facts, machine_revision AS revision
     FROM case_event WHERE workflow = $1 AND case_id = ANY ($2) ORDER BY case_id, version`,
    [table, ids],
  );
  const deadlines = await tx.query<{ caseId: number; name: string }>(
    'upkeep-deadlines',
    `SELECT case_id AS "caseId", name FROM deadline WHERE workflow = $1 AND case_id = ANY ($2) AND status = 'open'`,
    [table, ids],
  );
  const eventsOf = groupedByCase(events.rows);
  const deadlinesOf = groupedByCase(deadlines.rows);
  return cases.rows.map((row) => ({
    ...row,
    events: (eventsOf.get(row.id) ?? []).map(recordedEvent),
    openDeadlines: (deadlinesOf.get(row.id) ?? []).map(({ name }) => name),
  }));
}

function groupedByCase<T extends { caseId: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.caseId);
    if (group === undefined) groups.set(row.caseId, [row]);
    else group.push(row);
  }
  return groups;
}

function recordedEvent({ version, revision, state, type, payload, facts, at, ...row }: EventRow): RecordedEvent {
  const actor = { userId: row.actorId, role: row.role, ...(row.onBehalfOf !== null && { onBehalfOf: row.onBehalfOf }) };
  const event = { type, payload, facts, actor, at: at.toISOString(), today: dayInChina(at) };
  return { version, revision, state, event };
}

/** For messages: a document in one line. */
export const inOneLine = (value: Json): string => JSON.stringify(value);
