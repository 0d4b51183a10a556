import type { Tx } from '../platform/index.js';
import { refuse } from './identity.refusals.js';
import { matchesHash } from './password-hash.js';

export interface PasswordChange {
  userId: number;
  passwordHash: string;
  /** Chosen by somebody else: to be changed at the next sign-in. */
  isInitial: boolean;
  /** How many past passwords to remember, the present one included. */
  history: number;
}

/**
 * Keeps people from going back to a password they had.
 * @param history how many, the present one included
 * @refuses PASSWORD_USED_BEFORE
 */
export async function requireNewPassword(
  db: Pick<Tx, 'query'>,
  userId: number,
  password: string,
  history: number,
): Promise<void> {
  const { rows } = await db.query<{ hash: string }>(
    'identity-password-history',
    `SELECT password_hash AS hash FROM app_user WHERE id = $1 AND password_hash IS NOT NULL AND $2 > 0
     UNION ALL
     (SELECT password_hash FROM password_history WHERE user_id = $1 ORDER BY id DESC LIMIT greatest($2::int - 1, 0))`,
    [userId, history],
  );
  for (const { hash } of rows) {
    if (await matchesHash(hash, password)) refuse('PASSWORD_USED_BEFORE', { history });
  }
}

/** Stores a new password; the one before goes into the history, and what is older than the rule asks is forgotten. */
export async function storePassword(
  tx: Pick<Tx, 'query'>,
  { userId, passwordHash, isInitial, history }: PasswordChange,
): Promise<void> {
  await tx.query(
    'identity-remember-password',
    `INSERT INTO password_history (user_id, password_hash)
     SELECT id, password_hash FROM app_user WHERE id = $1 AND password_hash IS NOT NULL`,
    [userId],
  );
  await tx.query(
    'identity-trim-history',
    `DELETE FROM password_history WHERE user_id = $1 AND id NOT IN (
       SELECT id FROM password_history WHERE user_id = $1 ORDER BY id DESC LIMIT greatest($2::int - 1, 0))`,
    [userId, history],
  );
  await tx.query(
    'identity-store-password',
    `UPDATE app_user SET password_hash = $2, password_set_at = now(), password_is_initial = $3 WHERE id = $1`,
    [userId, passwordHash, isInitial],
  );
}
