import type { Tx } from '../../platform/index.js';
import type { SetCheck } from './set-check.js';
import type { SheetKey } from './sheets.js';

/** Whether a unit will stand, and whether it stands now, under one the caller holds. */
const willBeInside = (code: string): string => `EXISTS (SELECT FROM import_inside i WHERE i.code = ${code})`;
const wasInside = (code: string): string =>
  `EXISTS (SELECT FROM import_tree w WHERE w.code = ${code} AND w.was_inside)`;
const isKnown = (code: string): string => `EXISTS (SELECT FROM import_tree k WHERE k.code = ${code})`;

/** Where teams and posts stand now and will stand: a row may neither take from other units nor give to them. */
const PLACES = [
  `CREATE TEMP TABLE import_inside ON COMMIT DROP AS
   WITH RECURSIVE inside AS (
     SELECT code FROM import_tree WHERE granted
     UNION SELECT t.code FROM import_tree t JOIN inside i ON t.parent_code = i.code)
   SELECT code FROM inside`,
  `CREATE TEMP TABLE import_team_place ON COMMIT DROP AS
   SELECT coalesce(s.code, t.code) AS code, u.code AS was, coalesce(s.unit_code, u.code) AS will
   FROM (SELECT * FROM import_teams WHERE code IS NOT NULL) s
   FULL JOIN team t ON t.code = s.code LEFT JOIN unit u ON u.id = t.unit_id`,
  `CREATE TEMP TABLE import_post_place ON COMMIT DROP AS
   SELECT coalesce(s.code, p.code) AS code, stored.was, coalesce(given.will, stored.will) AS will
   FROM (SELECT * FROM import_posts WHERE code IS NOT NULL) s
   FULL JOIN (SELECT p.code, t.code AS team_code FROM post p JOIN team t ON t.id = p.team_id) p ON p.code = s.code
   LEFT JOIN import_team_place given ON given.code = s.team_code
   LEFT JOIN import_team_place stored ON stored.code = p.team_code`,
  'CREATE INDEX ON import_inside (code)',
  'CREATE INDEX ON import_team_place (code)',
  'CREATE INDEX ON import_post_place (code)',
  'ANALYZE import_inside, import_team_place, import_post_place',
];

export async function buildPlaces(tx: Tx): Promise<void> {
  for (const sql of PLACES) await tx.queryDynamic(sql);
}

const outside = (sheet: SheetKey, column: string, field: string, from: string): SetCheck => ({
  sheet,
  column,
  code: 'OUT_OF_SCOPE',
  sql: `SELECT s.row_no, s.${field} AS value, '{}'::jsonb AS params FROM ${from}`,
});

/** A place is out of reach when the unit will stand outside, or stands outside now. */
const outOfReach = `((place.will IS NOT NULL AND ${isKnown('place.will')} AND NOT ${willBeInside('place.will')})
  OR (place.was IS NOT NULL AND NOT ${wasInside('place.was')}))`;

/** For callers who hold a part of the tree. What all units share (a task for a 单位类别) is out of their scope. */
export const SCOPE_CHECKS: readonly SetCheck[] = [
  outside(
    'units',
    '单位编码',
    'code',
    `import_units s LEFT JOIN unit u ON u.code = s.code
     WHERE s.code IS NOT NULL AND (s.parent_code IS NULL OR ${isKnown('s.parent_code')})
       AND (NOT ${willBeInside('s.code')} OR (u.id IS NOT NULL AND NOT ${wasInside('s.code')}))`,
  ),
  outside(
    'units',
    '上级单位编码',
    'parent_code',
    `import_units s JOIN import_tree t ON t.code = s.code
     WHERE t.granted AND t.parent_code IS DISTINCT FROM t.stored_parent_code`,
  ),
  outside(
    'teams',
    '单位编码',
    'unit_code',
    `import_teams s JOIN import_team_place place ON place.code = s.code WHERE ${outOfReach}`,
  ),
  outside(
    'posts',
    '班子编码',
    'team_code',
    `import_posts s JOIN import_post_place place ON place.code = s.code WHERE ${outOfReach}`,
  ),
  outside(
    'appointments',
    '职位编码',
    'post_code',
    `import_appointments s JOIN import_post_place place ON place.code = s.post_code WHERE ${outOfReach}`,
  ),
  outside(
    'cadres',
    '干部编号',
    'code',
    `import_cadres s LEFT JOIN cadre c ON c.code = s.code LEFT JOIN unit home ON home.id = c.home_unit_id
     WHERE s.code IS NOT NULL AND CASE
       WHEN c.id IS NULL THEN s.home_unit_code IS NULL AND NOT EXISTS (
         SELECT FROM import_appointments a JOIN import_post_place place ON place.code = a.post_code
         WHERE a.cadre_code = s.code AND ${willBeInside('place.will')})
       ELSE NOT ${wasInside('home.code')} AND NOT EXISTS (
         SELECT FROM appointment a JOIN post p ON p.id = a.post_id JOIN import_post_place place ON place.code = p.code
         WHERE a.cadre_id = c.id AND ${wasInside('place.was')}) END`,
  ),
  outside(
    'cadres',
    '所在单位编码',
    'home_unit_code',
    `import_cadres s LEFT JOIN cadre c ON c.code = s.code LEFT JOIN unit home ON home.id = c.home_unit_id
     WHERE s.home_unit_code IS DISTINCT FROM home.code AND ${isKnown('s.home_unit_code')}
       AND NOT ${willBeInside('s.home_unit_code')}`,
  ),
  outside(
    'tasks',
    '适用类别',
    'team_code',
    `import_tasks s LEFT JOIN import_team_place place ON place.code = s.team_code
       LEFT JOIN staffing_task k ON k.code = s.code LEFT JOIN team t ON t.id = k.team_id LEFT JOIN unit u ON u.id = t.unit_id
     WHERE s.unit_kind IS NOT NULL OR ${outOfReach}
       OR (k.id IS NOT NULL AND (k.team_id IS NULL OR NOT ${wasInside('u.code')}))`,
  ),
];
