import type { Db } from '../../platform/index.js';

/** What was left for after the commit and is not done. */
export interface OutboxBacklog {
  waiting: number;
  /** For how long the oldest has been waiting; 0 when nothing waits. */
  oldestSeconds: number;
  /** Given up; each wants a person to look at it. */
  dead: number;
}

/** @param now by the clock that dates the messages */
export async function outboxBacklog(db: Db, now: Date): Promise<OutboxBacklog> {
  const { rows } = await db.query<OutboxBacklog>(
    'outbox-backlog',
    `SELECT count(*)::int AS waiting,
            greatest(0, coalesce(extract(epoch FROM $1::timestamptz - min(created_at)), 0))::float8 AS "oldestSeconds",
            (SELECT count(*)::int FROM outbox WHERE dead_at IS NOT NULL) AS dead
     FROM outbox WHERE done_at IS NULL AND dead_at IS NULL`,
    [now],
  );
  return rows[0]!;
}

/** @returns reminders that wait for their moment */
export async function waitingReminders(db: Db): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'reminders-waiting',
    'SELECT count(*)::int AS count FROM deadline_reminder WHERE fired_at IS NULL',
  );
  return rows[0]!.count;
}
