import { describe, expect, it } from '@jest/globals';
import {
  addRow,
  composeFeedback,
  compareRounds,
  type FrozenRow,
  type LetterStanding,
  newStanding,
  previousQuarter,
  quarterDue,
  referenceDayOf,
  totalsOf,
} from './index.js';

const row = (change: Partial<FrozenRow> = {}): FrozenRow => ({
  team: 'T1',
  teamName: '一班子',
  unit: 'U1',
  unitName: '一局',
  task: 'K',
  taskName: '至少1名',
  age: { rule: 'below', years: 40 },
  ageLimit: 41,
  baseKind: 'approved-headcount',
  base: 4,
  due: 2,
  actual: 1,
  shortfall: 1,
  ratio: { num: 1, den: 4 },
  level: 'B',
  severity: 2,
  unmetQuarters: 1,
  vacancies: { principal: 0, deputy: 1 },
  overEstablishment: 0,
  approved: 4,
  members: [{ cadre: 'C1', name: '某', birth: '1990-01', ageYears: 36, post: 'P1' }],
  ageingOut: [],
  ...change,
});

describe('quarters', () => {
  it('end on their last day and follow one another across years', () => {
    expect(['2026Q1', '2026Q2', '2026Q3', '2026Q4'].map(referenceDayOf)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ]);
    expect(['2026Q1', '2026Q4'].map(previousQuarter)).toEqual(['2025Q4', '2026Q3']);
  });

  it.each([
    ['2026-09-29', null],
    ['2026-09-30', '2026Q3'],
    ['2026-11-14', '2026Q3'],
    ['2026-11-15', null],
    ['2027-01-01', '2026Q4'],
  ])('on %s the round of %s is due', (today, quarter) => expect(quarterDue(today)).toBe(quarter));
});

describe('totals', () => {
  it('count a person of two teams once, and a team of two tasks once', () => {
    const rows = [row(), row({ team: 'T2' }), row({ task: 'L', shortfall: 0 })];
    expect(totalsOf(rows)).toMatchObject({ teams: 2, met: 0, due: 6, actual: 3, persons: 1 });
  });
});

describe('two rounds side by side', () => {
  const before = [row({ unit: 'OLD' }), row({ team: 'T2', unit: 'OTHER', shortfall: 0, severity: 1 })];
  const now = [row({ unit: 'NEW', shortfall: 0, severity: 1 }), row({ team: 'T3', unit: 'NEW' })];

  it('gives a unit’s past to its heir, along chains, and every number once', () => {
    const successions = [
      { predecessor: 'OLD', heir: 'MIDDLE' },
      { predecessor: 'MIDDLE', heir: 'NEW' },
    ];
    const { units, tasks } = compareRounds(now, before, successions);
    expect(units.map(({ unit, before: was, now: is }) => [unit, was.due, is.due])).toEqual([
      ['NEW', 2, 4],
      ['OTHER', 2, 0],
    ]);
    expect(tasks.map(({ before: was, now: is }) => [was.due, is.due])).toEqual([[4, 4]]);
  });

  it('of a unit that was split the past goes to the one heir, and the new part begins without any', () => {
    const after = [row({ unit: 'NEW' }), row({ team: 'T4', unit: 'PART', due: 1 })];
    const { units, tasks } = compareRounds(after, before.slice(0, 1), [{ predecessor: 'OLD', heir: 'NEW' }]);
    expect(units.map(({ unit, before: was, now: is }) => [unit, was.due, is.due])).toEqual([
      ['NEW', 2, 2],
      ['PART', 0, 1],
    ]);
    expect(tasks.map(({ before: was, now: is }) => [was.due, is.due])).toEqual([[2, 3]]);
  });

  it('says of each team what became of it, and ends on a circle of heirs', () => {
    const circle = [
      { predecessor: 'OLD', heir: 'NEW' },
      { predecessor: 'NEW', heir: 'OLD' },
    ];
    const { teams } = compareRounds(now, before, circle);
    expect(teams.map(({ team, change }) => [team, change])).toEqual([
      ['T1', 'better'],
      ['T2', 'gone'],
      ['T3', 'new'],
    ]);
  });
});

function standingOf(lines: 'rows' | 'parts', rows: readonly FrozenRow[]): LetterStanding {
  const standing = newStanding(lines);
  for (const each of rows) addRow(standing, each, each.unitName);
  return standing;
}

describe('the letter', () => {
  const ledger = { quarter: '2026Q3', referenceDay: '2026-09-30', revision: 2, hash: 'ab' };
  const question = { ledger, documentNo: null, day: '2026-10-20', replyWorkingDays: 15 };

  it('states task and shortfall, reference day, age words, revision and hash, the worst team first', () => {
    const unit = { name: '一局', kind: 'city-party-gov-department' } as const;
    const rows = [row(), row({ team: 'T2', teamName: '二班子', level: 'A', severity: 3, members: [] })];
    const { title, addressee, blocks, snapshotHash } = composeFeedback({
      ...question,
      unit,
      standing: standingOf('rows', rows),
    });
    expect([title, addressee, snapshotHash]).toEqual([
      '关于一局2026年第三季度年轻干部配备情况的反馈函',
      '一局党委（党组）',
      'ab',
    ]);
    const text = JSON.stringify(blocks);
    for (const part of [
      '有任务的班子2个，核定职数8名，实配6名。',
      '任务量4名',
      '差额数2名',
      '2026年9月30日',
      '40岁以下指不满41周岁',
      '台账第2次固化',
      '15个工作日',
    ]) {
      expect(text).toContain(part);
    }
    const table = blocks.flatMap((block) => ('table' in block ? [block.table] : []))[0]!;
    expect(table.rows.map(([team]) => team)).toEqual(['二班子', '一班子']);
    expect(table.rows.every((cells) => cells.length === table.head.length)).toBe(true);
  });

  it('to the department’s own sections adds up each unit; without a task it says so', () => {
    const unit = { name: '市委组织部', kind: 'organization-department' } as const;
    const whole = composeFeedback({ ...question, unit, standing: standingOf('parts', [row()]) });
    expect(whole.addressee).toBe('部内各相关科室');
    expect(JSON.stringify(whole.blocks)).toContain('["一局","1","0","2","1","1"]');
    const area = { name: '甲旗', kind: 'county-level-area' } as const;
    const none = composeFeedback({ ...question, unit: area, standing: standingOf('rows', []) });
    expect(JSON.stringify(none.blocks)).toContain('没有年轻干部配备任务');
  });
});
