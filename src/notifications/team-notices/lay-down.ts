import { type Notice, NOTICE_EFFECT } from '../../engine/index.js';
import type { TeamNotice } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';

/** Whom notices about a team concern, on its unit: who keeps the unit's affairs, and the section that reads them. */
const ROLES: Notice['roles'] = ['clerk', 'reviewer'];

/** How the engine's key of a notice leads back to the row that it was laid down with. */
export const TEAM_NOTICE_KEY = 'team-notice-';

export type NoticeOfTeam = TeamNotice & { team: number };

/**
 * Remembers notices about teams and lays them into the outbox, in one statement: what is remembered already is laid down no
 * more, whoever looks, in however many processes.
 *
 * @param db reaching the whole tree
 * @param notices what is to be told, by the numbers of their teams
 * @param now the moment of telling
 * @returns how many were new
 */
export async function layDown(db: Db, notices: readonly NoticeOfTeam[], now: Date): Promise<number> {
  if (notices.length === 0) return 0;
  const common = { workflow: 'directory', version: 0, roles: ROLES, late: false, at: now.toISOString() };
  const { rowCount } = await db.query(
    'team-notices.lay-down',
    `WITH told AS (
       INSERT INTO team_notice (kind, unit_id, team_id, post_id, cadre_id, day, months, tasks, shortfall, told_at)
       SELECT n.kind, team.unit_id, team.id, post.id, cadre.id, n.day, n.months, n.tasks, n.shortfall, $2
       FROM jsonb_to_recordset($1::jsonb) AS n (kind text, team bigint, post text, cadre text, day date, months int,
         tasks text[], shortfall int)
       JOIN team ON team.id = n.team JOIN post ON post.code = n.post AND post.team_id = team.id
       LEFT JOIN cadre ON cadre.code = n.cadre
       WHERE (n.cadre IS NULL) = (cadre.id IS NULL)
       ORDER BY post.id, n.day
       ON CONFLICT (kind, post_id, cadre_id, day, months) DO NOTHING
       RETURNING id, kind, unit_id, team_id
     )
     INSERT INTO outbox (workflow, case_id, version, ordinal, effect, params, created_at, next_attempt_at, unit_id)
     SELECT 'directory', team_id, 0, 0, '${NOTICE_EFFECT}',
       $3::jsonb || jsonb_build_object('key', '${TEAM_NOTICE_KEY}' || id, 'kind', kind, 'caseId', team_id, 'unitId', unit_id),
       $2, now(), unit_id
     FROM told`,
    [JSON.stringify(notices), now, JSON.stringify(common)],
  );
  return rowCount;
}
