import type { PostRank, PostTier, UnitKind } from '../../../machines/rules/index.js';
import { refuse } from '../../platform/index.js';
import type { Reader } from '../reader.js';

export interface PostFound {
  code: string;
  name: string;
  rank: PostRank;
  tier: PostTier;
  unit: string;
  unitName: string;
  unitKind: UnitKind;
  /** Code of the unit above; null at the top. */
  superior: string | null;
  /** Code of the 旗县区 that the unit is or lies in; null at city level. */
  area: string | null;
  areaName: string | null;
}

/** Posts by their codes, within the caller's reach; what is not there, or lies outside, is left out. */
export async function findPosts(
  q: Reader,
  codes: readonly string[],
  scope: readonly string[],
): Promise<Map<string, PostFound>> {
  const { rows } = await q.query<PostFound>(
    'directory.find-posts',
    `SELECT post.code, post.name, post.rank, post.tier, unit.code AS unit, unit.name AS "unitName",
       unit.kind AS "unitKind", superior.code AS superior,
       area.code AS area, area.name AS "areaName"
     FROM post JOIN team ON team.id = post.team_id JOIN unit ON unit.id = team.unit_id
       LEFT JOIN unit superior ON superior.id = unit.parent_id
       LEFT JOIN LATERAL (SELECT above.code, above.name FROM unit above
         WHERE above.path @> unit.path AND above.kind = 'county-level-area'
         ORDER BY nlevel(above.path) DESC LIMIT 1) area ON true
     WHERE post.code = ANY($1) AND unit.path <@ ANY($2::ltree[])`,
    [[...new Set(codes)], scope],
  );
  return new Map(rows.map((post) => [post.code, post]));
}

/**
 * A post by its code, within the caller's reach.
 *
 * @refuses NOT_FOUND - no such post, or it lies outside; the caller cannot tell which
 */
export async function findPost(q: Reader, code: string, scope: readonly string[]): Promise<PostFound> {
  return (await findPosts(q, [code], scope)).get(code) ?? refuse('NOT_FOUND', { kind: 'post', code });
}
