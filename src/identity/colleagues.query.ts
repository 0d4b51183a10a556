import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock, Db } from '../platform/index.js';
import type { Caller } from './caller.js';
import { refuse } from './identity.refusals.js';
import { plainText } from './plain-text.js';
import { BUSINESS_ROLES } from './roles.js';
import { scopeCondition } from './scope-condition.js';
import { type RoleView, roleView } from './session.dto.js';

export const colleagueQuery = z.object({
  query: plainText(0, 40).optional().meta({ description: 'part of a user name or display name' }),
  unit: plainText(1, 64).optional().meta({ description: '单位编码: only people whose roles cover it or lie below it' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type ColleagueQuery = z.infer<typeof colleagueQuery>;

export const colleagueList = z
  .object({
    colleagues: z.array(
      z.object({ id: z.number().int(), username: z.string(), displayName: z.string(), roles: z.array(roleView) }),
    ),
  })
  .meta({ id: 'ColleagueList' });
export type ColleagueList = z.infer<typeof colleagueList>;

interface ColleagueRow {
  id: number;
  username: string;
  displayName: string;
  roles: RoleView[];
}

/** People whom the caller may ask to sign or to stand in. */
@Injectable()
export class ColleagueQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Open accounts with a business role in force whose unit covers one of the caller's or lies within one. An account of
   * another county does not exist for the caller; of the roles, only those that meet the caller's units are told.
   * @refuses UNIT_NOT_FOUND - also for a unit outside the caller's
   */
  async list(caller: Caller, { query, unit, limit }: ColleagueQuery): Promise<ColleagueList> {
    const own = scopeCondition(caller, undefined, 'path').values[0];
    const within = unit === undefined ? own : [await this.pathOf(own, unit)];
    const { rows } = await this.db.query<ColleagueRow>(
      'identity-colleagues',
      `SELECT u.id, u.username, u.display_name AS "displayName",
         json_agg(json_build_object('role', g.role, 'unit', CASE WHEN unit.id IS NOT NULL
           THEN json_build_object('code', unit.code, 'name', unit.name) END) ORDER BY g.id) AS roles
       FROM role_grant g
       JOIN app_user u ON u.id = g.user_id AND u.status = 'active' AND u.id <> $1
       LEFT JOIN unit ON unit.id = g.unit_id
       WHERE g.role = ANY($2::text[]) AND g.starts_on <= $3::date AND (g.ends_on IS NULL OR g.ends_on > $3::date)
         AND (g.unit_id IS NULL OR (unit.path <> '' AND (unit.path <@ $4::ltree[] OR unit.path @> $4::ltree[])))
         AND ($5::text IS NULL OR strpos(u.username || ' ' || u.display_name, $5) > 0)
       GROUP BY u.id ORDER BY u.display_name, u.id LIMIT $6`,
      [caller.userId, BUSINESS_ROLES, this.clock.today(), within, query ?? null, limit],
    );
    return { colleagues: rows };
  }

  private async pathOf(own: string[], code: string): Promise<string> {
    const { rows } = await this.db.query<{ path: string }>(
      'identity-colleagues-unit',
      `SELECT path::text FROM unit WHERE code = $2 AND path <@ ANY($1::ltree[]) AND path <> ''`,
      [own, code],
    );
    return rows[0]?.path ?? refuse('UNIT_NOT_FOUND', { unit: code });
  }
}
