import { AGE_RULES, type Day, type LetterContent, type UnitKind } from '../rules/index.js';
import { quarterLabel } from './quarter.js';
import type { FrozenLedger, FrozenRow } from './round-ledger.js';
import { totalsOf, type Totals } from './totals.js';

export type LetterQuestion = {
  unit: { name: string; kind: UnitKind };
  ledger: FrozenLedger;
  /** The unit's own rows of the frozen ledger; for the department itself, those of everybody. */
  rows: readonly FrozenRow[];
  /** For the department itself: each unit that answers, added up. */
  parts?: readonly { name: string; totals: Totals }[];
  documentNo: string | null;
  day: Day;
  replyWorkingDays: number;
};

const HEAD = ['班子', '任务', '任务量', '现配', '差额数', '预警等级', '连续未达标季度'];
const HEAD_OF_PARTS = ['单位', '班子数', '达标班子', '任务量', '现配', '差额数'];
const SIGNER = '市委组织部';

/**
 * The one-to-one letter to a unit: what it owes and what it lacks, by the frozen ledger and nothing else.
 *
 * @param question the unit, its frozen rows and the letter's number and day
 * @returns title, addressee, paragraphs and table; every number is one of the rows or their sum
 * @source source document mechanism 2 (“一对一”书面反馈，明确“任务量”、突出“差额数”), handbook §3.5
 */
export function composeFeedback(question: LetterQuestion): LetterContent {
  const { unit, ledger, rows, documentNo, day, replyWorkingDays } = question;
  return {
    kind: 'feedback',
    documentNo,
    title: `关于${unit.name}${quarterLabel(ledger.quarter)}年轻干部配备情况的反馈函`,
    addressee: addresseeOf(unit),
    blocks: [
      { text: opening(unit, ledger, rows) },
      { heading: 1, text: '一、配备情况' },
      ...standing(rows),
      ...(rows.length === 0 ? [] : [{ table: tableOf(question) }]),
      { heading: 1, text: '二、提示事项' },
      { text: hints(rows) },
      { heading: 1, text: '三、工作要求' },
      {
        text:
          `请于收到本函之日起${replyWorkingDays}个工作日内报送配备计划；干部调整动议前请与我部青年干部科沟通。` +
          '用好各年龄段干部，本函反映班子结构，不对干部按年龄排序。',
      },
    ],
    signer: SIGNER,
    day,
    snapshotHash: ledger.hash,
  };
}

function addresseeOf({ name, kind }: LetterQuestion['unit']): string {
  if (kind === 'organization-department') return '部内各相关科室';
  return kind === 'county-level-area' ? `${name}委组织部` : `${name}党委（党组）`;
}

function opening(unit: LetterQuestion['unit'], ledger: FrozenLedger, rows: readonly FrozenRow[]): string {
  const ages = [...new Set(rows.map(ageWords))].join('；');
  const whom = unit.kind === 'organization-department' ? '全市' : '你单位';
  const [year, month, date] = ledger.referenceDay.split('-').map(Number);
  const revised = ledger.revision > 1 ? `，台账第${ledger.revision}次固化` : '';
  return (
    `按照季度摸底调度安排，市委组织部对${whom}领导班子年轻干部配备情况进行了摸底调度` +
    `（计算基准日：${year}年${month}月${date}日${ages === '' ? '' : `，年龄口径：${ages}`}${revised}）。现将有关情况反馈如下。`
  );
}

function ageWords({ age, ageLimit }: FrozenRow): string {
  const words = age.rule === 'strict' ? `${AGE_RULES.strict}${age.years}岁` : `${age.years}岁${AGE_RULES[age.rule]}`;
  return `${words}指不满${ageLimit}周岁`;
}

function standing(rows: readonly FrozenRow[]): { text: string }[] {
  if (rows.length === 0) return [{ text: '你单位领导班子本季度没有年轻干部配备任务。' }];
  const tasks = [...new Set(rows.map(({ task }) => task))].toSorted().map((task) => {
    const own = rows.filter((row) => row.task === task);
    const { teams, met, due, actual, shortfall, persons } = totalsOf(own);
    const distinct = persons === actual ? '' : `（不重复计算为${persons}名）`;
    return {
      text:
        `${own[0]!.taskName}：涉及班子${teams}个，达标${met}个。` +
        `任务量${due}名，现配${actual}名${distinct}，差额数${shortfall}名。`,
    };
  });
  return [{ text: headcount(rows) }, ...tasks];
}

/** A team under two tasks has its headcount once. */
function headcount(rows: readonly FrozenRow[]): string {
  const teams = [...new Map(rows.map((row) => [row.team, row])).values()];
  const sum = (of: (row: FrozenRow) => number): number => teams.reduce((total, row) => total + of(row), 0);
  const approved = sum((row) => row.approved);
  const vacant = sum(({ vacancies }) => vacancies.principal + vacancies.deputy);
  const filled = approved - vacant + sum(({ overEstablishment }) => overEstablishment);
  return `有任务的班子${teams.length}个，核定职数${approved}名，实配${filled}名。`;
}

function tableOf({ rows, parts }: LetterQuestion): { head: string[]; rows: string[][] } {
  if (parts === undefined) {
    const worstFirst = [...rows].sort((a, b) => b.severity - a.severity || b.shortfall - a.shortfall);
    return { head: HEAD, rows: worstFirst.map(tableRow) };
  }
  const lackingMost = [...parts].sort((a, b) => b.totals.shortfall - a.totals.shortfall);
  const line = ({ name, totals }: (typeof parts)[number]): string[] => {
    const { teams, met, due, actual, shortfall } = totals;
    return [name, ...[teams, met, due, actual, shortfall].map(String)];
  };
  return { head: HEAD_OF_PARTS, rows: lackingMost.map(line) };
}

function tableRow(row: FrozenRow): string[] {
  const { teamName, taskName, due, actual, shortfall, level, unmetQuarters } = row;
  return [teamName, taskName, String(due), String(actual), String(shortfall), `${level}级`, String(unmetQuarters)];
}

function hints(rows: readonly FrozenRow[]): string {
  const leaving = new Set(rows.flatMap(({ ageingOut }) => ageingOut.map(({ cadre }) => cadre))).size;
  // A team under two tasks has its vacancies once.
  const free = new Map(rows.map(({ team, vacancies }) => [team, vacancies.principal + vacancies.deputy]));
  const vacant = [...free.values()].reduce((sum, each) => sum + each, 0);
  return `预计将超龄或任职期满的年轻干部${leaving}名；空缺职数${vacant}名。`;
}
