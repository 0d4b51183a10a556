import type { Notice } from '../../engine/index.js';
import { ADMINISTRATOR_ROLES } from '../../identity/index.js';
import type { Tx } from '../../platform/index.js';

/** Whom a notice concerns, and what has become of its case. */
export interface Recipients {
  users: number[];
  /** Where the case stands; '' for what is no case. */
  statePath: string;
  /** Where the unit stands in the tree. */
  unitPath: string;
  /** The case has gone on since: nobody is told what no longer holds. */
  isPast: boolean;
}

interface Row {
  users: number[];
  statePath: string | null;
  unitPath: string | null;
  isPast: boolean;
}

/**
 * Who holds a role on the unit today or was asked to sign, and everybody who stands in for them along the chain; grants
 * ended, accounts closed and duties excluded are left out as the product itself would leave them out on arrival. An
 * administrator borrows nothing.
 */
const PEOPLE = `
  holder (user_id, role) AS (
    SELECT g.user_id, g.role FROM role_grant g CROSS JOIN told
    JOIN app_user u ON u.id = g.user_id AND u.status = 'active'
    LEFT JOIN unit granted ON granted.id = g.unit_id
    WHERE g.role = ANY (told.roles) AND ($11::text[] IS NULL OR g.role = ANY ($11)) AND g.starts_on <= $2::date AND (g.ends_on IS NULL OR g.ends_on > $2::date)
      AND (g.unit_id IS NULL OR (granted.path <> '' AND granted.path @> (SELECT path FROM unit WHERE id = $1)))
    UNION
    SELECT u.id, '' FROM told, app_user u WHERE u.id = ANY (told.asked) AND u.status = 'active'
  ), acting (user_id, role, holder) AS (
    SELECT user_id, role, user_id FROM holder
    UNION
    SELECT d.to_user_id, acting.role, acting.holder FROM acting
    JOIN delegation d ON d.from_user_id = acting.user_id AND d.revoked_at IS NULL AND $2::date BETWEEN d.starts_on AND d.ends_on
    JOIN app_user u ON u.id = d.to_user_id AND u.status = 'active'
  )`;

/** Of a case: for whom it waits, unless the notice says whom; of anything else, whoever the notice says. */
const TOLD = `
  told AS (
    SELECT CASE WHEN cardinality($3::text[]) > 0 THEN $3::text[]
                WHEN $6::text = 'step' AND c.since <> $8::timestamptz THEN '{}' ELSE coalesce(c.roles, '{}') END AS roles,
           CASE WHEN cardinality($3::text[]) > 0 THEN '{}' ELSE coalesce(c.barred, '{}') END AS barred,
           CASE WHEN cardinality($3::text[]) > 0 THEN '{}' ELSE coalesce(c.asked, '{}') END AS asked,
           c.state_path AS state_path,
           coalesce(c.version <> $7::int AND $6::text = 'step', false)
             OR ($9::bigint IS NOT NULL AND NOT EXISTS (
               SELECT FROM deadline d WHERE d.id = $9::bigint AND d.status = 'open')) AS is_past
    FROM (SELECT) AS one LEFT JOIN case_card c ON c.workflow = $4 AND c.case_id = $5
  )`;

const STATEMENT = `
  WITH RECURSIVE ${TOLD}, ${PEOPLE}
  SELECT told.state_path AS "statePath", (SELECT path::text FROM unit WHERE id = $1) AS "unitPath", told.is_past AS "isPast", coalesce((
    SELECT array_agg(DISTINCT a.user_id ORDER BY a.user_id) FROM acting a
    WHERE NOT told.is_past
      AND NOT ARRAY[a.role || ':' || a.user_id, a.role || ':' || a.holder] && told.barred
      AND NOT (a.user_id <> a.holder AND EXISTS (
        SELECT FROM role_grant own WHERE own.user_id = a.user_id AND own.role = ANY ($10::text[])
          AND own.starts_on <= $2::date AND (own.ends_on IS NULL OR own.ends_on > $2::date)))
      AND a.user_id IS DISTINCT FROM (
        SELECT e.actor_id FROM case_event e
        WHERE $6::text = 'step' AND e.workflow = $4 AND e.case_id = $5 AND e.version = $7)), '{}') AS users
  FROM told`;

/**
 * Finds out whom a notice concerns, at the moment it is delivered. Whoever made the step is not told of it; a case that
 * stays where it was concerns those newly asked to sign alone.
 *
 * @param tx a transaction that reaches the whole tree
 * @param notice what the engine hands over
 * @param readers roles that may read the case; null where no workflow says so
 * @param today day on which grants and delegations must hold, `YYYY-MM-DD`
 */
export async function recipientsOf(
  tx: Tx,
  notice: Notice,
  readers: readonly string[] | null,
  today: string,
): Promise<Recipients> {
  const { unitId, roles, workflow, caseId, kind, version, at, deadline } = notice;
  const { rows } = await tx.query<Row>('notice-recipients', STATEMENT, [
    unitId,
    today,
    roles,
    workflow,
    caseId,
    kind,
    version,
    at,
    deadline?.id ?? null,
    ADMINISTRATOR_ROLES,
    readers,
  ]);
  const row = rows[0];
  return {
    users: row?.users ?? [],
    statePath: row?.statePath ?? '',
    unitPath: row?.unitPath ?? '',
    isPast: row?.isPast ?? false,
  };
}
