import { describe, expect, it } from '@jest/globals';
import { composeCircular } from './letter.js';
import { listForCircular, type ListingQuestion, type RowOfLedger, type WarningOfRow } from './listing.js';

const row = (team: string, change: Partial<RowOfLedger> = {}): RowOfLedger => ({
  team,
  teamName: `${team}班子`,
  unit: `U-${team}`,
  unitName: `${team}局`,
  task: 'K',
  taskName: '至少2名',
  due: 2,
  actual: 1,
  shortfall: 1,
  level: 'B',
  severity: 2,
  unmetQuarters: 1,
  answering: '甲旗',
  ...change,
});
const receipt = (documentNo: string) => ({ documentNo, receivedOn: '2026-10-16' });
const TWO = [receipt('组函〔2026〕1号'), receipt('组函〔2026〕9号')];
const warning = (id: number, team: string, change: Partial<WarningOfRow> = {}): WarningOfRow => ({
  id,
  team,
  task: 'K',
  state: 'open',
  resolvedOn: null,
  receipts: TWO,
  ...change,
});
const listing = (change: Partial<ListingQuestion>) =>
  listForCircular({ fromSeverity: 2, rows: [], before: null, warnings: [], overrides: [], ...change });

describe('who is named in a circular', () => {
  it('§7-45 only teams with two receipted reminders; the others of the slow are left out, each with its reason', () => {
    const rows = ['A', 'B', 'C', 'D', 'E'].map((team) => row(team));
    const warnings = [
      warning(1, 'A'),
      warning(2, 'B', { receipts: TWO.slice(1) }),
      warning(3, 'C', { state: 'resolved', resolvedOn: '2026-11-17' }),
      warning(4, 'D', { state: 'ended' }),
    ];
    const { listed, excluded } = listing({ rows, warnings });
    expect(listed.map(({ team, receipts }) => [team, receipts.length])).toEqual([['A', 2]]);
    expect(excluded.map(({ team, code, sentence }) => `${team} ${code} ${sentence}`)).toEqual([
      'B REMINDERS_MISSING 仅签收1次提醒，不足2次，不列入通报。',
      'C MET_SINCE 已于2026-11-17解除预警，不列入通报。',
      'D GONE_SINCE 班子或任务已不存在，不列入通报。',
      'E NOT_WARNED 尚未列入预警，不列入通报。',
    ]);
  });

  it('goes by the latest warning of the team, and leaves those who are not slow unmentioned', () => {
    const rows = [row('A'), row('B', { severity: 1 }), row('C', { shortfall: 0, actual: 2, severity: 1 })];
    const old = warning(1, 'A', { state: 'resolved', resolvedOn: '2026-05-01' });
    const { listed, excluded } = listing({ rows, warnings: [warning(9, 'A'), old] });
    expect([listed.map(({ warning: id }) => id), excluded]).toEqual([[9], []]);
  });

  it('names the heaviest first, by severity and never by letter', () => {
    const rows = [
      row('A', { level: 'A', severity: 2 }),
      row('B', { level: 'C', severity: 3 }),
      row('C', { shortfall: 2, severity: 2 }),
    ];
    const warnings = [warning(1, 'A'), warning(2, 'B'), warning(3, 'C')];
    expect(listing({ rows, warnings }).listed.map(({ team }) => team)).toEqual(['B', 'C', 'A']);
  });
});

describe('what a circular says', () => {
  const said = (change: Partial<ListingQuestion>): string => {
    const { blocks, title } = composeCircular({
      quarter: '2026Q3',
      referenceDay: '2026-09-30',
      hash: 'ab'.repeat(32),
      listing: listing(change),
      documentNo: '组通〔2026〕1号',
      day: '2026-11-23',
    });
    const words = blocks.map((block) =>
      'table' in block ? block.table.rows.map((cells) => cells.join('|')).join('\n') : block.text,
    );
    return [title, ...words].join('\n');
  };

  it('how the city stands beside the quarter before, by whole numbers', () => {
    const rows = [row('A'), row('B', { shortfall: 0, actual: 2, answering: '乙区' }), row('C')];
    const before = [row('A'), row('B'), row('C')];
    const text = said({ rows, before });
    expect(text).toContain('关于2026年第三季度年轻干部配备进展情况的通报');
    expect(text).toContain('班子3个，达标1个，达标率33.3%（上季度0.0%，提高33.3个百分点）');
    expect(text).toContain('任务量合计6名，现配4名，差额数2名');
    expect(text).toContain('乙区1个单位所辖班子全部达标');
    expect(said({ rows: before, before: rows })).toContain('下降33.3个百分点');
    expect(said({ rows, before: rows })).toContain('持平');
  });

  it('the listed in a table with the number of reminders, and nobody where there is nobody', () => {
    const text = said({ rows: [row('A')], warnings: [warning(1, 'A')] });
    expect(text).toContain('A局|A班子|至少2名|2|1|1|B级|1|2');
    expect(said({ rows: [row('A')] })).toContain('没有经两次提醒仍未补齐的班子');
  });

  it('what the listed have in common: how grave, and for how long', () => {
    const rows = [row('A', { level: 'A', shortfall: 2, unmetQuarters: 3 }), row('B'), row('C')];
    const warnings = rows.map(({ team }, at) => warning(at + 1, team));
    expect(said({ rows, warnings })).toContain(
      '列入通报的3项任务，差额数合计4名；按预警等级，A级1项、B级2项；连续两个季度及以上未达标的1项。',
    );
    // A city may call its gravest level C: severity decides, not the letter.
    const turned = [row('A', { level: 'A', severity: 1 }), row('B', { level: 'C', severity: 3 })];
    const text = said({ rows: turned, warnings, fromSeverity: 1 });
    expect(text).toContain('C级1项、A级1项');
    expect(said({ rows: [row('B')], warnings: [warning(1, 'B')] })).toContain('没有连续两个季度及以上未达标的。');
    expect(said({ rows: [row('B')] })).toContain('没有列入通报的班子。');
  });

  it('§7-20 blocks that both heads have lifted, with unit, teams, reason and day', () => {
    const override = {
      proposal: 5,
      unitName: 'A局',
      teamNames: ['A班子'],
      reason: '急需专业干部，后备人选正在培养，半年内补配到位。',
      approvedOn: '2026-11-02',
    };
    const text = said({ overrides: [override] });
    expect(text).toContain('特批放行的干部调整动议1件');
    expect(text).toContain('A局|A班子|急需专业干部，后备人选正在培养，半年内补配到位。|2026-11-02');
    expect(said({})).toContain('没有经部领导特批放行的干部调整动议');
  });
});
