import {
  AGE_RULES,
  APPOINTMENT_MODES,
  COUNT_RULES,
  POST_RANKS,
  POST_TIERS,
  SEXES,
  TASK_BASES,
  TEAM_LEVELS,
  UNIT_KINDS,
} from '../../../machines/rules/index.js';
import type { SheetKey } from './sheets.js';
import { DOSSIER_EXPORTS } from './dossier-export.js';
import {
  dayCell as day,
  labelCell as label,
  monthCell as month,
  withinScope,
  yesNoCell as yesNo,
} from './export-cells.js';

/** Exact: a share that is no finite percentage stays a fraction. */
const share = (part: string): string => `CASE WHEN ${part}_num IS NULL THEN NULL
    WHEN (${part}_num * 100000000::numeric) % ${part}_den = 0
      THEN trim_scale(round(${part}_num * 100::numeric / ${part}_den, 6)) || '%'
    ELSE ${part}_num || '/' || ${part}_den END`;

/**
 * One query a sheet: `id` for reading page by page, then the cells in the order of the columns. `$1` are the caller's
 * unit paths, `$2` is the page's; appointments also take `$3`, the day on which they are in force (null: all that are
 * known).
 */
export const EXPORT_QUERIES: Readonly<Record<SheetKey, string>> = {
  units: `SELECT u.id, ARRAY[u.code, u.name, p.code, ${label('u.kind', UNIT_KINDS)}] AS cells
    FROM unit u LEFT JOIN unit p ON p.id = u.parent_id WHERE u.path <@ ANY ($1::ltree[])`,
  teams: `SELECT t.id, ARRAY[t.code, u.code, t.name, ${label('t.level', TEAM_LEVELS)},
      t.approved_principals::text, t.approved_deputies::text] AS cells
    FROM team t JOIN unit u ON u.id = t.unit_id WHERE u.path <@ ANY ($1::ltree[])`,
  posts: `SELECT p.id, ARRAY[p.code, t.code, p.name, ${label('p.rank', POST_RANKS)}, ${label('p.tier', POST_TIERS)}] AS cells
    FROM post p JOIN team t ON t.id = p.team_id JOIN unit u ON u.id = t.unit_id
    WHERE u.path <@ ANY ($1::ltree[])`,
  cadres: `SELECT c.id, ARRAY[c.code, c.name, ${label('c.sex', SEXES)}, c.ethnicity, ${month('c.birth_month')},
      c.id_number_mask, c.political_status, ${month('c.work_start_month')}, ${month('c.party_join_month')},
      c.full_time_education, c.in_service_education, c.civil_rank, ${month('c.rank_since_month')}, home.code] AS cells
    FROM cadre c LEFT JOIN unit home ON home.id = c.home_unit_id
    WHERE ${withinScope}`,
  appointments: `SELECT a.id, ARRAY[c.code, p.code, ${day('a.from_day')}, ${day('a.to_day')}, ${yesNo('a.occupies_headcount')},
      ${label('a.mode', APPOINTMENT_MODES)}] AS cells
    FROM appointment a JOIN cadre c ON c.id = a.cadre_id JOIN post p ON p.id = a.post_id
    JOIN team t ON t.id = p.team_id JOIN unit u ON u.id = t.unit_id
    WHERE u.path <@ ANY ($1::ltree[])
      AND ($3::date IS NULL OR (a.from_day <= $3 AND (a.to_day IS NULL OR $3 < a.to_day)))`,
  tasks: `SELECT k.id, ARRAY[k.code, k.name, coalesce(${label('k.unit_kind', UNIT_KINDS)}, t.code), ${label('k.rule', COUNT_RULES)},
      coalesce(k.quantity::text, ${share('k.share')}), ${label('k.base', TASK_BASES)}, ${label('k.age_rule', AGE_RULES)},
      k.age_years::text, ${yesNo('k.principal_only')}, ${day('k.due_by')}, k.nested_post_name,
      ${share('k.nested_share')}] AS cells
    FROM staffing_task k LEFT JOIN team t ON t.id = k.team_id LEFT JOIN unit u ON u.id = t.unit_id
    WHERE ('' = ANY ($1::ltree[]) OR u.path <@ ANY ($1::ltree[]))`,
  ...DOSSIER_EXPORTS,
};
