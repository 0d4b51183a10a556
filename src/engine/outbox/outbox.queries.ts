import type { Db, Tx } from '../../platform/index.js';
import { NOTICE_EFFECT } from '../notice.js';
import type { OutboxMessage } from '../types.js';

export interface ClaimedMessage extends OutboxMessage {
  /** Tries so far, this one included. */
  attempts: number;
}

/** How long a claimed message stays out of sight unless whoever holds it asks for longer; afterwards it is tried again. */
const LEASE = '1 minute';

/** Messages as they are handed on; the notice of a step is stored without words, since its row says all of it. */
const MESSAGE = `id, workflow, case_id AS "caseId", version, effect,
  CASE WHEN effect = '${NOTICE_EFFECT}' AND params = '{}' THEN jsonb_build_object(
    'key', workflow || '-' || case_id || '-v' || version, 'kind', 'step', 'workflow', workflow, 'caseId', case_id,
    'version', version, 'unitId', unit_id, 'roles', '[]'::jsonb, 'late', false,
    'at', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  ELSE params END AS params`;

/**
 * Takes the next messages, several processes side by side. A claim is a lease and no open transaction: should this process
 * die, the message comes back by itself. What follows from one case keeps its order: a later message waits for the earlier; notices neither wait nor are waited for.
 *
 * @param db the database
 * @param limit most messages at once
 * @param withFreshNotices else those that nobody has tried yet are left to {@link takeNotices}
 * @returns the messages, oldest first
 */
export async function claimMessages(db: Db, limit: number, withFreshNotices: boolean): Promise<ClaimedMessage[]> {
  const { rows } = await db.query<ClaimedMessage>(
    'outbox-claim',
    `WITH next AS (
       SELECT id AS due FROM outbox o
       WHERE done_at IS NULL AND dead_at IS NULL AND next_attempt_at <= now()
         AND (o.effect <> '${NOTICE_EFFECT}' OR o.attempts > 0 OR $2::boolean)
         AND (o.effect = '${NOTICE_EFFECT}' OR NOT EXISTS (
           SELECT FROM outbox earlier
           WHERE earlier.workflow = o.workflow AND earlier.case_id = o.case_id
             AND (earlier.version, earlier.ordinal) < (o.version, o.ordinal)
             AND earlier.effect <> '${NOTICE_EFFECT}' AND earlier.done_at IS NULL AND earlier.dead_at IS NULL))
       ORDER BY next_attempt_at, id
       LIMIT $1
       FOR UPDATE SKIP LOCKED
     )
     UPDATE outbox o SET attempts = attempts + 1, next_attempt_at = now() + interval '${LEASE}'
     FROM next WHERE o.id = due
     RETURNING ${MESSAGE}, attempts`,
    [limit, withFreshNotices],
  );
  return rows.toSorted((a, b) => a.id - b.id);
}

/**
 * Takes the next notices that nobody has tried yet, under this transaction's locks: delivering a notice leaves nothing but
 * rows, so it needs no lease. A process that dies lets go of them, untried.
 *
 * @returns the messages, oldest first
 */
export async function takeNotices(tx: Tx, limit: number): Promise<OutboxMessage[]> {
  const { rows } = await tx.query<OutboxMessage>(
    'outbox-take-notices',
    `SELECT ${MESSAGE} FROM outbox
     WHERE done_at IS NULL AND dead_at IS NULL AND next_attempt_at <= now() AND effect = '${NOTICE_EFFECT}' AND attempts = 0
     ORDER BY next_attempt_at, id LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit],
  );
  return rows.toSorted((a, b) => a.id - b.id);
}

/** Ticks notices off in the transaction that delivers them. */
export async function tickOff(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.query('outbox-tick-off', 'UPDATE outbox SET done_at = now(), attempts = 1 WHERE id = ANY ($1)', [ids]);
}

/** Claims of these messages what nobody has tried or has in hand. @returns oldest first */
export async function claimUntried(db: Db, ids: readonly number[]): Promise<ClaimedMessage[]> {
  const { rows } = await db.query<ClaimedMessage>(
    'outbox-claim-untried',
    `UPDATE outbox SET attempts = 1, next_attempt_at = now() + interval '${LEASE}'
     WHERE id = ANY ($1) AND done_at IS NULL AND attempts = 0
     RETURNING ${MESSAGE}, attempts`,
    [ids],
  );
  return rows.toSorted((a, b) => a.id - b.id);
}

/** Keeps claimed messages out of sight for longer. */
export async function keepClaims(db: Db, ids: readonly number[]): Promise<void> {
  await db.query(
    'outbox-keep',
    `UPDATE outbox SET next_attempt_at = now() + interval '${LEASE}'
     WHERE id = ANY ($1) AND done_at IS NULL AND dead_at IS NULL`,
    [ids],
  );
}

/** Gives claimed messages back untried. */
export async function release(db: Db, ids: readonly number[]): Promise<void> {
  await db.query(
    'outbox-release',
    'UPDATE outbox SET next_attempt_at = now(), attempts = attempts - 1 WHERE id = ANY ($1)',
    [ids],
  );
}

export async function markDone(db: Db, id: number): Promise<void> {
  await db.query('outbox-done', 'UPDATE outbox SET done_at = now(), last_error = NULL WHERE id = $1', [id]);
}

/** Puts a message back, to be tried again after a while. */
export async function putBack(db: Db, id: number, delayMs: number, error: string): Promise<void> {
  await db.query(
    'outbox-put-back',
    `UPDATE outbox SET next_attempt_at = now() + $2::int * interval '1 millisecond', last_error = $3 WHERE id = $1`,
    [id, delayMs, error],
  );
}

/** Gives a message up; it stays on record for a person to look at. */
export async function bury(db: Db, id: number, error: string): Promise<void> {
  await db.query('outbox-bury', 'UPDATE outbox SET dead_at = now(), last_error = $2 WHERE id = $1', [id, error]);
}
