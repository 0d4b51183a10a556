import type {
  AppointmentMode,
  PostRank,
  PostTier,
  Seat,
  TeamFacts,
  TeamLevel,
  TeamPost,
  UnitKind,
} from '../../../machines/rules/index.js';

/** A team as the rules see it, with the numbers by which the database knows it. */
export interface LoadedTeam extends TeamFacts {
  id: number;
  unitId: number;
  unitPath: string;
}

type SeatCells = [
  cadre: string,
  name: string,
  birth: string,
  mode: AppointmentMode,
  occupiesHeadcount: boolean,
  from: string,
  to: string | null,
];
type PostCells = [code: string, name: string, tier: PostTier, rank: PostRank, seats: SeatCells[] | null];

/** One row of {@link SELECT_TEAMS}: posts and seats come as arrays, since names repeated a million times cost more. */
export interface TeamRow {
  id: number;
  code: string;
  name: string;
  level: TeamLevel;
  approvedPrincipals: number;
  approvedDeputies: number;
  unitId: number;
  unit: string;
  unitName: string;
  unitKind: UnitKind;
  unitPath: string;
  posts: PostCells[] | null;
}

/** Needs a WHERE; the last parameter is the day from which seats matter. */
export const SELECT_TEAMS = `
  SELECT team.id, team.code, team.name, team.level,
    team.approved_principals AS "approvedPrincipals", team.approved_deputies AS "approvedDeputies",
    unit.id AS "unitId", unit.code AS unit, unit.name AS "unitName", unit.kind AS "unitKind",
    unit.path::text AS "unitPath",
    (SELECT json_agg(json_build_array(post.code, post.name, post.tier, post.rank,
        (SELECT json_agg(json_build_array(cadre.code, cadre.name, cadre.birth_month, seat.mode,
             seat.occupies_headcount, seat.from_day, seat.to_day) ORDER BY seat.from_day, seat.id)
         FROM appointment seat JOIN cadre ON cadre.id = seat.cadre_id
         WHERE seat.post_id = post.id AND (seat.to_day IS NULL OR seat.to_day > $2::date))) ORDER BY post.id)
     FROM post WHERE post.team_id = team.id) AS posts
  FROM team JOIN unit ON unit.id = team.unit_id`;

export function toTeam({ posts, ...team }: TeamRow): LoadedTeam {
  const loaded: TeamPost[] = [];
  const seats: Seat[] = [];
  for (const [code, name, tier, rank, held] of posts ?? []) {
    loaded.push({ code, name, tier, rank });
    for (const cells of held ?? []) seats.push(toSeat(code, name, tier, rank, cells));
  }
  return { ...team, posts: loaded, seats };
}

function toSeat(post: string, postName: string, tier: PostTier, rank: PostRank, cells: SeatCells): Seat {
  const [cadre, name, birth, mode, occupiesHeadcount, from, to] = cells;
  const seat: Seat = { cadre, name, birth, post, postName, tier, rank, mode, occupiesHeadcount, from };
  if (to !== null) seat.to = to;
  return seat;
}
