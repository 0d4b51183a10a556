import { AGE_RULES, COUNT_RULES, TASK_BASES, UNIT_KINDS } from '../../../machines/rules/index.js';
import type { CellRule } from './cell-rule.js';
import { dueDay } from './date-rules.js';
import { type Quantity, quantityFor, share } from './quantity-rules.js';
import type { HeaderOf } from './sheets.js';
import type { StagedRow } from './stage-tables.js';
import type { RowReading } from './staged-row.js';
import { code, integer, oneOf, text, yesNo } from './text-rules.js';

const countRule = oneOf(COUNT_RULES);
const base = oneOf(TASK_BASES);
const ageRule = oneOf(AGE_RULES);
const unitKind = oneOf(UNIT_KINDS);
const age = integer(18, 70);

type TaskColumns = StagedRow<'tasks'>;

/** A row of 配备任务: whom the task concerns, how many are due, and who counts. */
export function taskRow(row: RowReading): TaskColumns {
  const h = (header: HeaderOf<'tasks'>) => header;
  const rule = row.take(h('计数规则'), countRule);
  const ownColumns = {
    code: row.take(h('任务编码'), code),
    name: row.take(h('任务名称'), text),
    rule,
    base: row.take(h('基数'), base),
    age_rule: row.take(h('年龄口径'), ageRule),
    age_years: row.take(h('年龄'), age),
    principal_only: row.take(h('正职限定'), yesNo),
    due_by: row.take(h('完成时限'), dueDay, ['due_by']),
  };
  return { ...ownColumns, ...target(row), ...quantity(row, rule), ...nested(row) };
}

/** A 单位类别 by its label; every other text is a team's code. */
function target(row: RowReading): Pick<TaskColumns, 'unit_kind' | 'team_code'> {
  const kindOrCode: CellRule<{ unit_kind: string | null; team_code: string | null }> = (cell) => {
    const kind = unitKind(cell);
    if ('value' in kind) return { value: { unit_kind: kind.value, team_code: null } };
    const team = code(cell);
    return 'value' in team ? { value: { unit_kind: null, team_code: team.value } } : team;
  };
  return row.take('适用类别', kindOrCode) ?? { unit_kind: null, team_code: null };
}

function quantity(
  row: RowReading,
  rule: keyof typeof COUNT_RULES | null,
): Pick<TaskColumns, 'quantity' | 'share_num' | 'share_den'> {
  const found = row.take<Quantity | null>('数值', (cell) =>
    rule === null ? { value: null } : quantityFor(rule, cell),
  );
  if (found === null) return { quantity: null, share_num: null, share_den: null };
  if ('quantity' in found) return { quantity: found.quantity, share_num: null, share_den: null };
  return { quantity: null, share_num: found.share.num, share_den: found.share.den };
}

function nested(row: RowReading): Pick<TaskColumns, 'nested_post_name' | 'nested_share_num' | 'nested_share_den'> {
  const name: HeaderOf<'tasks'> = '嵌套职务名称含';
  const part: HeaderOf<'tasks'> = '嵌套占比';
  const postName = row.take(name, text, ['nested_post_name']);
  const wanted = row.take(part, share, ['nested_share_num', 'nested_share_den']);
  const given = [row.cell(name), row.cell(part)].filter((cell) => cell !== undefined).length;
  const clearing = [row.cleared.includes('nested_post_name'), row.cleared.includes('nested_share_num')];
  if (given === 1 || clearing[0] !== clearing[1])
    row.fault(given === 1 && row.cell(name) ? part : name, 'NESTED_INCOMPLETE');
  return { nested_post_name: postName, nested_share_num: wanted?.num ?? null, nested_share_den: wanted?.den ?? null };
}
