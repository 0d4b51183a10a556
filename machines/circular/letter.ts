import type { Day, LetterBlock, LetterContent } from '../rules/index.js';
import type { Listing, ListedRow, Numbers } from './listing.js';

export type CircularQuestion = {
  quarter: string;
  referenceDay: Day;
  hash: string;
  listing: Listing;
  documentNo: string | null;
  day: Day;
};

const SIGNER = '市委组织部';
const ADVANCED_AT_MOST = 20;

/**
 * The circular 通报: how the city stands, who is ahead, and which teams are still short after two reminders.
 *
 * @param question what was listed, from which frozen ledger, and the circular's number and day
 * @returns title, addressee, paragraphs and tables; every number is the frozen ledger's or a sum of its rows
 * @source handbook §3.5 (通报 skeleton), §7 scenarios 20 and 45
 */
export function composeCircular(question: CircularQuestion): LetterContent {
  const { quarter, listing, documentNo, day, hash } = question;
  return {
    kind: 'bulletin',
    documentNo,
    title: `关于${quarterWords(quarter)}年轻干部配备进展情况的通报`,
    addressee: '各旗县区委组织部，市直各部门、单位党委（党组）',
    blocks: [
      { heading: 1, text: '一、总体情况' },
      { text: overall(question) },
      { heading: 1, text: '二、进展较好的单位' },
      { text: ahead(listing.advanced) },
      { heading: 1, text: '三、进展缓慢的班子' },
      ...slow(listing.listed),
      { heading: 1, text: '四、存在问题' },
      { text: problems(listing.listed) },
      { heading: 1, text: '五、特批放行情况' },
      ...lifted(listing.overrides),
      { heading: 1, text: '六、工作要求' },
      {
        text:
          '上述班子所在党委（党组）要对照任务量和差额数，尽快制定配备计划并组织落实；干部调整动议前与市委组织部青年干部科沟通。' +
          '用好各年龄段干部，本通报反映班子结构，不对干部按年龄排序。',
      },
    ],
    copies: '部内各科室',
    signer: SIGNER,
    day,
    snapshotHash: hash,
  };
}

/** @returns as people write it: 2026年第三季度 */
export function quarterWords(quarter: string): string {
  return `${quarter.slice(0, 4)}年第${'一二三四'[Number(quarter.slice(5)) - 1]}季度`;
}

function overall({ referenceDay, listing: { totals, before } }: CircularQuestion): string {
  const [year, month, date] = referenceDay.split('-').map(Number);
  const { teams, met, due, actual, shortfall } = totals;
  const numbers = `全市有年轻干部配备任务的班子${teams}个，达标${met}个，达标率${percent(met, teams)}${comparison(totals, before)}；`;
  const sums = `任务量合计${due}名，现配${actual}名，差额数${shortfall}名。`;
  return `截至${year}年${month}月${date}日，${numbers}${sums}`;
}

function comparison(now: Numbers, before: Numbers | null): string {
  if (before === null || before.teams === 0 || now.teams === 0) return '';
  const was = `上季度${percent(before.met, before.teams)}`;
  const difference = tenths(now.met, now.teams) - tenths(before.met, before.teams);
  if (difference === 0) return `（${was}，持平）`;
  return `（${was}，${difference > 0 ? '提高' : '下降'}${shown(Math.abs(difference))}个百分点）`;
}

/** Tenths of a percent, half up, by whole numbers alone. */
const tenths = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((part * 2000 + whole) / (whole * 2));
const shown = (value: number): string => `${Math.floor(value / 10)}.${value % 10}`;
const percent = (part: number, whole: number): string => `${shown(tenths(part, whole))}%`;

function ahead(units: readonly string[]): string {
  if (units.length === 0) return '本季度尚无所辖班子全部达标的单位。';
  const named = units.slice(0, ADVANCED_AT_MOST).join('、');
  return `${named}${units.length > ADVANCED_AT_MOST ? '等' : ''}${units.length}个单位所辖班子全部达标。`;
}

function slow(rows: readonly ListedRow[]): LetterBlock[] {
  if (rows.length === 0) return [{ text: '没有经两次提醒仍未补齐的班子。' }];
  const units = new Set(rows.map(({ unit }) => unit)).size;
  return [
    { text: `以下${units}个单位的${rows.length}项任务，经市委组织部两次书面提醒并签收，至今仍有差额：` },
    {
      table: {
        head: ['单位', '班子', '任务', '任务量', '现配', '差额数', '等级', '连续季度', '提醒次数'],
        rows: rows.map((row) => [
          row.unitName,
          row.teamName,
          row.taskName,
          String(row.due),
          String(row.actual),
          String(row.shortfall),
          `${row.level}级`,
          String(row.unmetQuarters),
          String(row.receipts.length),
        ]),
      },
    },
  ];
}

/**
 * What the listed rows have in common: how grave, and for how long; one quarter alone is no run.
 *
 * @param rows the heaviest first, as they are listed: levels are named in that order, never by their letters
 * @source handbook §3.5 (通报 skeleton: 存在问题), §0 (levels have an order of their own)
 */
function problems(rows: readonly ListedRow[]): string {
  if (rows.length === 0) return '没有列入通报的班子。';
  const levels = [...new Set(rows.map(({ level }) => level))];
  const graded = levels.map((level) => `${level}级${rows.filter((row) => row.level === level).length}项`).join('、');
  const shortfall = rows.reduce((sum, row) => sum + row.shortfall, 0);
  const lasting = rows.filter(({ unmetQuarters }) => unmetQuarters > 1).length;
  const run = lasting === 0 ? '没有连续两个季度及以上未达标的' : `连续两个季度及以上未达标的${lasting}项`;
  return `列入通报的${rows.length}项任务，差额数合计${shortfall}名；按预警等级，${graded}；${run}。`;
}

function lifted(overrides: Listing['overrides']): LetterBlock[] {
  if (overrides.length === 0) return [{ text: '本季度没有经部领导特批放行的干部调整动议。' }];
  return [
    { text: `本季度经分管部长、部长特批放行的干部调整动议${overrides.length}件：` },
    {
      table: {
        head: ['单位', '涉及班子', '放行理由', '批准日期'],
        rows: overrides.map(({ unitName, teamNames, reason, approvedOn }) => [
          unitName,
          teamNames.join('、'),
          reason,
          approvedOn,
        ]),
      },
    },
  ];
}
