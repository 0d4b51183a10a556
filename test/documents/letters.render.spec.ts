import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeCircular, type ListedRow, type Listing } from '../../machines/circular/index.js';
import { composeSuggestionLetter } from '../../machines/proposal/index.js';
import { DEFAULT_POLICY, judgeGate, type LetterContent } from '../../machines/rules/index.js';
import { composeReminder, type WarningContext } from '../../machines/warning/index.js';
import { renderLetter } from '../../src/documents/index.js';
import { type Rendered, renderPages } from './render-pages.js';

const HASH = 'ab'.repeat(32);
const ROWS = 60;

const listed = (index: number): ListedRow => ({
  team: `T${index}`,
  teamName: `某旗某某局领导班子之${index}`,
  unit: `U${index}`,
  unitName: `某旗某某局第${index}号`,
  task: 'K',
  taskName: '至少配备2名40岁以下干部',
  due: 2,
  actual: 1,
  shortfall: 1,
  level: 'B',
  severity: 2,
  unmetQuarters: 3,
  warning: index,
  receipts: [
    { documentNo: '组函〔2026〕1号', receivedOn: '2026-10-16' },
    { documentNo: '组函〔2026〕9号', receivedOn: '2026-11-20' },
  ],
});

const LISTING: Listing = {
  listed: Array.from({ length: ROWS }, (_, index) => listed(index + 1)),
  excluded: [],
  totals: { teams: 400, met: 290, due: 520, actual: 430, shortfall: 90 },
  before: { teams: 398, met: 262, due: 516, actual: 401, shortfall: 115 },
  advanced: ['甲旗', '乙区'],
  overrides: [
    {
      proposal: 5,
      unitName: '某局',
      teamNames: ['某局班子'],
      reason: '急需专业干部到岗，年轻后备人选正在培养，半年内补配到位。',
      approvedOn: '2026-11-02',
    },
  ],
};

function circular(): LetterContent {
  const ledger = { quarter: '2026Q3', referenceDay: '2026-09-30', hash: HASH };
  return composeCircular({ ...ledger, listing: LISTING, documentNo: '组通〔2026〕1号', day: '2026-11-23' });
}

function reminder(): LetterContent {
  const golden = 'machines/warning/golden/r1.open.secondReminder.issued.json';
  const { context } = JSON.parse(readFileSync(golden, 'utf8')) as { context: WarningContext };
  const given = { documentNo: '组函〔2026〕9号', day: '2026-11-20', replyWorkingDays: 10 };
  return composeReminder({ context, unitName: '某某局', ...given });
}

function suggestion(): LetterContent {
  const seat = { tier: 'deputy', rank: 'ke-deputy' } as const;
  const judged = judgeGate({
    decisionDate: '2026-11-20',
    policy: DEFAULT_POLICY,
    policyVersion: 1,
    teams: [
      {
        code: 'T1',
        name: '某局班子',
        unit: 'U1',
        unitName: '某局',
        unitKind: 'county-party-gov-department',
        level: 'township-section',
        approvedPrincipals: 1,
        approvedDeputies: 4,
        seats: [],
        posts: [{ code: 'P1', name: '副局长', ...seat }],
      },
    ],
    tasks: [
      {
        code: 'K',
        name: '至少2名40岁以下',
        appliesTo: { team: 'T1' },
        rule: 'at-least',
        quantity: 2,
        share: { num: 0, den: 1 },
        base: 'approved-headcount',
        age: { rule: 'below', years: 40 },
        principalOnly: false,
      },
    ],
    unmetQuarters: {},
    cleared: [],
    items: [
      {
        cadre: { code: 'C1', name: '某甲', birth: '1975-03' },
        appointTo: { post: 'P1', postName: '副局长', team: 'T1', ...seat },
        kind: 'appoint',
      },
    ],
  });
  const letter = composeSuggestionLetter({
    unitName: '某局',
    title: '关于配备领导班子副职的动议',
    judged,
    suggestions: [{ sentence: '由某甲调整为某乙（1991年3月生），调整后为1名，差额由2名减至1名。' }],
    documentNo: '组建〔2026〕1号',
    day: '2026-11-20',
    replyWorkingDays: 10,
  });
  return { ...letter, snapshotHash: HASH, hashOf: 'verdict' };
}

describe('letters as a word processor opens them', () => {
  let laid: Map<string, Rendered>;

  beforeAll(async () => {
    const contents = { circular: circular(), reminder: reminder(), suggestion: suggestion() };
    const files = await Promise.all(
      Object.entries(contents).map(async ([name, content]) => [`${name}.docx`, await renderLetter(content)] as const),
    );
    laid = await renderPages(Object.fromEntries(files));
  }, 300_000);

  const letter = (name: string): Rendered => laid.get(`${name}.docx`)!;
  const times = (text: string, words: string): number => text.split(words).length - 1;

  it.each(['circular', 'reminder', 'suggestion'])('%s: A4, pages numbered, the hash of its source on each', (name) => {
    const { pages, text } = letter(name);
    for (const [index, { width, height, touchesEdge }] of pages.entries()) {
      // Half a millimetre is lost in pixels.
      expect([Math.abs(width - 210) <= 1, Math.abs(height - 297) <= 1, touchesEdge]).toEqual([true, true, false]);
      expect(text).toContain(`—${index + 1}—`);
    }
    expect(times(text, HASH)).toBe(pages.length);
  });

  it('the reminder fits on two pages and says what is asked, by when and of whom', () => {
    const { pages, text } = letter('reminder');
    expect(pages.length).toBeLessThanOrEqual(2);
    for (const words of [
      '组函〔2026〕9号',
      '年轻干部配备工作提示函',
      '某某局党委（党组）：',
      '任务量2名，现配1名，差额数1名，预警等级B级',
      '10个工作日内报送配备计划',
      '抄送：部内相关科室。',
      '2026年11月20日',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('the suggestion letter gives the gate’s sentence, its suggestions and the ways that are open', () => {
    const { pages, text } = letter('suggestion');
    expect(pages.length).toBeLessThanOrEqual(3);
    for (const words of [
      '组建〔2026〕1号',
      '应配2名、现配0名、差2名',
      '1.由某甲调整为某乙',
      '把关结论校验值',
      '列入通报',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('the circular’s long table goes on over its pages with its head, and loses no row', () => {
    const { pages, text } = letter('circular');
    expect(pages.length).toBeGreaterThan(2);
    // Only the table's head says it: 连续季度.
    expect(times(text, '连续')).toBeGreaterThanOrEqual(pages.length - 2);
    expect(LISTING.listed.filter(({ warning }) => !text.includes(`第${warning}号`))).toEqual([]);
    expect(text).toContain('达标率72.5%（上季度65.8%，提高6.7个百分点）');
    expect(text).toContain('组通〔2026〕1号');
  });
});
