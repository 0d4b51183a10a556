import type { AppointmentMode, Day, Month, PostRank, PostTier, Sex, TeamLevel } from '../../../machines/rules/index.js';
import { asSystem } from '../../platform/index.js';
import type { Reader } from '../reader.js';

/** A post with its place, as documents name it. */
export interface NamedPost {
  code: string;
  name: string;
  unit: string;
  unitCode: string;
  team: string;
  teamName: string;
  level: TeamLevel;
  rank: PostRank;
  tier: PostTier;
}

export interface NamedTerm extends NamedPost {
  mode: AppointmentMode;
  occupiesHeadcount: boolean;
  from: Day;
  to: Day | null;
}

/** A person as documents describe people. Never the ID number. */
export interface NamedPerson {
  id: number;
  code: string;
  name: string;
  sex: Sex;
  birth: Month;
  ethnicity: string | null;
  politicalStatus: string | null;
  workStart: Month | null;
  partyJoin: Month | null;
  fullTimeEducation: string | null;
  inServiceEducation: string | null;
  civilRank: string | null;
  rankSince: Month | null;
  homeUnit: string | null;
  /** All leading posts, the earliest first. */
  terms: NamedTerm[];
}

const PLACE = `'code', post.code, 'name', post.name, 'unit', unit.name, 'unitCode', unit.code, 'team', team.code,
  'teamName', team.name, 'level', team.level, 'rank', post.rank, 'tier', post.tier`;

const PEOPLE = `
  SELECT cadre.id, cadre.code, cadre.name, cadre.sex, cadre.birth_month AS birth, cadre.ethnicity,
    cadre.political_status AS "politicalStatus", cadre.work_start_month AS "workStart", cadre.party_join_month AS "partyJoin",
    cadre.full_time_education AS "fullTimeEducation", cadre.in_service_education AS "inServiceEducation",
    cadre.civil_rank AS "civilRank", cadre.rank_since_month AS "rankSince",
    (SELECT unit.name FROM unit WHERE unit.id = cadre.home_unit_id) AS "homeUnit",
    (SELECT coalesce(json_agg(json_build_object(${PLACE}, 'mode', seat.mode, 'occupiesHeadcount', seat.occupies_headcount,
        'from', seat.from_day, 'to', seat.to_day) ORDER BY seat.from_day, seat.id), '[]')
     FROM appointment seat JOIN post ON post.id = seat.post_id
       JOIN team ON team.id = post.team_id JOIN unit ON unit.id = team.unit_id WHERE seat.cadre_id = cadre.id) AS terms
  FROM cadre WHERE cadre.code = ANY($1::text[])`;

const POSTS = `SELECT json_build_object(${PLACE}) AS post FROM post
  JOIN team ON team.id = post.team_id JOIN unit ON unit.id = team.unit_id WHERE post.code = ANY($1::text[])`;

/**
 * People and posts by code, whole: with seats and posts that lie beyond the reader's units. Only for documents of a case
 * that names them and that the reader may read, or of a person found within reach.
 */
export function loadPeople(
  q: Pick<Reader, 'query'>,
  codes: { cadres: readonly string[]; posts?: readonly string[] },
): Promise<{ people: Map<string, NamedPerson>; posts: Map<string, NamedPost> }> {
  return asSystem('directory.people-of-documents', async () => {
    const people = await q.query<NamedPerson>('people.named', PEOPLE, [codes.cadres]);
    const posts = await q.query<{ post: NamedPost }>('people.posts', POSTS, [codes.posts ?? []]);
    return {
      people: new Map(people.rows.map((person) => [person.code, person])),
      posts: new Map(posts.rows.map(({ post }) => [post.code, post])),
    };
  });
}

/** The seats held on a day, as documents list them: 某局局长、某局党组书记. */
export function postsHeld(person: NamedPerson, day: Day): NamedTerm[] {
  return person.terms.filter(({ from, to }) => from <= day && (to === null || to > day));
}

/** 某局副局长: a post with its unit, which is not said twice when the post's own name begins with it. */
export const fullPostName = ({ unit, name }: Pick<NamedPost, 'unit' | 'name'>): string =>
  name.startsWith(unit) ? name : `${unit}${name}`;
