import type { Db, Tx } from '../../platform/index.js';
import type { ChannelRow } from '../channels/sender-of.js';

/** A message in hand. */
export interface ClaimedDelivery {
  id: number;
  userId: number;
  /** Tries so far, this one included. */
  attempts: number;
}

/** Longer than any attempt takes: afterwards another process tries again. */
const LEASE = '2 minutes';

/** Robots take 20 messages a minute and then close for ten; mail has no such limit, only good manners. */
export const PER_MINUTE: Readonly<Record<string, number>> = { email: 200, wecom: 20, dingtalk: 20 };

/**
 * Takes the next messages of a channel. The channel's row is locked while it is counted what any process has tried within
 * the last minute, so that all of them together keep the limit.
 *
 * @param now by the clock of work
 * @param most messages at once
 * @returns the channel with its messages, oldest first; none while it is switched off, paused or at its limit
 * @source handbook §4.5 (20 a minute), §7 scenario 55
 */
export async function claimDeliveries(
  tx: Tx,
  name: string,
  now: Date,
  most: number,
): Promise<{ channel: ChannelRow; deliveries: ClaimedDelivery[] } | null> {
  const { rows } = await tx.query<ChannelRow & { attempted: number }>(
    'delivery-channel',
    `SELECT c.name, c.enabled, c.settings, c.secret,
       (SELECT count(*)::int FROM delivery d WHERE d.channel = c.name AND d.attempted_at > clock_timestamp() - interval '61 seconds')
         + CASE WHEN c.tested_at > clock_timestamp() - interval '61 seconds' THEN 1 ELSE 0 END AS attempted
     FROM channel c WHERE c.name = $1 AND c.enabled AND (c.paused_until IS NULL OR c.paused_until <= now())
     FOR UPDATE OF c`,
    [name],
  );
  const channel = rows[0];
  // Having waited for the lock, the count is as of before the wait: asked again, the lock is ours and it sees all.
  const free =
    channel === undefined ? 0 : (PER_MINUTE[name] ?? 1) - (await attemptedLately(tx, name, channel.attempted));
  if (channel === undefined || free <= 0) return null;
  const claimed = await tx.query<ClaimedDelivery>(
    'delivery-claim',
    `WITH next AS (
       SELECT id FROM delivery
       WHERE channel = $1 AND ((state = 'waiting' AND due_at <= $2) OR state = 'sending') AND next_attempt_at <= now()
       ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
     UPDATE delivery d SET state = 'sending', attempts = d.attempts + 1, attempted_at = clock_timestamp(),
       next_attempt_at = now() + interval '${LEASE}'
     FROM next WHERE d.id = next.id RETURNING d.id, d.user_id AS "userId", d.attempts`,
    [name, now, Math.min(free, most)],
  );
  return { channel, deliveries: claimed.rows.toSorted((a, b) => a.id - b.id) };
}

async function attemptedLately(tx: Tx, name: string, before: number): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'delivery-attempted',
    `SELECT count(*)::int AS count FROM delivery WHERE channel = $1 AND attempted_at > clock_timestamp() - interval '61 seconds'`,
    [name],
  );
  return Math.max(before, rows[0]?.count ?? 0);
}

/** @returns in how many cases something is unread: what the message says, and all it says */
export async function unreadCases(db: Db, userId: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'delivery-unread',
    `SELECT count(DISTINCT (workflow, case_id))::int AS count FROM notice WHERE user_id = $1 AND read_at IS NULL`,
    [userId],
  );
  return rows[0]?.count ?? 0;
}

export async function markSent(db: Db, id: number, now: Date): Promise<void> {
  await db.query('delivery-sent', `UPDATE delivery SET state = 'sent', sent_at = $2, last_error = NULL WHERE id = $1`, [
    id,
    now,
  ]);
}

/** There is nothing to say any more, or nobody to say it to. */
export async function drop(db: Db, id: number): Promise<void> {
  await db.query('delivery-drop', `UPDATE delivery SET state = 'dropped' WHERE id = $1`, [id]);
}

/** Gives a message up; it stays on record, and an administrator may have it tried again. */
export async function bury(db: Db, id: number, reason: string): Promise<void> {
  await db.query('delivery-bury', `UPDATE delivery SET state = 'dead', last_error = $2 WHERE id = $1`, [id, reason]);
}

/** Puts a message back. Where a later one waits for the same person, that one says the same, and says it for both. */
export async function putBack(db: Db, id: number, delaySeconds: number, reason: string, counts = true): Promise<void> {
  await db.query(
    'delivery-put-back',
    `UPDATE delivery d SET last_error = $3, attempts = d.attempts - CASE WHEN $4::boolean THEN 0 ELSE 1 END,
       next_attempt_at = now() + $2::int * interval '1 second',
       state = CASE WHEN EXISTS (SELECT FROM delivery o WHERE o.channel = d.channel AND o.user_id = d.user_id
         AND o.state = 'waiting' AND o.id <> d.id) THEN 'dropped' ELSE 'waiting' END
     WHERE d.id = $1`,
    [id, delaySeconds, reason, counts],
  );
}

/** The other side asks for patience: nothing more is sent to it for so long. */
export async function pause(db: Db, name: string, seconds: number): Promise<void> {
  await db.query(
    'delivery-pause',
    `UPDATE channel SET paused_until = now() + $2::int * interval '1 second' WHERE name = $1`,
    [name, seconds],
  );
}
