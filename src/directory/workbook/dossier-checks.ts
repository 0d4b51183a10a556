import { CADRE_CODE, type DossierSheet, stagedName } from './dossier-field.js';
import { DOSSIER_KEYS, type DossierKey, dossierSheet } from './dossier-sheets.js';
import type { SetCheck } from './set-check.js';
import { stageTable } from './stage-tables.js';

/** Faults of dossier rows that show only together, against what is stored, and against whom the caller may touch. */
export const DOSSIER_CHECKS: readonly SetCheck[] = DOSSIER_KEYS.flatMap((key) => {
  const sheet = dossierSheet(key);
  return [unknownCadre(key), ...unknownUnits(key, sheet), rowTwice(key, sheet), ...endBeforeStart(key, sheet)];
});

function unknownCadre(sheet: DossierKey): SetCheck {
  return {
    sheet,
    column: CADRE_CODE.header,
    code: 'REFERENCE_UNKNOWN',
    sql: `SELECT s.row_no, s.cadre_code AS value, jsonb_build_object('of', '${CADRE_CODE.header}') AS params
      FROM ${stageTable(sheet)} s WHERE s.cadre_code IS NOT NULL
        AND NOT EXISTS (SELECT FROM import_cadres t WHERE t.code = s.cadre_code)
        AND NOT EXISTS (SELECT FROM cadre t WHERE t.code = s.cadre_code)`,
  };
}

function unknownUnits(sheet: DossierKey, { fields }: DossierSheet): SetCheck[] {
  return fields
    .filter(({ isUnit }) => isUnit === true)
    .map((field) => ({
      sheet,
      column: field.header.header,
      code: 'REFERENCE_UNKNOWN',
      sql: `SELECT s.row_no, s.${stagedName(field)} AS value, jsonb_build_object('of', '单位编码') AS params
        FROM ${stageTable(sheet)} s WHERE s.${stagedName(field)} IS NOT NULL
          AND NOT EXISTS (SELECT FROM import_tree k WHERE k.code = s.${stagedName(field)})`,
    }));
}

function rowTwice(sheet: DossierKey, { fields }: DossierSheet): SetCheck {
  const keys = ['cadre_code', ...fields.filter(({ isKey }) => isKey === true).map(({ column }) => column)];
  return {
    sheet,
    column: CADRE_CODE.header,
    code: 'ROW_TWICE',
    sql: `SELECT row_no, cadre_code AS value, jsonb_build_object('firstRow', first_row) AS params
      FROM (SELECT row_no, cadre_code, min(row_no) OVER (PARTITION BY ${keys.join(', ')}) AS first_row
            FROM ${stageTable(sheet)} WHERE ${keys.map((key) => `${key} IS NOT NULL`).join(' AND ')}) s
      WHERE row_no > first_row`,
  };
}

/** What a row leaves blank is what is stored: both together make the period. */
function endBeforeStart(sheet: DossierKey, { table, fields, period }: DossierSheet): SetCheck[] {
  if (period === undefined) return [];
  const [from, to] = period;
  const keys = fields.filter(({ isKey }) => isKey === true).map(({ column }) => ` AND t.${column} = s.${column}`);
  const said = (column: string): string =>
    `CASE WHEN '${column}' = ANY (string_to_array(s.cleared, ',')) THEN NULL ELSE coalesce(s.${column}, t.${column}) END`;
  return [
    {
      sheet,
      column: fields.find(({ column }) => column === to)?.header.header ?? '',
      code: 'END_BEFORE_START',
      sql: `SELECT s.row_no, s.${to}::text AS value, '{}'::jsonb AS params
        FROM ${stageTable(sheet)} s LEFT JOIN cadre c ON c.code = s.cadre_code
          LEFT JOIN ${table} t ON t.cadre_id = c.id${keys.join('')}
        WHERE ${said(to)} < ${said(from)}`,
    },
  ];
}

/** A person of the directory belongs to the caller's units by home or by a seat; new people are judged by their own row. */
export const DOSSIER_SCOPE_CHECKS: readonly SetCheck[] = DOSSIER_KEYS.map((sheet) => ({
  sheet,
  column: CADRE_CODE.header,
  code: 'OUT_OF_SCOPE',
  sql: `SELECT s.row_no, s.cadre_code AS value, '{}'::jsonb AS params
    FROM ${stageTable(sheet)} s JOIN cadre c ON c.code = s.cadre_code LEFT JOIN unit home ON home.id = c.home_unit_id
    WHERE NOT EXISTS (SELECT FROM import_tree w WHERE w.code = home.code AND w.was_inside) AND NOT EXISTS (
      SELECT FROM appointment a JOIN post p ON p.id = a.post_id JOIN import_post_place place ON place.code = p.code
        JOIN import_tree w ON w.code = place.was AND w.was_inside WHERE a.cadre_id = c.id)`,
}));
