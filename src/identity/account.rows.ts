import type { Tx } from '../platform/index.js';
import { refuse } from './identity.refusals.js';

export interface NewAccount {
  username: string;
  displayName: string;
  /** Null: signs in through an identity provider alone. */
  passwordHash: string | null;
  /** Chosen by somebody else: to be changed at the first sign-in. */
  passwordIsInitial?: boolean;
}

export interface UserRow {
  id: number;
  username: string;
  displayName: string;
  status: 'active' | 'disabled';
}

const USER_COLUMNS = `id, username, display_name AS "displayName", status`;

/** @returns the new user's id, or null when the name is taken */
export async function insertAccount(
  tx: Pick<Tx, 'query'>,
  { username, displayName, passwordHash, passwordIsInitial = false }: NewAccount,
): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>(
    'identity-insert-user',
    `INSERT INTO app_user (username, display_name, password_hash, password_is_initial) VALUES ($1, $2, $3, $4)
     ON CONFLICT (username) DO NOTHING RETURNING id`,
    [username, displayName, passwordHash, passwordIsInitial],
  );
  return rows[0]?.id ?? null;
}

/** @refuses USER_NOT_FOUND */
export async function requireUser(tx: Pick<Tx, 'query'>, id: number): Promise<UserRow> {
  const { rows } = await tx.query<UserRow>('identity-user-row', `SELECT ${USER_COLUMNS} FROM app_user WHERE id = $1`, [
    id,
  ]);
  return rows[0] ?? refuse('USER_NOT_FOUND');
}

/** @refuses USER_NOT_FOUND */
export async function requireUserNamed(tx: Pick<Tx, 'query'>, username: string): Promise<UserRow> {
  const { rows } = await tx.query<UserRow>(
    'identity-user-named',
    `SELECT ${USER_COLUMNS} FROM app_user WHERE username = lower($1)`,
    [username],
  );
  return rows[0] ?? refuse('USER_NOT_FOUND');
}

/** Whether the open account holds one of the roles on that day or will later. */
export async function willHold(
  tx: Pick<Tx, 'query'>,
  userId: number,
  roles: readonly string[],
  today: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'identity-will-hold',
    `SELECT 1 FROM role_grant g JOIN app_user u ON u.id = g.user_id AND u.status = 'active'
     WHERE g.user_id = $1 AND g.role = ANY($2::text[]) AND (g.ends_on IS NULL OR g.ends_on > $3) LIMIT 1`,
    [userId, roles, today],
  );
  return rowCount > 0;
}
