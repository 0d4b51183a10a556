import { halfYearWords, type LetterBlock, type LetterContent } from '../../../machines/rules/index.js';
import type { Day } from '../../../machines/rules/index.js';
import type { SheetSpec } from '../../platform/xlsx/index.js';
import type { Deeds, HalfYearView, Numbers } from './half-year.dto.js';

/** Of the units' table, in this order: what stands in it, and how it is headed. */
const DEEDS: readonly (readonly [keyof Deeds, string])[] = [
  ['appointed', '任命人数'],
  ['warningsOpened', '新增预警'],
  ['warningsRaised', '预警升级'],
  ['warningsResolved', '解除预警'],
  ['warningsOpen', '期末预警'],
  ['remindersIssued', '发出提醒'],
  ['remindersReceived', '签收提醒'],
  ['circularRows', '被通报班子'],
  ['filed', '备案'],
  ['filedLate', '逾期备案'],
];

/**
 * The half-yearly report to the standing committee, as an official document: every number is a frozen ledger's, or counts what
 * is on record within the half-year.
 *
 * @param report the numbers
 * @param day the day on which it is drawn up
 * @source source document part 1 (半年专题汇报), handbook §2.5 and §7-20 (lifted blocks are printed), §3.5 (文种: 报告)
 */
export function composeHalfYear(report: HalfYearView, day: Day): LetterContent {
  const { half, ledger, units, overrides } = report;
  return {
    kind: 'report',
    documentNo: null,
    title: `关于${halfYearWords(half)}全市优秀年轻干部配备情况的报告`,
    addressee: '市委常委会',
    blocks: [
      { heading: 1, text: '一、总体情况' },
      { text: overall(report) },
      { heading: 1, text: '二、各单位配备情况' },
      ...ofUnits(report),
      { heading: 1, text: '三、预警督办和通报' },
      { text: warned(report) },
      { heading: 1, text: '四、调整和备案' },
      { text: filings(report) },
      { heading: 1, text: '五、特批放行情况' },
      ...lifted(overrides),
      { text: '用好各年龄段干部，本报告反映班子结构，不对干部按年龄排序。' },
    ],
    signer: '市委组织部',
    day,
    ...(ledger !== null && units.length > 0 && { snapshotHash: ledger.hash }),
  };
}

function overall({ half, ledger, before, totals }: HalfYearView): string {
  if (ledger === null || totals.now === null) return `${halfYearWords(half)}尚无经部领导审阅的固化台账。`;
  const { teams, met, due, actual, shortfall } = totals.now;
  const was =
    before === null || totals.before === null
      ? ''
      : `（${dayWords(before.referenceDay)}为${percent(totals.before.met, totals.before.teams)}）`;
  return (
    `截至${dayWords(ledger.referenceDay)}，全市有年轻干部配备任务的班子${teams}个，达标${met}个，达标率${percent(met, teams)}${was}；` +
    `任务量合计${due}名，现配${actual}名，差额数${shortfall}名。`
  );
}

function ofUnits({ units }: HalfYearView): LetterBlock[] {
  const rows = units.flatMap(({ unitName, now, before }) =>
    now === null ? [] : [[unitName, ...numberCells(now), before === null ? '—' : percent(before.met, before.teams)]],
  );
  if (rows.length === 0) return [{ text: '没有可列出的单位。' }];
  return [{ table: { head: ['单位', '班子', '达标', '达标率', '任务量', '现配', '差额数', '期初达标率'], rows } }];
}

const numberCells = ({ teams, met, due, actual, shortfall }: Numbers): string[] => [
  String(teams),
  String(met),
  percent(met, teams),
  String(due),
  String(actual),
  String(shortfall),
];

function warned({ circulars, totals: { deeds } }: HalfYearView): string {
  const { warningsOpened, warningsRaised, warningsResolved, warningsOpen, remindersIssued, remindersReceived } = deeds;
  return (
    `新增预警${warningsOpened}项，升级${warningsRaised}次，解除${warningsResolved}项，期末仍在预警${warningsOpen}项；` +
    `发出提醒${remindersIssued}次，签收${remindersReceived}次；印发通报${circulars}期，通报班子${deeds.circularRows}个次。`
  );
}

function filings({ totals: { deeds } }: HalfYearView): string {
  return `经动议任命${deeds.appointed}人；报送备案${deeds.filed}件，其中逾期${deeds.filedLate}件。`;
}

function lifted(overrides: HalfYearView['overrides']): LetterBlock[] {
  if (overrides.length === 0) return [{ text: '没有经部领导特批放行的干部调整动议。' }];
  const rows = overrides.map(({ unitName, teamNames, reason, approvedOn }) => [
    unitName,
    teamNames.join('、'),
    reason,
    approvedOn,
  ]);
  return [{ table: { head: ['单位', '涉及班子', '放行理由', '批准日期'], rows } }];
}

const LIFTED: readonly (readonly [header: string, width: number])[] = [
  ['单位', 26],
  ['涉及班子', 32],
  ['放行理由', 50],
  ['批准日期', 12],
];

/** The same numbers as sheets. */
export function halfYearSheets({ half, units, totals, overrides, ledger }: HalfYearView): SheetSpec[] {
  const row = (name: string, { now, before, deeds }: HalfYearView['totals']): string[] => [
    name,
    ...(now === null ? ['', '', '', '', '', ''] : numberCells(now)),
    before === null ? '' : percent(before.met, before.teams),
    ...DEEDS.map(([key]) => String(deeds[key])),
  ];
  const head = [
    '单位',
    '班子',
    '达标',
    '达标率',
    '任务量',
    '现配',
    '差额数',
    '期初达标率',
    ...DEEDS.map(([, name]) => name),
  ];
  return [
    {
      name: '半年情况',
      page: {
        landscape: true,
        titles: [
          `${halfYearWords(half)}优秀年轻干部配备情况`,
          ledger === null ? '本期尚无固化台账' : `计算基准日：${ledger.referenceDay}    台账校验值：${ledger.hash}`,
        ],
      },
      columns: head.map((header, index) => ({ header, width: index === 0 ? 26 : 8 })),
      rows: [row('合计', totals), ...units.map((unit) => row(unit.unitName, unit))],
    },
    {
      name: '特批放行',
      page: { landscape: true, titles: [`${halfYearWords(half)}经部领导特批放行的干部调整动议`] },
      columns: LIFTED.map(([header, width]) => ({ header, width, wrap: true })),
      rows:
        overrides.length === 0
          ? [['本半年没有', '', '', '']]
          : overrides.map(({ unitName, teamNames, reason, approvedOn }) => [
              unitName,
              teamNames.join('、'),
              reason,
              approvedOn,
            ]),
    },
  ];
}

function dayWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** One decimal, half up, by whole numbers alone. */
function percent(part: number, whole: number): string {
  const tenths = whole === 0 ? 0 : Math.floor((part * 2000 + whole) / (whole * 2));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
