import { beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FormContent, renderForm } from '../../src/documents/index.js';
import { ALL_FORMS } from '../../src/forms/case-forms/all-forms.fixture.js';
import { EDGE_FORMS } from '../../src/forms/case-forms/edge-forms.fixture.js';
import { ledgerSheet } from '../../src/forms/sheets/ledger-sheet.js';
import { rosterSheet } from '../../src/forms/sheets/roster-sheet.js';
import { LEDGER, LEDGER_TASKS, LEDGER_TEAMS, ROSTER_PEOPLE } from '../../src/forms/sheets/sheets.fixture.js';
import { type SheetSpec, writeXlsx } from '../../src/platform/xlsx/index.js';
import { differencesFromGolden } from './golden.js';
import { type Rendered, renderPages } from './render-pages.js';

const FORMS: Readonly<Record<string, FormContent>> = { ...ALL_FORMS, ...EDGE_FORMS };

/** Pages, and words that must be there to be read: the last of a form shows that nothing was cut off. */
const EXPECTED: Readonly<Record<string, { pages: number; landscape?: boolean; words: string[] }>> = {
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
  'approval-form-from-dossier': {
    pages: 2,
    words: ['干部任免审批表', '某省甲市', '法学学士', '受党内警告', '2025年称职', '某中学教师'],
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
  'approval-form-full': { pages: 3, words: ['阿卜杜热合', '第12科', '之2', '二级调研员'] },
  'approval-form-overflowing': { pages: 4, words: ['欧阳某某', '第32科', '之3', '二级调研员', '填表人'] },
  'proposal-list-long': { pages: 4, landscape: true, words: ['拟任免职务', '16', '88.10'] },
  'headcount-pre-review-long': { pages: 2, words: ['一式两份', '审核意见落实情况'] },
  'voting-sheet-long': { pages: 3, words: ['欧阳某某', '应到会成员'] },
  'public-notice-long': { pages: 5, words: ['斯琴格日勒', '邮政编码'] },
  'appointment-document-long': { pages: 3, words: ['免去', '斯琴格日勒同志'] },
  'filing-report': { pages: 3, words: ['备案报告', '某市委组织部：', '8．任前公示情况', '2026年11月30日'] },
  'filing-attachments': {
    pages: 7,
    words: ['附件2', '89.3%（25/28）', '廉洁意见第3号', '附件8', '反映的问题均不属实', '不属实。经查无兼职'],
  },
};

/** Each with one thing wrong, as a slip in a layout would make it. */
const BROKEN: Readonly<Record<string, { of: string; content: FormContent; says: RegExp }>> = {
  'a column is gone': { of: 'proposal-list', content: withoutLastColumn(FORMS['proposal-list']!), says: /words/u },
  'a page more': {
    of: 'approval-form',
    content: { ...FORMS['approval-form']!, blocks: [...FORMS['approval-form']!.blocks, { pageBreak: true }] },
    says: /3 pages, not 2/u,
  },
  'a column is so narrow that its text runs onto another page': {
    of: 'young-cadre-pre-review',
    content: withWidths(FORMS['young-cadre-pre-review']!, [22, 24, 22, 22, 8, 62]),
    says: /2 pages, not 1/u,
  },
};

function withWidths(content: FormContent, columns: number[]): FormContent {
  const blocks = content.blocks.map((block) => ('table' in block ? { table: { ...block.table, columns } } : block));
  return { ...content, blocks };
}

function withoutLastColumn(content: FormContent): FormContent {
  const blocks = content.blocks.map((block) => {
    if (!('table' in block)) return block;
    const { columns, rows, ...rest } = block.table;
    const shorter = rows.map((row) => ({ ...row, cells: row.cells.slice(0, -1) }));
    return { table: { ...rest, columns: columns.slice(0, -1), rows: shorter } };
  });
  return { ...content, blocks };
}

describe('forms on paper, as an office suite lays them out', () => {
  let rendered: Map<string, Rendered>;
  beforeAll(async () => {
    const broken = Object.values(BROKEN).map(({ content }, index) => [`broken-${index}`, content] as const);
    const all = [...Object.entries(FORMS), ...broken];
    const files = await Promise.all(
      all.map(async ([name, content]) => [`${name}.docx`, await renderForm(content)] as const),
    );
    rendered = await renderPages(Object.fromEntries(files));
  }, 580_000);

  it.each(Object.keys(FORMS))('%s fills its pages, can be read, and nothing is cut off', (name) => {
    const { pages, landscape = false, words } = EXPECTED[name]!;
    const found = rendered.get(`${name}.docx`)!;
    expect(words.filter((word) => !found.text.includes(word))).toEqual([]);
    expect(found.pages).toHaveLength(pages);
    for (const page of found.pages) {
      expect([page.width, page.height].map((side) => Math.round(side / 10))).toEqual(landscape ? [30, 21] : [21, 30]);
      expect(page.ink).toBeGreaterThan(name in ALL_FORMS ? 0.5 : 0.1);
      expect(page.touchesEdge).toBe(false);
    }
  });

  it.each(Object.keys(FORMS))('%s looks as it did when somebody looked at it', async (name) => {
    expect(await differencesFromGolden(name, rendered.get(`${name}.docx`)!)).toEqual([]);
  });

  it.each(Object.keys(BROKEN))('%s: that is seen', async (wrong) => {
    const { of, says } = BROKEN[wrong]!;
    const found = rendered.get(`broken-${Object.keys(BROKEN).indexOf(wrong)}.docx`)!;
    expect((await differencesFromGolden(of, found)).join('; ')).toMatch(says);
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
  }, 580_000);

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

  it.each(['ledger', 'roster'])('the %s looks as it did when somebody looked at it', async (name) => {
    expect(await differencesFromGolden(name, rendered.get(`${name}.xlsx`)!)).toEqual([]);
  });
});
