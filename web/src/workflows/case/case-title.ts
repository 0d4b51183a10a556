import { type Plural, WORKFLOW_NAMES } from '../../api/plurals.js';

interface Titled {
  id: number;
  unit: { name: string };
  fields: { title?: string };
  context: { title?: string; proposal?: number; quarter?: string };
}

/** '2026Q3' → '2026年第三季度'. */
export function quarterText(quarter: string): string {
  const found = /^(\d{4})Q([1-4])$/.exec(quarter);
  return found ? `${found[1]}年第${'一二三四'[Number(found[2]) - 1]}季度` : quarter;
}

/** What a case is called: its own name where it has one, else what it is about. */
export function titleOf(plural: Plural, { id, unit, fields, context }: Titled): string {
  const own = context.title ?? fields.title;
  if (own !== undefined && own !== '') return own;
  const { proposal, quarter } = context;
  if (quarter !== undefined) {
    const round = `${quarterText(quarter)}摸底调度`;
    return plural === 'stocktakes' ? round : `${unit.name}${round}${plural === 'stocktake_units' ? '核对与反馈' : ''}`;
  }
  if (proposal !== undefined && proposal > 0) return `第${proposal}号动议的${WORKFLOW_NAMES[plural]}`;
  return `${unit.name}${WORKFLOW_NAMES[plural]} ${id}`;
}
