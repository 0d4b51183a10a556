import type { Day } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';
import type { TaskOnSheet, TeamOnSheet } from './ledger-sheet.js';

const TEAMS = `
  SELECT team.code, team.level, unit.kind, team.approved_principals + team.approved_deputies AS approved,
    coalesce((SELECT area.name FROM unit area
      WHERE area.kind = 'county-level-area' AND unit.path <@ area.path ORDER BY nlevel(area.path) DESC LIMIT 1), '市直') AS area,
    count(DISTINCT seat.cadre_id) FILTER (WHERE seat.occupies_headcount AND seat.mode <> 'secondment')::int AS incumbents,
    count(DISTINCT seat.cadre_id) FILTER (WHERE NOT seat.occupies_headcount)::int AS "outsideHeadcount"
  FROM team JOIN unit ON unit.id = team.unit_id
    LEFT JOIN post ON post.team_id = team.id
    LEFT JOIN appointment seat ON seat.post_id = post.id AND seat.from_day <= $2::date
      AND (seat.to_day IS NULL OR seat.to_day > $2::date)
  WHERE team.code = ANY($1::text[]) GROUP BY team.id, unit.id`;

/** What the ledger does not say of its teams. */
export async function readTeams(db: Db, codes: readonly string[], asOf: Day): Promise<Map<string, TeamOnSheet>> {
  const { rows } = await db.query<TeamOnSheet & { code: string }>('sheets.teams', TEAMS, [codes, asOf]);
  return new Map(rows.map(({ code, ...team }) => [code, team]));
}

export async function readTasks(db: Db): Promise<Map<string, TaskOnSheet>> {
  const text = 'SELECT code, age_rule AS "ageRule", age_years AS "ageYears" FROM staffing_task';
  const { rows } = await db.query<TaskOnSheet & { code: string }>('sheets.tasks', text);
  return new Map(rows.map(({ code, ...task }) => [code, task]));
}

const PEOPLE = `
  SELECT cadre.code FROM unit
    JOIN cadre ON cadre.home_unit_id = unit.id
      OR cadre.id IN (SELECT seat.cadre_id FROM appointment seat JOIN post ON post.id = seat.post_id
        JOIN team ON team.id = post.team_id
        WHERE team.unit_id = unit.id AND seat.from_day <= $3::date AND (seat.to_day IS NULL OR seat.to_day > $3::date))
  WHERE unit.path <@ ANY($1::ltree[]) AND unit.path <@ (SELECT path FROM unit WHERE code = $2)
  GROUP BY cadre.id ORDER BY min(unit.path::text), cadre.id LIMIT $4`;

/** Whoever belongs to a unit or sits in it on a day, within the given units; in the order of the units. */
export async function readRoster(
  db: Db,
  scope: readonly string[],
  unit: string,
  asOf: Day,
  most: number,
): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>('sheets.roster', PEOPLE, [scope, unit, asOf, most]);
  return rows.map(({ code }) => code);
}
