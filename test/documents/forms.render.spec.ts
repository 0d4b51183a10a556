import { beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderForm } from '../../src/documents/index.js';
import { ALL_FORMS } from '../../src/forms/case-forms/all-forms.fixture.js';
import { ledgerSheet } from '../../src/forms/sheets/ledger-sheet.js';
import { rosterSheet } from '../../src/forms/sheets/roster-sheet.js';
import { LEDGER, LEDGER_TASKS, LEDGER_TEAMS, ROSTER_PEOPLE } from '../../src/forms/sheets/sheets.fixture.js';
import { type SheetSpec, writeXlsx } from '../../src/platform/xlsx/index.js';
import { type Rendered, renderPages } from './render-pages.js';

/** Pages, and words that must be there to be read: the last of a form shows that nothing was cut off. */
const EXPECTED: Readonly<Record<keyof typeof ALL_FORMS, { pages: number; landscape?: boolean; words: string[] }>> = {
  'approval-form': {
    pages: 2,
    words: [
      '干部任免审批表',
      '1986.09',
      '（40岁）',
      '经济学学士',
      '某厂职工（已去世）',
      '行政机关任',
      '填表人：经办人',
    ],
  },
  'proposal-list': {
    pages: 1,
    landscape: true,
    words: [
      '动议干部名单',
      '拟任免职务',
      '某县财政局　　关于调整班子成员的动议'.replaceAll('　', ''),
      '91.10',
      '另有任用',
    ],
  },
  'headcount-pre-review': {
    pages: 1,
    words: ['干部职数配备预审单', '核定职数', '某县财政局副局长', '审核意见落实情况', '一式两份'],
  },
  'young-cadre-pre-review': {
    pages: 1,
    words: ['乡科级青年干部选配专项预审表', '25.0%（1/4）', '动议关研判', '初核人', '联系电话'],
  },
  'voting-sheet': { pages: 1, words: ['干部任免表决单', '不同意', '应到会成员'] },
  'voting-result': { pages: 1, words: ['干部任免表决结果', '应到会成员9人', '监票人'] },
  'public-notice': { pages: 1, words: ['某县财政局干部任前公示', '1991年10月生', '12380', '2026年11月23日'] },
  'appointment-document': {
    pages: 1,
    words: ['某财党〔2026〕3号', '关于王伟、李明同志职务任免的通知', '2026年12月1日'],
  },
  'filing-report': { pages: 2, words: ['备案报告', '市委组织部：', '7．任前公示情况', '2026年11月30日'] },
};

describe('forms on paper, as an office suite lays them out', () => {
  let rendered: Map<string, Rendered>;
  beforeAll(async () => {
    const names = Object.keys(ALL_FORMS);
    const files = await Promise.all(names.map((name) => renderForm(ALL_FORMS[name]!)));
    rendered = await renderPages(Object.fromEntries(names.map((name, index) => [`${name}.docx`, files[index]!])));
  }, 300_000);

  it.each(Object.keys(EXPECTED))('%s fills its pages, can be read, and nothing is cut off', (name) => {
    const { pages, landscape = false, words } = EXPECTED[name]!;
    const found = rendered.get(`${name}.docx`)!;
    expect(words.filter((word) => !found.text.includes(word))).toEqual([]);
    expect(found.pages).toHaveLength(pages);
    for (const page of found.pages) {
      expect([page.width, page.height].map((side) => Math.round(side / 10))).toEqual(landscape ? [30, 21] : [21, 30]);
      expect(page.ink).toBeGreaterThan(0.5);
      expect(page.touchesEdge).toBe(false);
    }
  });
});

describe('sheets as an office suite prints them', () => {
  let rendered: Map<string, Rendered>;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sheets-'));
    const path = join(folder, 'sheet.xlsx');
    const fileOf = async (sheet: SheetSpec): Promise<Buffer> => {
      await writeXlsx(path, [sheet]);
      return readFile(path);
    };
    try {
      const people = Array.from({ length: 60 }, (_, index) => ({ person: ROSTER_PEOPLE[index % 2]!, form: null }));
      rendered = await renderPages({
        'ledger.xlsx': await fileOf(ledgerSheet(LEDGER, LEDGER_TEAMS, LEDGER_TASKS)),
        'roster.xlsx': await fileOf(rosterSheet('某县财政局', people, '2026-11-23')),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 300_000);

  it('the ledger is one page across, from title to remark', () => {
    const { pages, text } = rendered.get('ledger.xlsx')!;
    expect(pages.map(({ width, height, touchesEdge }) => [width > height, touchesEdge])).toEqual([[true, false]]);
    for (const word of ['优秀年轻干部配备台账', '33.3%', '备注', '第1页共1页']) expect(text).toContain(word);
  });

  it('the roster runs over pages with its header on each, and no column on a page of its own', () => {
    const { pages, text } = rendered.get('roster.xlsx')!;
    expect(pages.length).toBeGreaterThan(1);
    expect(text.split('同一级别').length - 1).toBe(pages.length);
    expect(pages.every(({ width, height }) => width > height)).toBe(true);
  });
});
