import type { Notice } from '../../engine/index.js';
import type { Db, Tx } from '../../platform/index.js';
import type { ToldNotice } from '../outgoing.js';
import { tellLive } from '../live/live-signal.js';
import { recipientsOf } from './recipients.js';

/** Queues messages to the outside for people who have just been told of something. */
export type QueueOutgoing = (tx: Tx, told: readonly ToldNotice[]) => Promise<void>;

export interface Delivery {
  notice: Notice;
  /** Roles that may read the case; null where no workflow says so. */
  readers: readonly string[] | null;
  /** `YYYY-MM-DD` */
  today: string;
  queue: QueueOutgoing;
}

/**
 * Puts a notice before everybody it concerns, in one transaction with the messages that follow from it; the same notice
 * again adds nothing. Of earlier steps of the case nobody need be told any more: those notices count as read.
 *
 * @param db reaching the whole tree
 * @param delivery the notice and what is known around it
 * @returns how many people were told now
 */
export function deliverNotice(db: Db, { notice, readers, today, queue }: Delivery): Promise<number> {
  return db.transaction(async (tx) => {
    const { users, statePath, unitPath, isPast } = await recipientsOf(tx, notice, readers, today);
    const stored = await storeNotices(tx, notice, users, statePath);
    const ended = notice.kind === 'step' && !isPast ? await storeEnd(tx, notice, statePath) : [];
    const cleared = notice.kind === 'step' ? await clearEarlier(tx, notice) : [];
    await queue(tx, [...stored, ...ended]);
    const { workflow, caseId: id, version } = notice;
    const told = [...stored, ...ended].map(({ userId }) => userId);
    const moved = notice.kind === 'step' ? { workflow, id, version, unitPath } : null;
    await tellLive(tx, { moved, users: [...new Set([...told, ...cleared])] });
    return told.length;
  });
}

const COLUMNS = 'user_id, key, kind, workflow, case_id, unit_id, version, state_path, deadline, late, at';

async function storeNotices(
  tx: Tx,
  notice: Notice,
  users: readonly number[],
  statePath: string,
): Promise<ToldNotice[]> {
  if (users.length === 0) return [];
  const { key, kind, workflow, caseId, version, late, at } = notice;
  const deadline = endOf(notice);
  const { rows } = await tx.query<ToldNotice>(
    'notice-store',
    `INSERT INTO notice (${COLUMNS})
     SELECT told, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11 FROM unnest($1::bigint[]) AS told
     ON CONFLICT (user_id, key) DO NOTHING RETURNING id, user_id AS "userId"`,
    [
      users,
      key,
      kind,
      workflow,
      caseId,
      // What concerns the installation belongs to no unit: administrators have none.
      notice.calendar === undefined ? notice.unitId : null,
      version,
      statePath,
      deadline === undefined ? null : JSON.stringify(deadline),
      late,
      at,
    ],
  );
  return rows;
}

/** What the notice counts down to: a deadline, or the last day of the calendar by the name of the alert. */
function endOf({ deadline, calendar }: Notice): Notice['deadline'] | { name: string; dueDay: string } {
  return calendar === undefined ? deadline : { name: calendar.alert, dueDay: calendar.coverageUntil };
}

/** Whoever began a case learns that it is over, unless they ended it themselves. */
async function storeEnd(tx: Tx, notice: Notice, statePath: string): Promise<ToldNotice[]> {
  const { key, workflow, caseId, unitId, version, at } = notice;
  const { rows } = await tx.query<ToldNotice>(
    'notice-store-end',
    `INSERT INTO notice (${COLUMNS})
     SELECT c.created_by, $1::text || '-ended', 'ended', c.workflow, c.case_id, $4, $5, $6, NULL, false, $7
     FROM case_card c JOIN app_user u ON u.id = c.created_by AND u.status = 'active'
     JOIN case_event e ON e.workflow = c.workflow AND e.case_id = c.case_id AND e.version = c.version
     WHERE c.workflow = $2 AND c.case_id = $3 AND c.version = $5 AND c.done AND e.actor_id IS DISTINCT FROM c.created_by
     ON CONFLICT (user_id, key) DO NOTHING RETURNING id, user_id AS "userId"`,
    [key, workflow, caseId, unitId, version, statePath, at],
  );
  return rows;
}

/** @returns whose count of unread notices, and so whose inbox, has changed; the one who made the step among them */
async function clearEarlier(tx: Tx, { workflow, caseId, version, at }: Notice): Promise<number[]> {
  const { rows } = await tx.query<{ userId: number }>(
    'notice-clear-earlier',
    `WITH cleared AS (
       UPDATE notice SET read_at = $4
       WHERE workflow = $1 AND case_id = $2 AND version < $3 AND read_at IS NULL AND kind IN ('step', 'reminder', 'escalation')
         AND EXISTS (SELECT FROM case_card c WHERE c.workflow = $1 AND c.case_id = $2 AND c.since >= $4)
       RETURNING user_id
     )
     SELECT DISTINCT user_id AS "userId" FROM cleared
     UNION SELECT actor_id FROM case_event WHERE workflow = $1 AND case_id = $2 AND version = $3 AND actor_id IS NOT NULL`,
    [workflow, caseId, version, at],
  );
  return rows.map(({ userId }) => userId);
}
