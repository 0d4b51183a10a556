import type { Db, Tx } from '../platform/index.js';
import { UNIT_AND_DEPARTMENT } from '../../machines/kernel/index.js';

/**
 * Those of these people who cannot sign: without an active account, or without any business in the unit today.
 *
 * @param users user ids, as somebody has typed them
 * @param unitPath ltree path of the unit of the case
 * @param today `YYYY-MM-DD`
 * @param roles roles that count: those of unit and department unless said otherwise
 * @returns ids in order; empty when everybody can
 */
export async function listCannotSign(
  q: Pick<Db | Tx, 'query'>,
  users: readonly number[],
  unitPath: string,
  today: string,
  roles: readonly string[] = UNIT_AND_DEPARTMENT,
): Promise<number[]> {
  const { rows } = await q.query<{ id: number }>(
    'identity.cannot-sign',
    `SELECT asked.id
     FROM unnest($1::bigint[]) AS asked (id)
     WHERE NOT EXISTS (
       SELECT FROM app_user account
       JOIN role_grant given ON given.user_id = account.id AND given.role = ANY ($4)
       LEFT JOIN unit ON unit.id = given.unit_id
       WHERE account.id = asked.id AND account.status = 'active'
         AND given.starts_on <= $3 AND (given.ends_on IS NULL OR given.ends_on > $3)
         AND (given.unit_id IS NULL OR unit.path @> $2::ltree))
     ORDER BY asked.id`,
    [users, unitPath, today, roles],
  );
  return rows.map(({ id }) => id);
}
