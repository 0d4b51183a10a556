import { DOSSIER_CHECKS } from './dossier-checks.js';
import type { ProblemCode } from './problem-sentences.js';
import type { SetCheck } from './set-check.js';
import { type SheetKey, SHEETS } from './sheets.js';
import { stageTable } from './stage-tables.js';
import { TABLES } from './tables.js';

/** Sheets whose rows have a code of their own. */
type CodedSheet = 'units' | 'teams' | 'posts' | 'cadres' | 'tasks';

const codeTwice = (sheet: CodedSheet): SetCheck => ({
  sheet,
  column: SHEETS[sheet].columns[0].header,
  code: 'CODE_TWICE',
  sql: `SELECT row_no, code AS value, jsonb_build_object('firstRow', first_row) AS params
    FROM (SELECT row_no, code, min(row_no) OVER (PARTITION BY code) AS first_row
          FROM ${stageTable(sheet)} WHERE code IS NOT NULL) s
    WHERE row_no > first_row`,
});

const reference = (
  sheet: SheetKey,
  field: string,
  column: string,
  target: Exclude<CodedSheet, 'tasks'>,
  code: ProblemCode = 'REFERENCE_UNKNOWN',
): SetCheck => ({
  sheet,
  column,
  code,
  sql: `SELECT s.row_no, s.${field} AS value, jsonb_build_object('of', '${SHEETS[target].columns[0].header}') AS params
    FROM ${stageTable(sheet)} s
    WHERE s.${field} IS NOT NULL
      AND NOT EXISTS (SELECT FROM ${stageTable(target)} t WHERE t.code = s.${field})
      AND NOT EXISTS (SELECT FROM ${TABLES[target]} t WHERE t.code = s.${field})`,
});

const appointmentTwice: SetCheck = {
  sheet: 'appointments',
  column: '任职时间',
  code: 'APPOINTMENT_TWICE',
  sql: `SELECT row_no, to_char(from_day, 'YYYY.MM.DD') AS value, jsonb_build_object('firstRow', first_row) AS params
    FROM (SELECT row_no, from_day, min(row_no) OVER (PARTITION BY cadre_code, post_code, from_day) AS first_row
          FROM import_appointments
          WHERE cadre_code IS NOT NULL AND post_code IS NOT NULL AND from_day IS NOT NULL) s
    WHERE row_no > first_row`,
};

const idTwice: SetCheck = {
  sheet: 'cadres',
  column: '身份证号',
  code: 'ID_TWICE',
  sql: `SELECT row_no, id_number_mask AS value, jsonb_build_object('firstRow', first_row) AS params
    FROM (SELECT row_no, id_number_mask, min(row_no) OVER (PARTITION BY id_number_hash) AS first_row
          FROM import_cadres WHERE id_number_hash IS NOT NULL) s
    WHERE row_no > first_row`,
};

/** The holder may give the number up in the same workbook. */
const idTaken: SetCheck = {
  sheet: 'cadres',
  column: '身份证号',
  code: 'ID_TAKEN',
  sql: `SELECT s.row_no, s.id_number_mask AS value, jsonb_build_object('cadre', holder.code) AS params
    FROM import_cadres s
    JOIN cadre holder ON holder.id_number_hash = s.id_number_hash AND holder.code <> s.code
    WHERE NOT EXISTS (
      SELECT FROM import_cadres h
      WHERE h.code = holder.code
        AND (h.id_number_hash <> s.id_number_hash OR 'id_number' = ANY (string_to_array(h.cleared, ','))))`,
};

const idMaskMismatch: SetCheck = {
  sheet: 'cadres',
  column: '身份证号',
  code: 'ID_MASK_MISMATCH',
  sql: `SELECT s.row_no, s.given_mask AS value, '{}'::jsonb AS params
    FROM import_cadres s LEFT JOIN cadre c ON c.code = s.code
    WHERE s.given_mask IS NOT NULL AND s.given_mask IS DISTINCT FROM c.id_number_mask`,
};

