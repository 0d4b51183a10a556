import { describe, expect, it } from '@jest/globals';
import { composeHalfYear, halfYearSheets } from './compose-half-year.js';
import type { Deeds, HalfYearView } from './half-year.dto.js';

const DEEDS: Deeds = {
  appointed: 3,
  warningsOpened: 2,
  warningsRaised: 1,
  warningsResolved: 1,
  warningsOpen: 4,
  remindersIssued: 5,
  remindersReceived: 4,
  circularRows: 1,
  filed: 6,
  filedLate: 1,
};
const NOW = { teams: 8, met: 5, due: 9, actual: 6, shortfall: 3 };
const LEDGER = { round: 1, quarter: '2026Q4', referenceDay: '2026-12-31', revision: 1, hash: 'ab'.repeat(32) };
const REPORT: HalfYearView = {
  half: '2026H2',
  from: '2026-07-01',
  until: '2026-12-31',
  ledger: LEDGER,
  before: { ...LEDGER, quarter: '2026Q2', referenceDay: '2026-06-30' },
  circulars: 1,
  totals: { now: NOW, before: { ...NOW, met: 4 }, deeds: DEEDS },
  units: [{ unit: 'A', unitName: '甲旗', now: NOW, before: null, deeds: DEEDS }],
  overrides: [
    { proposal: 7, unitName: '=甲局', teamNames: ['甲局班子'], reason: '急需专业干部', approvedOn: '2026-10-30' },
  ],
};

const textOf = (report: HalfYearView): string =>
  composeHalfYear(report, '2027-01-08')
    .blocks.map((block) => ('text' in block ? block.text : block.table.rows.map((row) => row.join('|')).join('\n')))
    .join('\n');

describe('the half-yearly report on paper', () => {
  it('says how teams stand by the frozen ledger, and how they stood before', () => {
    const { title, addressee, snapshotHash } = composeHalfYear(REPORT, '2027-01-08');
    expect([title, addressee]).toEqual(['关于2026年下半年全市优秀年轻干部配备情况的报告', '市委常委会']);
    expect(snapshotHash).toBe(LEDGER.hash);
    const text = textOf(REPORT);
    expect(text).toContain(
      '截至2026年12月31日，全市有年轻干部配备任务的班子8个，达标5个，达标率62.5%（2026年6月30日为50.0%）',
    );
    expect(text).toContain('甲旗|8|5|62.5%|9|6|3|—');
  });

  it('§7-20 prints every block that both heads have lifted, and what was done about warnings and filings', () => {
    const text = textOf(REPORT);
    expect(text).toContain('=甲局|甲局班子|急需专业干部|2026-10-30');
    expect(text).toContain(
      '新增预警2项，升级1次，解除1项，期末仍在预警4项；发出提醒5次，签收4次；印发通报1期，通报班子1个次。',
    );
    expect(text).toContain('经动议任命3人；报送备案6件，其中逾期1件。');
  });

  it('invents no ledger where none was frozen', () => {
    const text = textOf({ ...REPORT, ledger: null, totals: { ...REPORT.totals, now: null }, units: [], overrides: [] });
    expect(text).toContain('2026年下半年尚无经部领导审阅的固化台账。');
    expect(text).toContain('没有可列出的单位。');
    expect(text).toContain('没有经部领导特批放行的干部调整动议。');
  });

  it('has the same numbers on sheets, the sum first', () => {
    const [sheet, lifted] = halfYearSheets(REPORT);
    const rows = [...(sheet!.rows as Iterable<string[]>)];
    expect(rows[0]).toEqual([
      '合计',
      '8',
      '5',
      '62.5%',
      '9',
      '6',
      '3',
      '50.0%',
      '3',
      '2',
      '1',
      '1',
      '4',
      '5',
      '4',
      '1',
      '6',
      '1',
    ]);
    expect(rows[0]).toHaveLength(sheet!.columns.length);
    expect(rows[1]![0]).toBe('甲旗');
    expect([...(lifted!.rows as Iterable<string[]>)]).toHaveLength(1);
  });
});
