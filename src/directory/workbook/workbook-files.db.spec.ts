import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openXlsx, type SheetSpec, writeXlsx } from '../../platform/xlsx/index.js';
import { DOSSIERS } from './dossier-sheets.js';
import { SHEET_KEYS, SHEETS } from './sheets.js';
import { createWorkbookFixture, smallCity, type WorkbookFixture } from './workbook.fixture.js';

describe('workbook files', () => {
  let fixture: WorkbookFixture;
  let folder: string;
  beforeAll(async () => {
    fixture = await createWorkbookFixture();
    folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  });
  afterAll(async () => {
    await fixture.database.drop();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => fixture.clear());

  const path = (name: string): string => join(folder, name);

  function sheet(name: string, headers: string[], ...rows: string[][]): SheetSpec {
    return { name, columns: headers.map((header) => ({ header, width: 10 })), rows };
  }

  async function textsOf(file: string): Promise<Record<string, (string | null)[][]>> {
    const opened = await openXlsx(file);
    const texts: Record<string, (string | null)[][]> = {};
    for (const { name, rows } of opened.sheets) {
      const list: (string | null)[][] = [];
      for await (const row of rows())
        list.push(Array.from(row.cells, (cell) => (cell?.kind === 'text' ? cell.text : null)));
      texts[name] = list;
    }
    opened.close();
    return texts;
  }

  it('exported and imported again change nothing', async () => {
    await fixture.importer.importRows(smallCity());
    const before = await fixture.contents();
    await fixture.exporter.exportTo(path('out.xlsx'), [''], null);
    const result = await fixture.importer.importFile(path('out.xlsx'));
    expect(result.problems).toEqual([]);
    expect(result.accepted).toEqual({ units: 4, teams: 2, posts: 3, cadres: 3, appointments: 3, tasks: 2 });
    expect(Object.values(result.changed)).toEqual(Array.from({ length: 6 }, () => ({ inserted: 0, updated: 0 })));
    expect(await fixture.contents()).toEqual(before);
  });

  it('exported fill an empty database with the same city', async () => {
    await fixture.importer.importRows({
      ...smallCity(),
      cadres: smallCity().cadres.map((row) => ({ ...row, 身份证号: '' })),
    });
    await fixture.exporter.exportTo(path('first.xlsx'), [''], null);
    const first = await textsOf(path('first.xlsx'));
    await fixture.clear();
    expect((await fixture.importer.importFile(path('first.xlsx'))).problems).toEqual([]);
    await fixture.exporter.exportTo(path('second.xlsx'), [''], null);
    expect(await textsOf(path('second.xlsx'))).toEqual(first);
  });

  it('show masks instead of ID numbers, months and days as text, and formulas of others as text', async () => {
    const city = smallCity();
    city.units[0] = { ...city.units[0], 单位名称: '=HYPERLINK("http://x","y")' };
    await fixture.importer.importRows(city);
    await fixture.exporter.exportTo(path('out.xlsx'), [''], null);
    const texts = await textsOf(path('out.xlsx'));
    expect(texts['单位']?.[1]?.[1]).toBe('=HYPERLINK("http://x","y")');
    expect(texts['干部']?.[1]).toEqual([
      'C1',
      '王明',
      '男',
      '汉族',
      '1986.09',
      '150402********0016',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      'Q1-B1',
    ]);
    expect(texts['任职']?.[2]).toEqual(['C2', 'P2', '2020.01.01', '2023.01.01', '否', '挂职']);
    expect(texts['配备任务']?.slice(1).map((row) => row[4])).toEqual(['15%', '2']);
    expect(JSON.stringify(texts)).not.toContain('19860930');
  });

  it('of one day hold only the appointments in force', async () => {
    await fixture.importer.importRows(smallCity());
    const holders = async (asOf: string): Promise<unknown[]> => {
      await fixture.exporter.exportTo(path('day.xlsx'), [''], asOf);
      return (await textsOf(path('day.xlsx')))['任职']?.slice(1).map((row) => row[0]) ?? [];
    };
    expect(await holders('2022-12-31')).toEqual(['C2']);
    expect(await holders('2023-01-01')).toEqual([]);
    expect(await holders('2024-05-10')).toEqual(['C1']);
  });

  it('of one area hold its own, and can be imported by whoever holds it', async () => {
    await fixture.importer.importRows(smallCity());
    const { rows } = await fixture.database.db.queryDynamic<{ path: string }>(
      `SELECT path FROM unit WHERE code = 'Q1'`,
    );
    const scope = rows.map((row) => row.path);
    await fixture.exporter.exportTo(path('area.xlsx'), scope, null);
    const texts = await textsOf(path('area.xlsx'));
    expect(SHEET_KEYS.map((key) => texts[SHEETS[key].name]?.slice(1).map((row) => row[0]))).toEqual([
      ['Q1-B1', 'Q1'],
      ['T1'],
      ['P1', 'P2'],
      ['C1', 'C2'],
      ['C1', 'C2'],
      ['K2'],
    ]);
    const result = await fixture.importer.importFile(path('area.xlsx'), { scope });
    expect([result.problems, result.changed.cadres]).toEqual([[], { inserted: 0, updated: 0 }]);
  });

  it('may name their columns in any order and with marks; unknown ones stay out with a notice', async () => {
    await writeXlsx(path('odd.xlsx'), [
      sheet('备注', ['随便']),
      sheet(
        '单位 ',
        ['备注', '单位类别★', '单位名称*', '单位 编码', ''],
        ['x', '旗县区', '甲区', 'Q1', 'y'],
        ['', '', '', '', 'stray'],
      ),
    ]);
    const result = await fixture.importer.importFile(path('odd.xlsx'));
    expect(result.problems).toEqual([]);
    expect(result.notices.map(({ sheet: name, column, code }) => [name, column, code])).toEqual([
      ['备注', '', 'SHEET_UNKNOWN'],
      ['单位', '备注', 'COLUMN_UNKNOWN'],
    ]);
    expect(result.changed.units).toEqual({ inserted: 1, updated: 0 });
  });

  it.each<[string, SheetSpec[], string[]]>([
    ['no sheet we know', [sheet('说明', ['项目'])], ['  NO_KNOWN_SHEET']],
    [
      'a sheet twice',
      [sheet('单位', ['单位编码', '单位名称', '单位类别']), sheet('单位★', ['单位编码'])],
      ['单位  SHEET_TWICE'],
    ],
    [
      'a required column missing',
      [sheet('班子', ['班子编码', '单位编码', '班子名称', '核定正职数', '核定副职数'], ['T', 'X', '', '', ''])],
      ['班子 班子层级 COLUMN_MISSING'],
    ],
    [
      'a column twice',
      [sheet('单位', ['单位编码', '单位名称', '单位类别', '单位名称'])],
      ['单位 单位名称 COLUMN_TWICE'],
    ],
  ])('with %s are refused', async (_, sheets, expected) => {
    await writeXlsx(path('bad.xlsx'), sheets);
    const { problems } = await fixture.importer.importFile(path('bad.xlsx'));
    expect(problems.map(({ sheet: name, column, code }) => `${name} ${column} ${code}`)).toEqual(expected);
  });

  it('that are none are refused by code, and leave the next import its turn', async () => {
    await writeFile(path('none.xlsx'), 'PK not really');
    await expect(fixture.importer.importFile(path('none.xlsx'))).rejects.toMatchObject({
      refusal: { code: 'FILE_BROKEN' },
    });
    expect((await fixture.importer.importRows(smallCity())).problems).toEqual([]);
  });

  it('as a template have every sheet, header, note and drop-down, and import as nothing', async () => {
    await fixture.exporter.templateTo(path('template.xlsx'));
    const texts = await textsOf(path('template.xlsx'));
    const dossiers = Object.values(DOSSIERS).map(({ name }) => name);
    expect(Object.keys(texts)).toEqual(['单位', '班子', '职位', '干部', '任职', '配备任务', ...dossiers, '说明']);
    for (const key of SHEET_KEYS) {
      expect(texts[SHEETS[key].name]).toEqual([SHEETS[key].columns.map((column) => column.header)]);
    }
    const result = await fixture.importer.importFile(path('template.xlsx'));
    expect([result.problems, result.notices, result.accepted.units]).toEqual([[], [], 0]);
  });
});
