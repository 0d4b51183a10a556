import type { Notice } from '../../engine/index.js';
import type { Tx } from '../../platform/index.js';
import type { ToldNotice } from '../outgoing.js';
import type { Recipients } from './recipients.js';

export interface NoticeToLay {
  notice: Notice;
  recipients: Recipients;
  /** The key under which those who oversee the unit find it, already written; null where it stands by itself. */
  gathering: string | null;
}

/** What has become of one notice. */
export interface Laid {
  told: ToldNotice[];
  /** Whose count of unread notices, and so whose inbox, has changed; the one who made the step among them. */
  cleared: number[];
}

interface Row {
  ordinal: number;
  /** Null: an earlier notice of theirs counts as read now, or they made the step. */
  id: number | null;
  userId: number;
}

const COLUMNS = 'user_id, key, kind, workflow, case_id, unit_id, version, state_path, deadline, late, at';
const GIVEN = `
  given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS n (ordinal int, key text, kind text, workflow text, "caseId" bigint,
      "unitId" bigint, version int, "statePath" text, ends jsonb, late boolean, at timestamptz, users jsonb, gathering text, "isPast" boolean)
  )`;

/** One row for each person; in an order of their own, so that two that write at once never wait for each other in a ring. */
const STORED = `
  stored AS (
    INSERT INTO notice (${COLUMNS}, gathered_in)
    SELECT told.id, n.key, n.kind, n.workflow, n."caseId", n."unitId", n.version, n."statePath", n.ends, n.late, n.at,
      CASE WHEN told.oversees THEN (SELECT head.id FROM notice head WHERE head.user_id = told.id AND head.key = n.gathering) END
    FROM given n CROSS JOIN jsonb_to_recordset(n.users) AS told (id bigint, oversees boolean) ORDER BY told.id, n.key
    ON CONFLICT (user_id, key) DO NOTHING RETURNING id, user_id, key
  )`;

/** Whoever began a case learns that it is over, unless they ended it themselves. */
const ENDED = `
  ended AS (
    INSERT INTO notice (${COLUMNS})
    SELECT c.created_by, n.key || '-ended', 'ended', c.workflow, c.case_id, n."unitId", n.version, n."statePath", NULL, false, n.at
    FROM given n JOIN case_card c ON c.workflow = n.workflow AND c.case_id = n."caseId" AND c.version = n.version AND c.done
    JOIN app_user u ON u.id = c.created_by AND u.status = 'active'
    JOIN case_event e ON e.workflow = c.workflow AND e.case_id = c.case_id AND e.version = c.version
    WHERE n.kind = 'step' AND NOT n."isPast" AND e.actor_id IS DISTINCT FROM c.created_by
    ORDER BY c.created_by, n.key
    ON CONFLICT (user_id, key) DO NOTHING RETURNING id, user_id, key
  )`;

/** Where a case has gone on, what was told of it before counts as read. */
const CLEARED = `
  earlier AS (
    SELECT o.id, n.ordinal, n.at FROM given n
    JOIN case_card c ON c.workflow = n.workflow AND c.case_id = n."caseId" AND c.since >= n.at
    JOIN notice o ON o.workflow = n.workflow AND o.case_id = n."caseId" AND o.version < n.version AND o.read_at IS NULL
      AND o.kind IN ('step', 'reminder', 'escalation')
    WHERE n.kind = 'step' ORDER BY o.id FOR UPDATE OF o
  ), cleared AS (
    UPDATE notice o SET read_at = earlier.at, passed = o.kind = 'step',
      folded = o.kind = 'step' AND EXISTS (
        SELECT FROM stored s JOIN given n USING (key) WHERE s.user_id = o.user_id AND n.ordinal = earlier.ordinal)
    FROM earlier WHERE o.id = earlier.id RETURNING earlier.ordinal, o.user_id
  )`;

/** Whoever is told of a case again finds the latest in the list, and no longer those that it has passed by. */
const FOLDED = `
  passed AS (
    SELECT o.id FROM given n JOIN stored s USING (key)
    JOIN notice o ON o.workflow = n.workflow AND o.case_id = n."caseId" AND o.user_id = s.user_id
      AND o.version < n.version AND o.passed AND NOT o.folded
    WHERE n.kind = 'step' ORDER BY o.id FOR UPDATE OF o
  ), folded AS (
    UPDATE notice o SET folded = true FROM passed WHERE o.id = passed.id
  )`;

const STATEMENT = `
  WITH ${GIVEN}, ${STORED}, ${ENDED}, ${CLEARED}, ${FOLDED}
  SELECT n.ordinal, s.id, s.user_id AS "userId" FROM given n JOIN stored s USING (key)
  UNION ALL SELECT n.ordinal, e.id, e.user_id FROM given n JOIN ended e ON e.key = n.key || '-ended'
  UNION ALL SELECT DISTINCT ordinal, NULL::bigint, user_id FROM cleared
  UNION ALL SELECT n.ordinal, NULL, e.actor_id FROM given n
    JOIN case_event e ON e.workflow = n.workflow AND e.case_id = n."caseId" AND e.version = n.version
    WHERE n.kind = 'step' AND e.actor_id IS NOT NULL`;

/**
 * Stores notices, one statement for all.
 *
 * @param tx a transaction reaching the whole tree
 * @param notices of different cases
 * @returns what has become of each, in the same order
 */
export async function layDown(tx: Tx, notices: readonly NoticeToLay[]): Promise<Laid[]> {
  const { rows } = await tx.query<Row>('notice-lay-down', STATEMENT, [JSON.stringify(notices.map(rowOf))]);
  return notices.map((_, ordinal) => {
    const own = rows.filter((row) => row.ordinal === ordinal);
    return {
      told: own.flatMap(({ id, userId }) => (id === null ? [] : [{ id, userId }])),
      cleared: own.flatMap(({ id, userId }) => (id === null ? [userId] : [])),
    };
  });
}

function rowOf({ notice, recipients, gathering }: NoticeToLay, ordinal: number): object {
  const { users, statePath, isPast } = recipients;
  const { key, kind, workflow, caseId, unitId, version, late, at, calendar } = notice;
  // What concerns the installation belongs to no unit: administrators have none.
  const place = { workflow, caseId, unitId: calendar === undefined ? unitId : null };
  return { ordinal, key, kind, ...place, version, statePath, ends: endOf(notice), late, at, users, gathering, isPast };
}

/** What the notice counts down to: a deadline, or the last day of the calendar by the name of the alert. */
function endOf({ deadline, calendar }: Notice): Notice['deadline'] | { name: string; dueDay: string } {
  return calendar === undefined ? deadline : { name: calendar.alert, dueDay: calendar.coverageUntil };
}
