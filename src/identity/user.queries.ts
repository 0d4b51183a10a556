import { Inject, Injectable } from '@nestjs/common';
import { asSystem, Clock, Db } from '../platform/index.js';
import { refuse } from './identity.refusals.js';
import type { GrantableUnitList, GrantableUnitQuery, UserList, UserQuery, UserView } from './user.dto.js';

const USERS = `
  SELECT u.id, u.username, u.display_name AS "displayName", u.status, u.has_second_factor AS "secondFactor",
    coalesce(u.locked_until > now(), false) AS locked,
    (SELECT coalesce(json_agg(json_build_object('id', g.id, 'role', g.role,
        'unit', CASE WHEN unit.id IS NOT NULL THEN json_build_object('code', unit.code, 'name', unit.name) END,
        'startsOn', g.starts_on, 'endsOn', g.ends_on) ORDER BY g.id), '[]')
     FROM role_grant g LEFT JOIN unit ON unit.id = g.unit_id WHERE g.user_id = u.id AND (g.ends_on IS NULL OR g.ends_on > $1)) AS grants
  FROM app_user u`;

/** Accounts as the administrators see them, with the grants in force or to come; of units only their names. */
@Injectable()
export class UserQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list({ query, after, limit }: UserQuery): Promise<UserList> {
    const { rows } = await asSystem('identity.unit-names', () =>
      this.db.query<UserView>(
        'identity-users',
        `${USERS} WHERE u.id > $2 AND ($3::text IS NULL OR strpos(u.username || ' ' || u.display_name, $3) > 0)
         ORDER BY u.id LIMIT $4`,
        [this.clock.today(), after, query ?? null, limit + 1],
      ),
    );
    const users = rows.slice(0, limit);
    return { users, next: rows.length > limit ? (users.at(-1)?.id ?? null) : null };
  }

  /** Units to give a role in, by code and name alone: who gives rights has no unit and sees nothing else of them. */
  async units({ query, limit }: GrantableUnitQuery): Promise<GrantableUnitList> {
    const { rows: units } = await asSystem('identity.unit-names', () =>
      this.db.query<GrantableUnitList['units'][number]>(
        'identity-grantable-units',
        `SELECT code, name FROM unit WHERE $1::text IS NULL OR strpos(code || ' ' || name, $1) > 0
         ORDER BY nlevel(path), code LIMIT $2`,
        [query ?? null, limit],
      ),
    );
    return { units };
  }

  /** @refuses USER_NOT_FOUND */
  async get(id: number): Promise<UserView> {
    const { rows } = await asSystem('identity.unit-names', () =>
      this.db.query<UserView>('identity-user', `${USERS} WHERE u.id = $2`, [this.clock.today(), id]),
    );
    return rows[0] ?? refuse('USER_NOT_FOUND');
  }
}
