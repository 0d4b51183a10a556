import {
  AGE_RULES,
  type AgeRule,
  type Day,
  TEAM_LEVELS,
  type TeamLevel,
  UNIT_KINDS,
  type UnitKind,
} from '../../../machines/rules/index.js';
import type { LedgerView } from '../../directory/index.js';
import type { ColumnSpec, SheetSpec } from '../../platform/xlsx/index.js';
import { dotted } from '../approval-form/index.js';
import type { AdjustedTeam } from './adjusted-teams.js';
import { type RemindedRow, rowKey } from './reminded-rows.js';

/** What the ledger does not say of a team and the sheet does. */
export interface TeamOnSheet {
  area: string;
  kind: UnitKind;
  level: TeamLevel;
  approved: number;
  incumbents: number;
  /** Persons in seats that occupy no established post. */
  outsideHeadcount: number;
}

/** What cases have left behind: for rows by team and task, for teams by code. */
export interface SentAndFiled {
  reminded: ReadonlyMap<string, RemindedRow>;
  adjusted: ReadonlyMap<string, AdjustedTeam>;
}

export interface TaskOnSheet {
  ageRule: AgeRule;
  ageYears: number;
}

type Row = LedgerView['items'][number];

/** Header and width; the remarks are for the department to fill in by hand. */
const COLUMNS: readonly (readonly [header: string, width: number])[] = [
  ['序号', 5],
  ['旗县区/市直', 11],
  ['单位', 16],
  ['班子类别', 16],
  ['级别', 7],
  ['核定职数', 6],
  ['实配人数', 6],
  ['空缺', 5],
  ['不占职数人数', 7],
  ['年龄口径', 9],
  ['计算基准日', 11],
  ['任务量(应配)', 7],
  ['实配年轻干部', 7],
  ['占比', 13],
  ['差额数', 6],
  ['预警等级', 6],
  ['连续未达标季度', 8],
  ['年轻干部姓名及出生年月', 22],
  ['预计超龄时间', 18],
  ['储备人选数', 7],
  ['本季调整情况', 14],
  ['反馈函文号', 12],
  ['提醒次数', 6],
  ['备注', 12],
];

/** Longer texts begin at the left; everything else stands in the middle. */
const IN_WORDS = new Set(['单位', '班子类别', '年轻干部姓名及出生年月', '预计超龄时间', '本季调整情况', '备注']);

/** There is no reserve to count yet, which is not the same as nobody in it. */
const NO_POOL = '未建库';

/**
 * 《优秀年轻干部配备台账》, a row for each team and task, A3 across: its 24 columns cannot be read on A4. Letter and reminders are those of rounds and warnings, adjustments
 * those filed in the quarter; where there is no reserve the sheet says so.
 *
 * @source handbook §3.3
 */
export function ledgerSheet(
  { items, asOf }: Pick<LedgerView, 'items' | 'asOf'>,
  teams: ReadonlyMap<string, TeamOnSheet>,
  tasks: ReadonlyMap<string, TaskOnSheet>,
  { reminded, adjusted }: SentAndFiled = { reminded: new Map(), adjusted: new Map() },
): SheetSpec {
  const [year, month] = asOf.split('-').map(Number);
  return {
    name: '配备台账',
    page: {
      paper: 'A3',
      landscape: true,
      titles: [
        '优秀年轻干部配备台账',
        `计算基准日：${dotted(asOf)}    ${year}年第${Math.ceil((month ?? 1) / 3)}季度    用好各年龄段干部；台账反映班子结构，不对干部按年龄排序。`,
      ],
    },
    columns: COLUMNS.map(([header, width]): ColumnSpec => ({ header, width, centred: !IN_WORDS.has(header) })),
    rows: items.map((row, index) => [
      ...cellsOf(row, index + 1, asOf, teams.get(row.team), tasks.get(row.task)),
      NO_POOL,
      adjustmentWords(adjusted.get(row.team)),
      ...sentFor(reminded.get(rowKey(row.team, row.task))),
    ]),
  };
}

/** The last three columns: letter, reminders, remarks. */
function sentFor(row: RemindedRow | undefined): string[] {
  return [row?.documentNo ?? '', String(row?.reminders ?? 0), ''];
}

/** Of the whole team, whatever the task; who came and went stands in the filings themselves. */
function adjustmentWords(team: AdjustedTeam | undefined): string {
  if (team === undefined) return '无';
  const { filings, appointed, removed } = team;
  return `备案${filings}件：任${appointed}人、免${removed}人`;
}

function cellsOf(
  row: Row,
  number: number,
  asOf: Day,
  team: TeamOnSheet | undefined,
  task: TaskOnSheet | undefined,
): string[] {
  const { vacancies, ratio } = row;
  const cells: (string | number)[] = [
    number,
    team?.area ?? '市直',
    row.unitName,
    team === undefined ? row.teamName : categoryOf(row, team),
    team === undefined ? '' : TEAM_LEVELS[team.level],
    team?.approved ?? '',
    team?.incumbents ?? '',
    vacancies.principal + vacancies.deputy,
    team?.outsideHeadcount ?? '',
    task === undefined ? row.taskName : ageWords(task),
    dotted(asOf),
    row.due,
    row.actual,
    ratio.den === 0 ? '—' : `${percent(ratio)}（${ratio.num}/${ratio.den}）`,
    row.shortfall,
    row.level,
    row.unmetQuarters,
    row.members.map(({ name, birth }) => `${name}（${dotted(birth)}）`).join('\n'),
    row.ageingOut.map(({ name, month: when }) => `${name}（${dotted(when)}）`).join('\n'),
  ];
  return cells.map(String);
}

/** What an ordinary team is called after its unit. */
const PLAIN = /^(领导)?班子$/u;

/** 旗县区党政工作部门; of a unit with several teams, which of them: 旗县区（党政领导班子）. */
function categoryOf({ teamName, unitName }: Row, { kind }: TeamOnSheet): string {
  const own = teamName.startsWith(unitName) ? teamName.slice(unitName.length) : teamName;
  return PLAIN.test(own) ? UNIT_KINDS[kind] : `${UNIT_KINDS[kind]}（${own}）`;
}

/** 40岁以下, 不满40岁 */
function ageWords({ ageRule, ageYears }: TaskOnSheet): string {
  return ageRule === 'strict' ? `${AGE_RULES.strict}${ageYears}岁` : `${ageYears}岁${AGE_RULES[ageRule]}`;
}

/** One decimal, half up, on whole numbers. */
function percent({ num, den }: { num: number; den: number }): string {
  const tenths = Math.floor((num * 2000 + den) / (2 * den));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
