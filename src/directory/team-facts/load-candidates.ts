import {
  addMonths,
  type AgePolicy,
  ageLimitYears,
  type Candidate,
  type Day,
  monthOf,
  type Policy,
  type PostRank,
  type PostRef,
} from '../../../machines/rules/index.js';
import type { Reader } from '../reader.js';

export interface CandidateQuestion {
  /** Teams that the proposal touches: nobody is suggested who sits in one of them already. */
  teams: readonly string[];
  vacantPosts: readonly Pick<PostRef, 'rank'>[];
  agePolicies: readonly AgePolicy[];
  asOf: Day;
  policy: Policy;
  /** Paths of the units the caller may see; '' is the whole tree. */
  scope: readonly string[];
  limit: number;
}

interface CandidateRow {
  code: string;
  name: string;
  birth: string;
  rank: string | null;
  posts: PostRef[] | null;
}

const ONE_LEVEL_BELOW: Readonly<Record<PostRank, PostRank | null>> = {
  'chu-principal': 'chu-deputy',
  'chu-deputy': 'ke-principal',
  'ke-principal': 'ke-deputy',
  'ke-deputy': null,
};
/** Neighbouring units searched, and people taken from each: the answer stays as quick in a large city as in a small one. */
const NEIGHBOURS = 60;
const PEOPLE_PER_UNIT = 12;

const HELD_ON = `seat.from_day <= $5::date AND (seat.to_day IS NULL OR seat.to_day > $5::date)`;

/*
 * Searched are the touched teams' own units and their neighbours below the same parent, all within the caller's reach.
 * In each unit two groups: holders of posts one level below, and people of the unit who hold no leading post.
 * MATERIALIZED and OFFSET 0 keep the planner on the indexes, unit by unit, even right after an import without statistics.
 */
const CANDIDATES = `
  WITH touched AS MATERIALIZED (
    SELECT team.id, team.unit_id, unit.parent_id FROM team JOIN unit ON unit.id = team.unit_id WHERE team.code = ANY($1)
  ), sitting AS MATERIALIZED (
    SELECT seat.cadre_id FROM touched
    CROSS JOIN LATERAL (SELECT post.id FROM post WHERE post.team_id = touched.id OFFSET 0) post
    CROSS JOIN LATERAL (
      SELECT seat.cadre_id FROM appointment seat
      WHERE seat.post_id = post.id AND (seat.to_day IS NULL OR seat.to_day > $5::date) OFFSET 0) seat
  ), siblings AS MATERIALIZED (
    SELECT unit.id, unit.path FROM (SELECT DISTINCT parent_id FROM touched) above
    CROSS JOIN LATERAL (SELECT unit.id, unit.path FROM unit WHERE unit.parent_id = above.parent_id OFFSET 0) unit
    UNION ALL
    SELECT unit.id, unit.path FROM unit
    WHERE unit.parent_id IS NULL AND EXISTS (SELECT FROM touched WHERE parent_id IS NULL)
  ), near AS MATERIALIZED (
    (SELECT siblings.id, 0 AS distance FROM siblings
     WHERE siblings.id IN (SELECT unit_id FROM touched) AND siblings.path <@ ANY($4::ltree[]))
    UNION ALL
    (SELECT siblings.id, 1 FROM siblings
     WHERE siblings.id NOT IN (SELECT unit_id FROM touched) AND siblings.path <@ ANY($4::ltree[])
     ORDER BY siblings.id LIMIT ${NEIGHBOURS})
  ), found AS MATERIALIZED (
    SELECT near.distance, 0 AS origin, holder.id FROM near CROSS JOIN LATERAL (
      SELECT DISTINCT cadre.id, cadre.code
      FROM (SELECT team.id FROM team WHERE team.unit_id = near.id OFFSET 0) team
      CROSS JOIN LATERAL (SELECT post.id FROM post WHERE post.team_id = team.id AND post.rank = ANY($3) OFFSET 0) post
      CROSS JOIN LATERAL (
        SELECT seat.cadre_id FROM appointment seat WHERE seat.post_id = post.id AND ${HELD_ON} OFFSET 0) seat
      CROSS JOIN LATERAL (
        SELECT cadre.id, cadre.code FROM cadre
        WHERE cadre.id = seat.cadre_id AND cadre.birth_month > $2 OFFSET 0) cadre
      ORDER BY cadre.code LIMIT ${PEOPLE_PER_UNIT}) holder
    UNION ALL
    SELECT near.distance, 1, own.id FROM near CROSS JOIN LATERAL (
      SELECT cadre.id FROM cadre
      WHERE cadre.home_unit_id = near.id AND cadre.birth_month > $2
        AND NOT EXISTS (SELECT FROM appointment seat WHERE seat.cadre_id = cadre.id AND ${HELD_ON} OFFSET 0)
      ORDER BY cadre.code LIMIT ${PEOPLE_PER_UNIT}) own
  ), chosen AS MATERIALIZED (
    SELECT found.id, min(found.distance) AS distance, min(found.origin) AS origin FROM found
    WHERE found.id NOT IN (SELECT cadre_id FROM sitting) GROUP BY found.id
  )
  SELECT cadre.code, cadre.name, cadre.birth_month AS birth, cadre.civil_rank AS rank,
    (SELECT json_agg(json_build_object('post', post.code, 'postName', post.name, 'team', team.code,
        'tier', post.tier, 'rank', post.rank) ORDER BY post.id)
     FROM (SELECT seat.post_id FROM appointment seat WHERE seat.cadre_id = cadre.id AND ${HELD_ON} OFFSET 0) held
     JOIN post ON post.id = held.post_id JOIN team ON team.id = post.team_id) AS posts
  FROM chosen JOIN cadre ON cadre.id = chosen.id
  ORDER BY chosen.distance, chosen.origin, cadre.code LIMIT $6`;

/**
 * Cadres of the right age who might fill a vacancy: from the unit itself first, then from its neighbours; who holds a
 * post one level below before who holds none. Never ordered by age. Whether they may be appointed is for the rules.
 *
 * @returns at most `limit`, always in the same order; empty when no age word is asked about
 */
export async function loadCandidates(q: Reader, question: CandidateQuestion): Promise<Candidate[]> {
  const bornAfter = earliestBirthExcluded(question);
  if (bornAfter === null) return [];
  const ranksBelow = question.vacantPosts.map(({ rank }) => ONE_LEVEL_BELOW[rank]).filter((rank) => rank !== null);
  const { rows } = await q.query<CandidateRow>('directory.candidates', CANDIDATES, [
    question.teams,
    bornAfter,
    [...new Set(ranksBelow)],
    question.scope,
    question.asOf,
    question.limit,
  ]);
  return rows.map(({ rank, posts, ...cadre }) => {
    return { ...cadre, ...(rank !== null && { rank }), currentPosts: posts ?? [] };
  });
}

/** The widest age word decides who is looked at; the rules judge each task by its own. */
function earliestBirthExcluded({ agePolicies, asOf, policy }: CandidateQuestion): string | null {
  const limits = agePolicies.map((age) => ageLimitYears(age, policy.age.yearsAdded));
  return limits.length === 0 ? null : addMonths(monthOf(asOf), -12 * Math.max(...limits));
}
