import { DOSSIER_STAGE } from './dossier-import.js';
import type { SheetKey } from './sheets.js';

/** A value as it is staged; null is "nothing said". */
export type StagedValue = string | number | boolean | Buffer | null;

/**
 * The columns of the staging tables besides `row_no`, `faulty`, `cleared` and `is_new`. All may be null: a faulty cell
 * stages as nothing, so that the rest of its row and what refers to it are still checked.
 */
export const STAGE_COLUMNS = {
  units: { code: 'text', name: 'text', parent_code: 'text', kind: 'text' },
  teams: {
    code: 'text',
    unit_code: 'text',
    name: 'text',
    level: 'text',
    approved_principals: 'int',
    approved_deputies: 'int',
  },
  posts: { code: 'text', team_code: 'text', name: 'text', rank: 'text', tier: 'text' },
  cadres: {
    code: 'text',
    name: 'text',
    sex: 'text',
    ethnicity: 'text',
    birth_month: 'text',
    id_number_cipher: 'bytea',
    id_number_hash: 'bytea',
    id_number_mask: 'text',
    id_birth_month: 'text',
    given_mask: 'text',
    political_status: 'text',
    work_start_month: 'text',
    party_join_month: 'text',
    full_time_education: 'text',
    in_service_education: 'text',
    civil_rank: 'text',
    rank_since_month: 'text',
    home_unit_code: 'text',
  },
  appointments: {
    cadre_code: 'text',
    post_code: 'text',
    from_day: 'date',
    to_day: 'date',
    occupies_headcount: 'boolean',
    mode: 'text',
  },
  tasks: {
    code: 'text',
    name: 'text',
    unit_kind: 'text',
    team_code: 'text',
    rule: 'text',
    quantity: 'int',
    share_num: 'bigint',
    share_den: 'bigint',
    base: 'text',
    age_rule: 'text',
    age_years: 'int',
    principal_only: 'boolean',
    nested_post_name: 'text',
    nested_share_num: 'bigint',
    nested_share_den: 'bigint',
    due_by: 'date',
  },
  ...DOSSIER_STAGE,
} as const satisfies Record<SheetKey, Record<string, string>>;

export type StagedRow<K extends SheetKey> = Readonly<Record<keyof (typeof STAGE_COLUMNS)[K], StagedValue>>;

export const stageTable = (sheet: SheetKey): string => `import_${sheet.toLowerCase()}`;

export function createStageSql(sheet: SheetKey): string {
  const columns = Object.entries(STAGE_COLUMNS[sheet]).map(([name, type]) => `${name} ${type}`);
  return `CREATE TEMP TABLE ${stageTable(sheet)} (row_no int NOT NULL, faulty boolean NOT NULL, cleared text NOT NULL,
    is_new boolean, ${columns.join(', ')}) ON COMMIT DROP`;
}

/** One array per column: two thousand rows travel in one statement. */
export function insertStageSql(sheet: SheetKey): string {
  const columns = Object.entries(STAGE_COLUMNS[sheet]);
  const arrays = columns.map(([, type], index) => `$${index + 4}::${type}[]`);
  return `INSERT INTO ${stageTable(sheet)} (row_no, faulty, cleared, ${columns.map(([name]) => name).join(', ')})
    SELECT * FROM unnest($1::int[], $2::boolean[], $3::text[], ${arrays.join(', ')})`;
}
