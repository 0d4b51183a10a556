import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  addRow,
  composeFeedback,
  type FrozenRow,
  type LetterStanding,
  newStanding,
} from '../../machines/stocktake/index.js';
import { renderLetter } from '../../src/documents/index.js';
import { writeXlsx } from '../../src/platform/xlsx/index.js';
import { composeHalfYear, halfYearSheets } from '../../src/reports/half-year/compose-half-year.js';
import type { HalfYearView } from '../../src/reports/half-year/half-year.dto.js';
import { type Rendered, renderPages } from './render-pages.js';

const HASH = 'cd'.repeat(32);
const UNITS = 70;
const LONG = '某某自治旗农牧业综合行政执法与水利林草事业发展服务中心';

/** At the beginning of a name, where no line breaks. */
const mark = (index: number): string => `${String(index).padStart(3, '0')}号某某`;
const named = (index: number): string => mark(index) + LONG.slice(2);

function frozen(index: number): FrozenRow {
  return {
    team: `T${index}`,
    teamName: `${named(index)}领导班子`,
    unit: `U${index}`,
    unitName: named(index),
    task: 'K',
    taskName: '旗县区党政工作部门领导班子至少配备1名35岁左右干部',
    age: { rule: 'around', years: 35 },
    ageLimit: 37,
    baseKind: 'approved-headcount',
    base: 5,
    due: 1,
    actual: index % 3 === 0 ? 1 : 0,
    shortfall: index % 3 === 0 ? 0 : 1,
    ratio: { num: index % 3 === 0 ? 1 : 0, den: 5 },
    level: index % 3 === 0 ? 'C' : 'A',
    severity: index % 3 === 0 ? 1 : 3,
    unmetQuarters: index % 3 === 0 ? 0 : 2,
    vacancies: { principal: 0, deputy: 1 },
    overEstablishment: 0,
    approved: 5,
    members: index % 3 === 0 ? [{ cadre: `C${index}`, name: '某', birth: '1992-01', ageYears: 34, post: 'P' }] : [],
    ageingOut: [],
  };
}

const ROWS = Array.from({ length: UNITS }, (_, index) => frozen(index + 1));
const LEDGER = { quarter: '2026Q3', referenceDay: '2026-09-30', revision: 1, hash: HASH };
const QUESTION = {
  ledger: LEDGER,
  documentNo: '组函〔2026〕12号',
  day: '2026-10-20',
  replyWorkingDays: 15,
};

function standingOf(lines: 'rows' | 'parts'): LetterStanding {
  const standing = newStanding(lines);
  for (const row of ROWS) addRow(standing, row, row.unitName);
  return standing;
}

const NUMBERS = { teams: 12, met: 5, due: 14, actual: 8, shortfall: 6 };
const DEEDS = {
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
const OF_HALF = { round: 1, revision: 1, hash: HASH };
const REPORT: HalfYearView = {
  half: '2026H2',
  from: '2026-07-01',
  until: '2026-12-31',
  ledger: { ...OF_HALF, quarter: '2026Q4', referenceDay: '2026-12-31' },
  before: { ...OF_HALF, quarter: '2026Q2', referenceDay: '2026-06-30' },
  circulars: 2,
  totals: { now: NUMBERS, before: NUMBERS, deeds: DEEDS },
  units: ROWS.map(({ unit, unitName }) => ({ unit, unitName, now: NUMBERS, before: NUMBERS, deeds: DEEDS })),
  overrides: ROWS.slice(0, 3).map(({ unitName, teamName }, proposal) => ({
    proposal,
    unitName,
    teamNames: [teamName],
    reason: '急需专业干部到岗，年轻后备人选正在培养，半年内补配到位，已报分管部长和部长同意。',
    approvedOn: '2026-11-02',
  })),
};

async function sheets(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'half-year-'));
  try {
    await writeXlsx(join(folder, 'half-year.xlsx'), halfYearSheets(REPORT));
    return await readFile(join(folder, 'half-year.xlsx'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('long letters and reports as an office suite opens them', () => {
  let laid: Map<string, Rendered>;

  beforeAll(async () => {
    const area = { name: LONG, kind: 'county-level-area' } as const;
    const department = { name: '市委组织部', kind: 'organization-department' } as const;
    laid = await renderPages({
      'feedback.docx': await renderLetter(composeFeedback({ ...QUESTION, unit: area, standing: standingOf('rows') })),
      'sections.docx': await renderLetter(
        composeFeedback({ ...QUESTION, unit: department, standing: standingOf('parts') }),
      ),
      'half-year.docx': await renderLetter(composeHalfYear(REPORT, '2027-01-08')),
      'numbers.xlsx': await sheets(),
    });
  }, 600_000);

  const file = (name: string): Rendered => laid.get(name)!;
  const times = (text: string, words: string): number => text.split(words).length - 1;

  it.each(['feedback.docx', 'sections.docx', 'half-year.docx'])(
    '%s: A4, nothing over the edge, every page numbered and with the hash of its ledger',
    (name) => {
      const { pages, text } = file(name);
      for (const [index, { width, height, touchesEdge }] of pages.entries()) {
        expect([Math.abs(width - 210) <= 1, Math.abs(height - 297) <= 1, touchesEdge]).toEqual([true, true, false]);
        expect(text).toContain(`—${index + 1}—`);
      }
      expect(times(text, HASH)).toBe(pages.length);
    },
  );

  it.each([
    ['feedback.docx', '预警等级'],
    ['sections.docx', '达标班子'],
    ['half-year.docx', '期初达标率'],
  ])('%s: a table of many pages has its head on each and loses no row', (name, head) => {
    const { pages, text } = file(name);
    expect(pages.length).toBeGreaterThan(3);
    // Of its pages the first and the last may have no part of the table.
    expect(times(text, head)).toBeGreaterThanOrEqual(pages.length - 2);
    expect(ROWS.flatMap((_, index) => (text.includes(mark(index + 1)) ? [] : [index + 1]))).toEqual([]);
  });

  it('the feedback letter says number, unit, age words, headcount, task and shortfall', () => {
    const { text } = file('feedback.docx');
    for (const words of [
      '组函〔2026〕12号',
      `关于${LONG}2026年第三季度年轻干部配备情况的反馈函`,
      '35岁左右指不满37周岁',
      `核定职数${UNITS * 5}名，实配${UNITS * 4}名`,
      '任务量70名，现配23名，差额数47名',
      '15个工作日内报送配备计划',
    ])
      expect(text).toContain(words);
  });

  it('the half-year’s numbers are printed across A4, their head on each page, no column cut off', () => {
    const { pages, text } = file('numbers.xlsx');
    for (const { width, height, touchesEdge } of pages)
      expect([Math.abs(width - 297) <= 1, Math.abs(height - 210) <= 1, touchesEdge]).toEqual([true, true, false]);
    for (const words of ['合计', '逾期备案', '放行理由', '半年内补配到位']) expect(text).toContain(words);
    expect(times(text, '逾期备案')).toBeGreaterThanOrEqual(pages.length - 1);
  });
});
