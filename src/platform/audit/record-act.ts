import type { Db, Tx } from '../db/index.js';
import type { Act, AuditEntry } from './act.js';
import { currentTrace, entryOf } from './request-trace.js';

const COLUMNS = `actor_id, role, on_behalf_of, address, terminal, event, object_type, action, result, before_digest,
    after_digest, request_id, object_id, unit_path`;

/** Parameters of a record whose statement finds object and unit by itself. */
export const STEP_PARAMETERS = 12;

const INSERT = `
  INSERT INTO audit_record (${COLUMNS}, purpose)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

const covered = new WeakSet<Pick<Tx, 'query'>>();

/** Stores an act inside the transaction that does it: both are there, or neither. */
export async function recordAct(tx: Tx, act: Partial<Act>): Promise<void> {
  const entry = entryOf(act);
  await tx.query('audit-record', INSERT, [...valuesOf(entry), entry.objectId, entry.unitPath, entry.purpose]);
  covered.add(tx);
}

/** Stores an act that changed nothing, or whose change is undone, in a statement of its own. */
export async function recordAlone(db: Db, act: Partial<Act>): Promise<void> {
  const entry = entryOf(act);
  await db.query('audit-record', INSERT, [...valuesOf(entry), entry.objectId, entry.unitPath, entry.purpose]);
}

/** As `recordAlone`, for what must be on record before the first byte of the answer leaves: nothing is recorded after it. */
export async function recordAhead(db: Db, act: Partial<Act> = {}): Promise<void> {
  await recordAlone(db, act);
  const trace = currentTrace();
  if (trace !== undefined) trace.recorded += 1;
}

/** Whether the transaction holds its record already. */
export function holdsRecord(tx: Tx): boolean {
  return covered.has(tx);
}

/**
 * For a room that stores its change and the record in one statement: the record's values, in the order of `recordClause`.
 * The transaction counts as recorded from here on.
 */
export function stepValues(tx: Pick<Tx, 'query'>, act: Partial<Act>): unknown[] {
  covered.add(tx);
  return valuesOf(entryOf(act));
}

/**
 * The INSERT of such a statement.
 *
 * @param first number of its first parameter; it takes STEP_PARAMETERS
 * @param source a common table expression with `id` and `unit_id` of what was changed
 */
export function recordClause(first: number, source: string): string {
  const casts = ['bigint', 'text', 'bigint', 'inet', 'text', 'text', 'text', 'text', 'text', 'bytea', 'bytea', 'text'];
  const values = casts.map((type, index) => `$${first + index}::${type}`).join(', ');
  return `INSERT INTO audit_record (${COLUMNS})
    SELECT ${values}, ${source}.id::text, (SELECT path::text FROM unit WHERE unit.id = ${source}.unit_id) FROM ${source}`;
}

function valuesOf(entry: AuditEntry): unknown[] {
  return [
    entry.actorId,
    entry.role,
    entry.onBehalfOf,
    entry.address,
    entry.terminal,
    entry.event,
    entry.objectType,
    entry.action,
    entry.result,
    entry.before,
    entry.after,
    entry.requestId,
  ];
}
