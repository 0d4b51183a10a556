import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell, XlsxFile } from '../../platform/xlsx/index.js';
import { openXlsx, writeXlsx } from '../../platform/xlsx/index.js';
import { ROSTER_PEOPLE } from '../sheets/sheets.fixture.js';
import { rosterSheet } from '../sheets/roster-sheet.js';
import { MOST_ROWS, readRoster } from './read-roster.js';

type Given = string | number | null;

const cellOf = (value: Given): Cell | undefined => {
  if (value === null) return undefined;
  return typeof value === 'number'
    ? { kind: 'number', text: String(value), percent: false }
    : { kind: 'text', text: value };
};

/** A workbook of one sheet, as it would be read from a file. */
function fileOf(rows: Given[][], hidden = false): XlsxFile {
  const list = rows.map((cells, index) => ({ number: index + 1, cells: cells.map(cellOf) }));
  async function* read() {
    yield* list;
  }
  return { sheets: [{ name: '名册', hidden, rows: read }], close: () => undefined };
}

const HEADER = [
  '序号',
  '姓 名',
  '性别',
  '民族',
  '出生年月',
  '参加工作时间',
  '入党时间',
  '全日制学历',
  '专业',
  '在职最高学历',
  '专业',
];

describe('a roster of a district (§3.3)', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'roster-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('is read below its title, blanks in names and full-width digits put right, what is left of merged cells passed over', async () => {
    const { rows, problems } = await readRoster(
      fileOf([
        ['某区机关单位干部名册', null],
        HEADER,
        ['1', '王 伟', '男', '汉族', '１９８６.09', '2010.07', '201506', '大学', '财政学', '研究生', '管理学'],
        [null, null, null, null, null, null],
        ['合计', null, null],
      ]),
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        sheet: '名册',
        row: 3,
        name: '王伟',
        birth: '1986-09',
        idNumber: null,
        ethnicity: '汉族',
        politicalStatus: null,
        workStart: '2010-07',
        partyJoin: '2015-06',
        fullTimeEducation: '大学',
        inServiceEducation: '研究生',
        nativePlace: null,
        birthPlace: null,
        deputySince: null,
        principalSince: null,
        postSince: null,
        post: null,
      },
    ]);
  });

  it('§7-5 asks back about 1986.1 as a number, and lists every fault with its place', async () => {
    const { rows, problems } = await readRoster(
      fileOf([
        HEADER,
        ['1', '王伟', '男', '汉族', 1986.1],
        ['2', '李娜', '甲', '汉族', null],
        ['3', '赵敏', '女', '汉族', '不详'],
      ]),
    );
    expect(rows).toEqual([]);
    expect(problems.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
      [2, '出生年月', '1986.1', 'MONTH_AMBIGUOUS'],
      [3, '出生年月', '', 'REQUIRED_MISSING'],
      [3, '性别', '甲', 'LABEL_UNKNOWN'],
      [4, '出生年月', '不详', 'MONTH_INVALID'],
    ]);
  });

  it('may have the districts’ short codes or the national items for headers, whose codes become words', async () => {
    const short = await readRoster(
      fileOf([
        ['XM', 'CSNY', 'MZ'],
        ['王伟', '1986.09', '汉族'],
      ]),
    );
    expect(short.rows).toMatchObject([{ name: '王伟', birth: '1986-09', ethnicity: '汉族' }]);
    const national = await readRoster(
      fileOf([
        ['A0101', 'A0104', 'A0107', 'A0117', 'A0141'],
        ['王伟', '1', '198609', '02', '01'],
      ]),
    );
    expect(national.problems).toEqual([]);
    expect(national.rows).toMatchObject([
      { name: '王伟', birth: '1986-09', ethnicity: '蒙古族', politicalStatus: '中共党员' },
    ]);
    const unknown = await readRoster(
      fileOf([
        ['A0101', 'A0107', 'A0117'],
        ['王伟', '198609', '77'],
      ]),
    );
    expect(unknown.problems.map(({ column, code }) => [column, code])).toEqual([['民族', 'LABEL_UNKNOWN']]);
  });

  it('national items give whole days: the day is forgotten; a democratic party in the place of the month is no fault', async () => {
    const { rows, problems } = await readRoster(
      fileOf([
        ['A0101', 'A0107', 'A0140'],
        ['王伟', '19860930', '2015.06.01'],
        ['李娜', '1988.03', '民盟'],
        ['赵敏', '1985.02', '201506；民盟'],
        ['孙甲', '1985.02.30', '某学会'],
      ]),
    );
    expect(rows.map(({ birth, partyJoin }) => [birth, partyJoin])).toEqual([
      ['1986-09', '2015-06'],
      ['1988-03', null],
      ['1985-02', '2015-06'],
    ]);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [5, '出生年月', 'MONTH_INVALID'],
      [5, '入党时间', 'MONTH_INVALID'],
    ]);
  });

  it('names the columns it does not know, once a sheet', async () => {
    const { notices, rows } = await readRoster(
      fileOf([
        ['姓名', '出生年月', '血型', ''],
        ['王伟', '1986.09', 'A', 'x'],
      ]),
    );
    expect([rows.length, notices.map(({ row, column, code }) => [row, column, code])]).toEqual([
      1,
      [[1, '血型', 'COLUMN_UNKNOWN']],
    ]);
  });

  it('of more people than are read at once is refused, never cut off', async () => {
    const people = Array.from({ length: MOST_ROWS + 1 }, (_, index): Given[] => [`王${index}`, '1986.09']);
    const { problems } = await readRoster(fileOf([['姓名', '出生年月'], ...people]));
    expect(problems.map(({ code }) => code)).toEqual(['ROSTER_TOO_LONG']);
  });

  it('without a header is no roster; a hidden sheet is left out and named', async () => {
    const none = await readRoster(fileOf([['a', 'b']]));
    expect(none.problems.map(({ code }) => code)).toEqual(['COLUMN_MISSING']);
    expect(none.notices.map(({ sheet, code }) => [sheet, code])).toEqual([['名册', 'SHEET_UNKNOWN']]);
    const hidden = await readRoster(fileOf([HEADER, ['1', '王伟', '男', '汉族', '1986.09']], true));
    expect([hidden.rows, hidden.notices.map(({ sheet }) => sheet)]).toEqual([[], ['名册']]);
  });

  it('that we wrote ourselves is read again', async () => {
    const path = join(folder, 'roster.xlsx');
    await writeXlsx(path, [
      rosterSheet(
        '某局',
        ROSTER_PEOPLE.map((person) => ({ person, form: null })),
        '2026-11-23',
      ),
    ]);
    const file = await openXlsx(path);
    const { rows, problems } = await readRoster(file);
    file.close();
    expect(problems).toEqual([]);
    expect(rows.map(({ name, birth }) => [name, birth])).toEqual([
      ['李明', '1979-03'],
      ['王伟', '1991-10'],
    ]);
  });
});