/** Rows of the workbook and stored rows that it does not mention, together, in time; empty periods overlap nothing. */
const appointmentOverlap: SetCheck = {
  sheet: 'appointments',
  column: '任职时间',
  code: 'APPOINTMENT_OVERLAP',
  sql: `WITH stored AS (
      SELECT c.code AS cadre_code, p.code AS post_code, a.from_day, a.to_day
      FROM appointment a JOIN cadre c ON c.id = a.cadre_id JOIN post p ON p.id = a.post_id
      WHERE (c.code, p.code) IN (SELECT cadre_code, post_code FROM import_appointments)),
    given AS (
      SELECT DISTINCT ON (s.cadre_code, s.post_code, s.from_day) s.row_no, s.cadre_code, s.post_code, s.from_day,
        CASE WHEN s.cleared = 'to_day' THEN NULL ELSE coalesce(s.to_day, o.to_day) END AS to_day
      FROM import_appointments s
      LEFT JOIN stored o USING (cadre_code, post_code, from_day)
      WHERE s.from_day IS NOT NULL AND NOT s.faulty
      ORDER BY s.cadre_code, s.post_code, s.from_day, s.row_no),
    periods AS (
      SELECT row_no, cadre_code, post_code, from_day, coalesce(to_day, 'infinity') AS until FROM given
      UNION ALL
      SELECT NULL, cadre_code, post_code, from_day, coalesce(to_day, 'infinity') FROM stored o
      WHERE NOT EXISTS (SELECT FROM given g
        WHERE (g.cadre_code, g.post_code, g.from_day) = (o.cadre_code, o.post_code, o.from_day)))
    SELECT row_no, to_char(from_day, 'YYYY.MM.DD') AS value, jsonb_build_object(
        'from', to_char(other_from, 'YYYY.MM.DD'),
        'to', CASE WHEN other_until = 'infinity' THEN '今' ELSE to_char(other_until, 'YYYY.MM.DD') END) AS params
    FROM (
      SELECT DISTINCT ON (a.row_no) a.row_no, a.from_day, b.from_day AS other_from, b.until AS other_until
      FROM periods a JOIN periods b
        ON b.cadre_code = a.cadre_code AND b.post_code = a.post_code AND b.from_day <> a.from_day
       AND a.from_day < b.until AND b.from_day < a.until AND a.from_day < a.until AND b.from_day < b.until
       AND (b.row_no IS NULL OR b.from_day < a.from_day)
      WHERE a.row_no IS NOT NULL
      ORDER BY a.row_no, b.from_day) s`,
};

/** Bottom up from each unit that the tops do not reach: whoever meets itself again is part of a circle. */
const unitCycle: SetCheck = {
  sheet: 'units',
  column: '上级单位编码',
  code: 'UNIT_CYCLE',
  sql: `WITH RECURSIVE reached AS (
      SELECT code FROM import_tree WHERE parent_code IS NULL
      UNION SELECT t.code FROM import_tree t JOIN reached r ON t.parent_code = r.code),
    walk AS (
      SELECT t.code AS start, t.parent_code AS at FROM import_tree t WHERE t.code NOT IN (SELECT code FROM reached)
      UNION SELECT w.start, t.parent_code FROM walk w JOIN import_tree t ON t.code = w.at WHERE w.at <> w.start)
    SELECT s.row_no, s.parent_code AS value, '{}'::jsonb AS params
    FROM import_units s WHERE s.code IN (SELECT start FROM walk WHERE at = start)`,
};

export const SET_CHECKS: readonly SetCheck[] = [
  codeTwice('units'),
  codeTwice('teams'),
  codeTwice('posts'),
  codeTwice('cadres'),
  codeTwice('tasks'),
  appointmentTwice,
  reference('units', 'parent_code', '上级单位编码', 'units'),
  unitCycle,
  reference('teams', 'unit_code', '单位编码', 'units'),
  reference('posts', 'team_code', '班子编码', 'teams'),
  reference('cadres', 'home_unit_code', '所在单位编码', 'units'),
  idTwice,
  idTaken,
  idMaskMismatch,
  reference('appointments', 'cadre_code', '干部编号', 'cadres'),
  reference('appointments', 'post_code', '职位编码', 'posts'),
  appointmentOverlap,
  reference('tasks', 'team_code', '适用类别', 'teams', 'TARGET_UNKNOWN'),
  ...DOSSIER_CHECKS,
];
