import type { Tx } from '../../platform/index.js';

type Executor = Pick<Tx, 'query'>;

/** The account behind a session in which the second factor is due. */
export interface Awaited {
  userId: number;
  isOpen: boolean;
}

/**
 * Locks the account, so that guesses at one account take turns whatever sessions they come from.
 * @returns null when the session is gone or the second factor no longer due
 */
export async function lockAwaited(tx: Executor, sessionId: number): Promise<Awaited | null> {
  const { rows } = await tx.query<Awaited>(
    'identity-lock-awaited',
    `SELECT u.id AS "userId", u.status = 'active' AND (u.locked_until IS NULL OR u.locked_until <= now()) AS "isOpen"
     FROM session s JOIN app_user u ON u.id = s.user_id
     WHERE s.id = $1 AND 'second-factor' = ANY(s.due) FOR UPDATE OF u`,
    [sessionId],
  );
  return rows[0] ?? null;
}

/** Whether the account has one is read with every request: kept beside the account, brought up to date here alone. */
export async function noteSecondFactor(tx: Executor, userId: number): Promise<void> {
  await tx.query(
    'identity-note-second-factor',
    `UPDATE app_user SET has_second_factor =
       EXISTS (SELECT 1 FROM totp_secret WHERE user_id = $1 AND confirmed_at IS NOT NULL)
       OR EXISTS (SELECT 1 FROM passkey WHERE user_id = $1)
     WHERE id = $1`,
    [userId],
  );
}

/** Stores the challenge that the session's browser must answer next. */
export async function putChallenge(db: Executor, sessionId: number, challenge: string): Promise<void> {
  await db.query(
    'identity-put-challenge',
    `UPDATE session SET challenge = $2, challenge_ends_at = now() + interval '5 minutes' WHERE id = $1`,
    [sessionId, challenge],
  );
}

/** Takes the challenge out: it serves once. @returns null when there is none or its time is over */
export async function takeChallenge(tx: Executor, sessionId: number): Promise<string | null> {
  const { rows } = await tx.query<{ challenge: string | null }>(
    'identity-take-challenge',
    `WITH held AS (
       SELECT id, challenge, challenge_ends_at FROM session WHERE id = $1 AND challenge IS NOT NULL FOR UPDATE)
     UPDATE session SET challenge = NULL, challenge_ends_at = NULL FROM held WHERE session.id = held.id
     RETURNING CASE WHEN held.challenge_ends_at > now() THEN held.challenge END AS challenge`,
    [sessionId],
  );
  return rows[0]?.challenge ?? null;
}
