import type { Day, Month, PostRank, TeamLevel, UnitKind } from '../../../machines/rules/index.js';
import { asSystem } from '../../platform/index.js';
import type { Reader } from '../reader.js';

export interface TeamOfDocument {
  code: string;
  name: string;
  unit: string;
  unitKind: UnitKind;
  level: TeamLevel;
}

/** Somebody in a seat of a team on a day. */
export interface MemberOfDocument {
  cadre: string;
  team: string;
  birth: Month;
  rank: PostRank;
  /** Occupies an established post there, and is no secondee. */
  counts: boolean;
}

const TEAMS = `
  SELECT team.code, team.name, unit.name AS unit, unit.kind AS "unitKind", team.level
  FROM team JOIN unit ON unit.id = team.unit_id WHERE team.code = ANY($1::text[]) ORDER BY team.id`;

const MEMBERS = `
  SELECT cadre.code AS cadre, team.code AS team, cadre.birth_month AS birth, post.rank,
    seat.occupies_headcount AND seat.mode <> 'secondment' AS counts
  FROM team JOIN post ON post.team_id = team.id JOIN appointment seat ON seat.post_id = post.id
    JOIN cadre ON cadre.id = seat.cadre_id
  WHERE team.code = ANY($1::text[]) AND seat.from_day <= $2::date AND (seat.to_day IS NULL OR seat.to_day > $2::date)
  ORDER BY team.id, post.id`;

const DEPARTMENT = `SELECT name FROM unit WHERE kind = 'organization-department' ORDER BY nlevel(path), id LIMIT 1`;

/** The teams that a case touches, who sits in them, and the department that it is reported to, for the documents of the case: a transfer has a team elsewhere. */
export function loadMembers(
  q: Pick<Reader, 'query'>,
  teams: readonly string[],
  day: Day,
): Promise<{ teams: TeamOfDocument[]; members: MemberOfDocument[]; department: string }> {
  return asSystem('directory.people-of-documents', async () => {
    const named = await q.query<TeamOfDocument>('people.teams', TEAMS, [teams]);
    const seated = await q.query<MemberOfDocument>('people.members', MEMBERS, [teams, day]);
    const departments = await q.query<{ name: string }>('people.department', DEPARTMENT, []);
    return { teams: named.rows, members: seated.rows, department: departments.rows[0]?.name ?? '市委组织部' };
  });
}
