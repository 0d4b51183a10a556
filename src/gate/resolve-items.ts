import type { GateItem, ItemCodes, PostRank, PostTier } from '../../machines/rules/index.js';
import { asSystem, type Db, type Refusal, type Tx, refuse } from '../platform/index.js';

interface KnownCadre {
  code: string;
  name: string;
  birth: string;
  /** Paths of the units where the person sits or belongs today; empty for somebody who belongs nowhere yet. */
  unitPaths: string[];
}

interface KnownPost {
  code: string;
  name: string;
  team: string;
  tier: PostTier;
  rank: PostRank;
  unitPath: string;
}

/** Says which part of the unit tree the asker may speak about, by the path of a unit. */
export interface Reach {
  /** Beyond this the directory answers as if there were nothing. */
  sees: (unitPath: string) => boolean;
  /** Beyond this a post is seen, but belongs to somebody else. */
  owns?: (unitPath: string) => boolean;
}

const EVERYWHERE: Reach = { sees: () => true };

const RESOLVE = `
  SELECT
    coalesce((SELECT jsonb_agg(jsonb_build_object('code', cadre.code, 'name', cadre.name, 'birth', cadre.birth_month,
      'unitPaths', (
        SELECT coalesce(jsonb_agg(DISTINCT unit.path::text), '[]')
        FROM unit
        WHERE unit.id IN (
          SELECT cadre.home_unit_id
          UNION ALL
          SELECT team.unit_id FROM appointment seat JOIN post ON post.id = seat.post_id JOIN team ON team.id = post.team_id
          WHERE seat.cadre_id = cadre.id AND (seat.to_day IS NULL OR seat.to_day > $3))
      ))) FROM cadre WHERE cadre.code = ANY($1)), '[]') AS cadres,
    coalesce((SELECT jsonb_agg(jsonb_build_object('code', post.code, 'name', post.name, 'team', team.code,
      'tier', post.tier, 'rank', post.rank, 'unitPath', unit.path::text))
      FROM post JOIN team ON team.id = post.team_id JOIN unit ON unit.id = team.unit_id
      WHERE post.code = ANY($2)), '[]') AS posts`;

/**
 * Looks up everything that items name, in one statement.
 *
 * @param today decides where a cadre belongs
 * @refuses CADRE_UNKNOWN, POST_UNKNOWN - the directory has no such code within reach; `item` counts from 1
 * @refuses POST_OUTSIDE_UNIT - the post belongs to a unit the proposal may not speak for
 */
export async function resolveItems(
  q: Pick<Db | Tx, 'query'>,
  items: readonly ItemCodes[],
  today: string,
  reach: Reach = EVERYWHERE,
): Promise<GateItem[]> {
  const named = items.flatMap(({ appointTo, removeFrom }) =>
    [appointTo, removeFrom].filter((code) => typeof code === 'string'),
  );
  // Where somebody sits beyond the asker's units decides whether the asker may name them; `reach` limits what is told.
  const { rows } = await asSystem('gate.resolve-items', () =>
    q.query<{ cadres: KnownCadre[]; posts: KnownPost[] }>('gate.resolve-items', RESOLVE, [
      items.map(({ cadre }) => cadre),
      named,
      today,
    ]),
  );
  const cadres = new Map((rows[0]?.cadres ?? []).map((cadre) => [cadre.code, cadre]));
  const posts = new Map((rows[0]?.posts ?? []).map((post) => [post.code, post]));
  return items.map((item, index) => resolveItem(item, index + 1, { cadres, posts, reach }));
}

interface Known {
  cadres: ReadonlyMap<string, KnownCadre>;
  posts: ReadonlyMap<string, KnownPost>;
  reach: Reach;
}

function resolveItem(item: ItemCodes, number: number, known: Known): GateItem {
  const cadre = known.cadres.get(item.cadre);
  const within = cadre && (cadre.unitPaths.length === 0 || cadre.unitPaths.some(known.reach.sees));
  if (!cadre || !within) return refuse('CADRE_UNKNOWN', { item: number, cadre: item.cadre });
  const { code, name, birth } = cadre;
  const { kind, mode, occupiesHeadcount } = item;
  const resolved: GateItem = { cadre: { code, name, birth }, kind, mode, occupiesHeadcount };
  if (item.appointTo) {
    const { code: post, name: postName, team, tier, rank } = findPost(item.appointTo, number, known);
    resolved.appointTo = { post, postName, team, tier, rank };
  }
  if (item.removeFrom) {
    const { code: post, team } = findPost(item.removeFrom, number, known);
    resolved.removeFrom = { post, team };
  }
  return resolved;
}

function findPost(code: string, number: number, { posts, reach }: Known): KnownPost {
  const post = posts.get(code);
  const params: Refusal['params'] = { item: number, post: code };
  if (!post || !reach.sees(post.unitPath)) return refuse('POST_UNKNOWN', params);
  if (reach.owns && !reach.owns(post.unitPath)) return refuse('POST_OUTSIDE_UNIT', params);
  return post;
}
