import type { Db } from '../platform/index.js';
import { type Caller, type CallerRow, callerOf } from './caller.js';
import type { Due } from './due.js';

/** A request with a live session: who, and how far the sign-in has come. */
export interface Visit {
  sessionId: number;
  /** Without any grant while something is due. */
  caller: Caller;
  /** What must be done before the session may be used; empty when all is well. */
  due: readonly Due[];
  /** The sign-in was completed minutes ago: asked for where the way to sign in itself is changed. */
  isFresh: boolean;
}

/** What to find a visit by. */
export interface VisitQuestion {
  /** SHA-256 of the session token. */
  tokenHash: Buffer;
  /** A session unused for longer has ended. */
  idleMinutes: number;
  /** Day on which grants and delegations must hold. */
  today: string;
  /** Who holds one of these must have a second factor. */
  secondFactorRoles: readonly string[];
}

/** How many requests that change something are let through, per minute. */
export interface ChangeLimits {
  address: string;
  perUser: number;
  perAddress: number;
}

interface VisitRow extends CallerRow {
  userId: number;
  sessionId: number;
  due: Due[];
  hasSecondFactor: boolean;
  isFresh: boolean;
}

const FRESH_MINUTES = 10;

/**
 * One statement per request: the live session, its user, and every grant in force today, the user's own and those of
 * absent colleagues along the chain of delegations. UNION drops people met twice, so a circle ends by itself. The
 * session's last use is noted at most once a minute. A grant on a unit whose place in the tree is not known yet ('' is
 * the whole tree!) does not count.
 */
const LIVE = `
  live AS (
    SELECT s.id AS session_id, s.token_hash, s.user_id, u.username, u.display_name, s.due, u.has_second_factor,
      s.created_at > now() - interval '${FRESH_MINUTES} minutes' AS is_fresh
    FROM session s JOIN app_user u ON u.id = s.user_id AND u.status = 'active'
    WHERE s.token_hash = $1 AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(mins => $2)
  )`;

const TOUCHED = `, touched AS (
    UPDATE session SET last_seen_at = now() FROM live
    WHERE session.token_hash = live.token_hash AND session.last_seen_at < now() - interval '1 minute'
  )`;

const STANDS_FOR = `, stands_for (user_id) AS (
    SELECT user_id FROM live
    UNION
    SELECT d.from_user_id
    FROM stands_for f
    JOIN delegation d ON d.to_user_id = f.user_id AND d.revoked_at IS NULL AND $3::date BETWEEN d.starts_on AND d.ends_on
    JOIN app_user absent ON absent.id = d.from_user_id AND absent.status = 'active'
  )`;

const VISIT = LIVE + TOUCHED + STANDS_FOR;

const COLUMNS = `
  live.user_id AS "userId", live.session_id AS "sessionId", live.username, live.display_name AS "displayName", live.due,
  live.has_second_factor AS "hasSecondFactor", live.is_fresh AS "isFresh", (
    SELECT coalesce(json_agg(json_build_object(
        'role', g.role, 'unitPath', coalesce(place.path::text, ''), 'holder', g.user_id) ORDER BY g.id), '[]')
    FROM stands_for JOIN role_grant g USING (user_id) CROSS JOIN LATERAL (SELECT granted_unit_path(g.unit_id)) AS place (path)
    WHERE g.starts_on <= $3::date AND (g.ends_on IS NULL OR g.ends_on > $3::date)
      AND (g.unit_id IS NULL OR place.path <> '')
  ) AS grants`;

const LOAD_VISIT = `WITH RECURSIVE ${VISIT} SELECT ${COLUMNS} FROM live`;

// The same for somebody who merely looks on: a page left open must not keep its session alive.
const LOOK_AT_VISIT = `WITH RECURSIVE ${LIVE}${STANDS_FOR} SELECT ${COLUMNS} FROM live`;

// The same, counting the request in the same statement. The user's row is always locked before the address's.
const LOAD_VISIT_COUNTED = `
  WITH RECURSIVE ${VISIT}, counted AS (
    INSERT INTO rate_window AS stored (key, hits, ends_at)
    SELECT 'change:user:' || user_id, 1, now() + interval '1 minute' FROM live
    UNION ALL
    SELECT 'change:address:' || $4::text, 1, now() + interval '1 minute'
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN stored.ends_at <= now() THEN 1 ELSE stored.hits + 1 END,
      ends_at = CASE WHEN stored.ends_at <= now() THEN excluded.ends_at ELSE stored.ends_at END
    RETURNING CASE WHEN hits > CASE WHEN starts_with(key, 'change:user:') THEN $5::int ELSE $6::int END
      THEN ceil(extract(epoch FROM ends_at - now()))::int END AS wait
  )
  SELECT ${COLUMNS}, (SELECT max(wait) FROM counted) AS "retryAfterSeconds"
  FROM (VALUES (true)) AS request LEFT JOIN live ON true`;

/** @returns null when there is no such live session */
export async function loadVisit(db: Pick<Db, 'query'>, question: VisitQuestion): Promise<Visit | null> {
  const values = [question.tokenHash, question.idleMinutes, question.today];
  const { rows } = await db.query<VisitRow>('identity-load-caller', LOAD_VISIT, values);
  return rows[0] === undefined ? null : visitOf(rows[0], question.secondFactorRoles);
}

/** As `loadVisit`, without counting as a use of the session. */
export async function lookAtVisit(db: Pick<Db, 'query'>, question: VisitQuestion): Promise<Visit | null> {
  const values = [question.tokenHash, question.idleMinutes, question.today];
  const { rows } = await db.query<VisitRow>('identity-look-at-caller', LOOK_AT_VISIT, values);
  return rows[0] === undefined ? null : visitOf(rows[0], question.secondFactorRoles);
}

/**
 * As `loadVisit` for a request that changes something, counted for its user and address on every node together.
 * @returns also after how many seconds to try again, when it came too soon
 */
export async function loadVisitCounted(
  db: Pick<Db, 'query'>,
  question: VisitQuestion,
  { address, perUser, perAddress }: ChangeLimits,
): Promise<{ visit: Visit | null; retryAfterSeconds: number | null }> {
  const { rows } = await db.query<(VisitRow | { userId: null }) & { retryAfterSeconds: number | null }>(
    'identity-load-caller-counted',
    LOAD_VISIT_COUNTED,
    [question.tokenHash, question.idleMinutes, question.today, address, perUser, perAddress],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the counted request gave no row');
  const visit = row.userId === null ? null : visitOf(row, question.secondFactorRoles);
  return { visit, retryAfterSeconds: row.retryAfterSeconds };
}

function visitOf(row: VisitRow, secondFactorRoles: readonly string[]): Visit {
  const caller = callerOf(row);
  const mustEnrol =
    !row.hasSecondFactor &&
    caller.grants.some(({ role, onBehalfOf }) => onBehalfOf === undefined && secondFactorRoles.includes(role));
  const due: Due[] = mustEnrol ? [...row.due, 'enrolment'] : row.due;
  const usable = due.length === 0 ? caller : { ...caller, grants: [] };
  return { sessionId: row.sessionId, caller: usable, due, isFresh: row.isFresh };
}
