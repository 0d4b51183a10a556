import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partsOf } from '../../../test/support/zip-parts.js';
import { openXlsx, type SheetSpec, writeXlsx } from '../../platform/xlsx/index.js';
import { lrmx } from '../approval-form/form.fixture.js';
import { readLrmx } from '../approval-form/index.js';
import { DOSSIER } from '../known/dossier.fixture.js';
import { knownParts } from '../known/form-texts.js';
import { LEDGER, LEDGER_TASKS, LEDGER_TEAMS, ROSTER_PEOPLE } from './sheets.fixture.js';
import { ledgerSheet } from './ledger-sheet.js';
import { rosterSheet } from './roster-sheet.js';

describe('sheets for the printer', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'sheets-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function written(sheet: SheetSpec): Promise<{ parts: Map<string, string>; rows: string[][] }> {
    const path = join(folder, 'sheet.xlsx');
    await writeXlsx(path, [sheet]);
    const file = await openXlsx(path);
    const rows: string[][] = [];
    for await (const { cells } of file.sheets[0]!.rows()) {
      rows.push(cells.map((cell) => (cell?.kind === 'text' ? cell.text : '')));
    }
    file.close();
    return { parts: await partsOf(await readFile(path)), rows };
  }

  it('the ledger says for each team what is due, there and missing, who is young and until when', async () => {
    const reminded = new Map([['["T1","TASK"]', { documentNo: '组函〔2026〕7号', reminders: 2 }]]);
    const adjusted = new Map([['T1', { filings: 1, appointed: 2, removed: 1 }]]);
    const { rows } = await written(ledgerSheet(LEDGER, LEDGER_TEAMS, LEDGER_TASKS, { reminded, adjusted }));
    expect(rows[0]![0]).toBe('优秀年轻干部配备台账');
    expect(rows[1]![0]).toContain('计算基准日：2026.09.30    2026年第3季度');
    expect(rows[1]![0]).toContain('用好各年龄段干部');
    expect(rows[2]).toHaveLength(24);
    expect(rows[3]!.slice(0, 19)).toEqual([
      '1',
      '某县',
      '某县财政局',
      '旗县区党政工作部门',
      '乡科级',
      '4',
      '3',
      '1',
      '1',
      '35岁左右',
      '2026.09.30',
      '2',
      '1',
      '33.3%（1/3）',
      '1',
      'B',
      '2',
      '王伟（1991.10）',
      '王伟（2028.10）',
    ]);
    // What rounds and warnings have sent and what was filed; there is no reserve yet, and the remarks stay for the hand.
    expect(rows[3]!.slice(19)).toEqual(['未建库', '备案1件：任2人、免1人', '组函〔2026〕7号', '2', '']);
    expect(rows[4]!.slice(19)).toEqual(['未建库', '无', '', '0', '']);
    // A team without a base has no share, and a formula in a name stays a text.
    expect(rows[4]!.slice(1, 14)).toEqual([
      '市直',
      '=HYPERLINK("x")',
      '市直其他单位（某局班子）',
      '县处级',
      '0',
      '0',
      '0',
      '0',
      '不满40岁',
      '2026.09.30',
      '0',
      '0',
      '—',
    ]);
  });

  it('is printed on A3 across, as wide as the paper, header again on each page, to the last row and no further', async () => {
    const { parts } = await written(ledgerSheet(LEDGER, LEDGER_TEAMS, LEDGER_TASKS));
    const workbook = parts.get('xl/workbook.xml')!;
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'配备台账'!$A$1:$X$5</definedName>`,
    );
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'配备台账'!$3:$3</definedName>`,
    );
    const sheet = parts.get('xl/worksheets/sheet1.xml')!;
    expect(sheet).toContain('<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(sheet).toContain('<mergeCell ref="A1:X1"/>');
    expect(sheet).toMatch(/<c r="C5" s="10" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK/u);
  });

  it('the roster has the columns of the districts, filled from directory and approval form, without ID numbers', async () => {
    const { form } = readLrmx(Buffer.from(lrmx()), '2026-11-23').read!;
    const people = ROSTER_PEOPLE.map((person, index) => ({ person, form: index === 0 ? form : null }));
    const { rows, parts } = await written(rosterSheet('某县财政局', people, '2026-11-23'));
    const of = (header: string): string => rows[3]![rows[2]!.indexOf(header)]!;
    expect(rows[2]).toHaveLength(26);
    expect(
      Object.fromEntries(
        [
          '姓名',
          '性别',
          '出生年月',
          '年龄',
          '副科时间',
          '正科时间',
          '现职时间',
          '全日制学历',
          '全日制专业',
          '工作单位',
          '职务',
          '籍贯',
          '单位名称',
        ].map((header) => [header, of(header)]),
      ),
    ).toEqual({
      姓名: '李明',
      性别: '男',
      出生年月: '1979.03',
      年龄: '47',
      副科时间: '2018.03',
      正科时间: '',
      现职时间: '2018.03',
      全日制学历: '大学',
      全日制专业: '某大学经济系财政学专业',
      工作单位: '某县财政局',
      职务: '某县财政局副局长',
      籍贯: '某省甲市',
      单位名称: '某县财政局',
    });
    expect(of('个人简历')).toContain('2010.07--2018.03  某县财政局科员');
    expect([...parts.values()].join('')).not.toMatch(/\d{17}[\dX]/u);
  });

  it('the roster is filled from the dossier where there is no form', async () => {
    const [someone] = ROSTER_PEOPLE;
    const known = knownParts(someone!, DOSSIER, '2026-11-23');
    const { rows } = await written(rosterSheet('某局', [{ person: someone!, form: null, known }], '2026-11-23'));
    for (const text of ['某大学法学专业', '某省甲市']) expect(rows[3]).toContain(text);
  });
});
