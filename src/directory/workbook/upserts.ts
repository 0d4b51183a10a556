import { DOSSIER_UPSERTS } from './dossier-import.js';
import type { SheetKey } from './sheets.js';
import { stageTable } from './stage-tables.js';
import { TABLES } from './tables.js';
import { type Assignment, always, defaulted, isCleared, kept, type Upsert } from './upsert.js';

/** The number is encrypted differently each time: only its hash tells whether it changed. */
const idNumberPart = (column: string): Assignment => ({
  column,
  onInsert: `s.${column}`,
  onUpdate: `CASE WHEN ${isCleared('id_number')} THEN NULL
    WHEN s.id_number_hash IS NULL OR s.id_number_hash = t.id_number_hash THEN t.${column} ELSE s.${column} END`,
});

const byCode = { match: 'WHERE t.code = s.code', identity: { code: 's.code' } };

export const UPSERTS: Readonly<Record<SheetKey, Upsert>> = {
  units: {
    ...byCode,
    joins: 'LEFT JOIN unit parent ON parent.code = s.parent_code',
    assignments: [always('name'), always('kind'), kept('parent_id', 'parent.id', 'parent_code')],
  },
  teams: {
    ...byCode,
    joins: 'JOIN unit u ON u.code = s.unit_code',
    assignments: [
      always('unit_id', 'u.id'),
      always('name'),
      always('level'),
      always('approved_principals'),
      always('approved_deputies'),
    ],
  },
  posts: {
    ...byCode,
    joins: 'JOIN team m ON m.code = s.team_code',
    assignments: [always('team_id', 'm.id'), always('name'), always('rank'), always('tier')],
  },
  cadres: {
    ...byCode,
    joins: 'LEFT JOIN unit home ON home.code = s.home_unit_code',
    assignments: [
      always('name'),
      always('sex'),
      always('birth_month'),
      kept('ethnicity'),
      idNumberPart('id_number_cipher'),
      idNumberPart('id_number_hash'),
      idNumberPart('id_number_mask'),
      idNumberPart('id_birth_month'),
      kept('political_status'),
      kept('work_start_month'),
      kept('party_join_month'),
      kept('full_time_education'),
      kept('in_service_education'),
      kept('civil_rank'),
      kept('rank_since_month'),
      kept('home_unit_id', 'home.id', 'home_unit_code'),
    ],
  },
  appointments: {
    match: `JOIN cadre c ON c.id = t.cadre_id JOIN post p ON p.id = t.post_id
      WHERE c.code = s.cadre_code AND p.code = s.post_code AND t.from_day = s.from_day`,
    joins: 'JOIN cadre holder ON holder.code = s.cadre_code JOIN post seat ON seat.code = s.post_code',
    identity: { cadre_id: 'holder.id', post_id: 'seat.id', from_day: 's.from_day' },
    assignments: [kept('to_day'), defaulted('occupies_headcount', 'true'), defaulted('mode', "'regular'")],
  },
  tasks: {
    ...byCode,
    joins: 'LEFT JOIN team m ON m.code = s.team_code',
    assignments: [
      always('name'),
      always('unit_kind'),
      always('team_id', 'm.id'),
      always('rule'),
      always('quantity'),
      always('share_num'),
      always('share_den'),
      defaulted('base', "'approved-headcount'"),
      always('age_rule'),
      always('age_years'),
      defaulted('principal_only', 'false'),
      kept('nested_post_name'),
      kept('nested_share_num'),
      kept('nested_share_den'),
      kept('due_by'),
    ],
  },
  ...DOSSIER_UPSERTS,
};

export function insertNewSql(sheet: SheetKey): string {
  const { joins, identity, assignments } = UPSERTS[sheet];
  const columns = [...Object.keys(identity), ...assignments.map(({ column }) => column)];
  const values = [...Object.values(identity), ...assignments.map(({ onInsert }) => onInsert)];
  return `INSERT INTO ${TABLES[sheet]} (${columns.join(', ')}) SELECT ${values.join(', ')}
    FROM ${stageTable(sheet)} s ${joins} WHERE s.is_new ORDER BY s.row_no`;
}

/** Rows that say what is stored already are left alone: the same workbook twice changes nothing. */
export function updateChangedSql(sheet: SheetKey): string {
  const { joins, identity, assignments } = UPSERTS[sheet];
  const columns = assignments.map(({ column }) => column);
  const values = assignments.map(({ onUpdate }) => onUpdate);
  const same = Object.entries(identity).map(([column, value]) => `t.${column} = ${value}`);
  return `UPDATE ${TABLES[sheet]} t SET (${columns.join(', ')}) = ROW (${values.join(', ')})
    FROM ${stageTable(sheet)} s ${joins}
    WHERE NOT s.is_new AND ${same.join(' AND ')}
      AND (${columns.map((column) => `t.${column}`).join(', ')}) IS DISTINCT FROM (${values.join(', ')})`;
}
