import type { Notice } from '../../engine/index.js';
import { ADMINISTRATOR_ROLES } from '../../identity/index.js';
import type { Tx } from '../../platform/index.js';

/** A notice and who may learn of it. */
export interface AskedNotice {
  notice: Notice;
  /** Roles that may read the case; null where no workflow says so. */
  readers: readonly string[] | null;
  /** Cases like this one arise many at once. */
  arisesInMass: boolean;
}

/** Whom a notice concerns, and what has become of its case. */
export interface Recipients {
  users: Recipient[];
  /** Where the case stands; '' for what is no case. */
  statePath: string;
  /** Where the unit stands in the tree. */
  unitPath: string;
  /** The case has gone on since: nobody is told what no longer holds. */
  isPast: boolean;
}

export interface Recipient {
  id: number;
  /** By a role that reaches the unit from above, and neither by one held on the unit itself nor by name. */
  oversees: boolean;
}

interface Row {
  ordinal: number;
  users: Recipient[];
  statePath: string | null;
  unitPath: string | null;
  isPast: boolean;
}

/** Of a case: for whom it waits, unless the notice says whom; of anything else, whoever the notice says. */
const TOLD = `
  given AS (
    SELECT n.*, cardinality(n.roles) > 0 AS says_whom, (n.deadline->>'id')::bigint AS deadline_id
    FROM jsonb_to_recordset($1::jsonb) AS n (ordinal int, "unitId" bigint, roles text[], workflow text, "caseId" bigint, kind text,
      version int, at timestamptz, deadline jsonb, readers text[])
  ), told AS (
    SELECT n.ordinal, n.readers, u.id AS unit_id, u.path,
           CASE WHEN n.says_whom THEN n.roles WHEN n.kind = 'step' AND c.since <> n.at THEN '{}' ELSE coalesce(c.roles, '{}') END AS roles,
           CASE WHEN n.says_whom THEN '{}' ELSE coalesce(c.barred, '{}') END AS barred,
           CASE WHEN n.says_whom THEN '{}' ELSE coalesce(c.asked, '{}') END AS asked,
           c.state_path,
           (SELECT e.actor_id FROM case_event e WHERE n.kind = 'step' AND e.workflow = n.workflow AND e.case_id = n."caseId"
              AND e.version = n.version) AS actor_id,
           coalesce(c.version <> n.version AND n.kind = 'step', false)
             OR (n.deadline_id IS NOT NULL AND NOT EXISTS (
               SELECT FROM deadline d WHERE d.id = n.deadline_id AND d.status = 'open')) AS is_past
    FROM given n LEFT JOIN unit u ON u.id = n."unitId"
    LEFT JOIN case_card c ON c.workflow = n.workflow AND c.case_id = n."caseId"
  )`;

/**
 * Who holds a role on the unit today or was asked to sign, and everybody who stands in for them along the chain; grants
 * ended, accounts closed and duties excluded are left out as the product itself would leave them out on arrival. An
 * administrator borrows nothing.
 */
const PEOPLE = `
  holder (ordinal, user_id, role, oversees) AS (
    SELECT told.ordinal, g.user_id, g.role, g.unit_id IS DISTINCT FROM told.unit_id FROM told
    JOIN role_grant g ON g.role = ANY (told.roles) AND (told.readers IS NULL OR g.role = ANY (told.readers))
      AND g.starts_on <= $2::date AND (g.ends_on IS NULL OR g.ends_on > $2::date)
    JOIN app_user u ON u.id = g.user_id AND u.status = 'active'
    LEFT JOIN unit granted ON granted.id = g.unit_id
    WHERE g.unit_id IS NULL OR (granted.path <> '' AND granted.path @> told.path)
    UNION
    SELECT told.ordinal, u.id, '', false FROM told JOIN app_user u ON u.id = ANY (told.asked) AND u.status = 'active'
  ), acting (ordinal, user_id, role, holder, oversees) AS (
    SELECT ordinal, user_id, role, user_id, oversees FROM holder
    UNION
    SELECT acting.ordinal, d.to_user_id, acting.role, acting.holder, acting.oversees FROM acting
    JOIN delegation d ON d.from_user_id = acting.user_id AND d.revoked_at IS NULL AND $2::date BETWEEN d.starts_on AND d.ends_on
    JOIN app_user u ON u.id = d.to_user_id AND u.status = 'active'
  )`;

const STATEMENT = `
  WITH RECURSIVE ${TOLD}, ${PEOPLE}, each AS (
    SELECT told.ordinal, a.user_id, bool_and(a.oversees) AS oversees
    FROM told JOIN acting a USING (ordinal)
    WHERE NOT told.is_past
      AND NOT ARRAY[a.role || ':' || a.user_id, a.role || ':' || a.holder] && told.barred
      AND NOT (a.user_id <> a.holder AND EXISTS (
        SELECT FROM role_grant own WHERE own.user_id = a.user_id AND own.role = ANY ($3::text[])
          AND own.starts_on <= $2::date AND (own.ends_on IS NULL OR own.ends_on > $2::date)))
      AND a.user_id IS DISTINCT FROM told.actor_id
    GROUP BY told.ordinal, a.user_id
  ), found AS (
    SELECT ordinal, json_agg(json_build_object('id', user_id, 'oversees', oversees) ORDER BY user_id) AS users
    FROM each GROUP BY ordinal
  )
  SELECT told.ordinal, told.state_path AS "statePath", told.path::text AS "unitPath", told.is_past AS "isPast",
    coalesce(found.users, '[]') AS users
  FROM told LEFT JOIN found USING (ordinal) ORDER BY told.ordinal`;

/**
 * Finds out whom notices concern, at the moment they are delivered. Whoever made a step is not told of it; a case that
 * stays where it was concerns those newly asked to sign alone.
 *
 * @param tx a transaction that reaches the whole tree
 * @param notices what the engine hands over, with who may read each case
 * @param today day on which grants and delegations must hold, `YYYY-MM-DD`
 * @returns for each notice, in the same order
 */
export async function recipientsOf(tx: Tx, notices: readonly AskedNotice[], today: string): Promise<Recipients[]> {
  const given = notices.map(({ notice, readers }, ordinal) => {
    const { unitId, roles, workflow, caseId, kind, version, at, deadline } = notice;
    return { ordinal, unitId, roles, workflow, caseId, kind, version, at, deadline, readers };
  });
  const values = [JSON.stringify(given), today, ADMINISTRATOR_ROLES];
  const { rows } = await tx.query<Row>('notice-recipients', STATEMENT, values);
  return rows.map(({ users, statePath, unitPath, isPast }) => ({
    users,
    statePath: statePath ?? '',
    unitPath: unitPath ?? '',
    isPast,
  }));
}
