import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cell, openXlsx, type Row, type SheetSpec, writeXlsx } from './index.js';

describe('a workbook written and read again', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'xlsx-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function roundTrip(sheets: SheetSpec[]): Promise<Map<string, Row[]>> {
    const path = join(folder, 'book.xlsx');
    await writeXlsx(path, sheets);
    const file = await openXlsx(path);
    const read = new Map<string, Row[]>();
    for (const sheet of file.sheets) {
      const rows: Row[] = [];
      for await (const row of sheet.rows()) rows.push(row);
      read.set(sheet.name, rows);
    }
    file.close();
    return read;
  }

  it('keeps every text as it was, formula signs, blanks and control characters included', async () => {
    const texts = [
      '=HYPERLINK("x")',
      '+1',
      '-1',
      '@a',
      ' blank ',
      'a<b&"c"',
      '_x000D_',
      'line\nbreak',
      'bell\u0007',
      '𠮷野',
      '001',
    ];
    const read = await roundTrip([
      { name: '甲', columns: [{ header: '列', width: 10, note: '说明' }], rows: texts.map((text) => [text]) },
    ]);
    expect(read.get('甲')?.map((row) => row.cells[0])).toEqual(
      ['列', ...texts].map((text) => ({ kind: 'text', text })),
    );
  });

  it('keeps the order of sheets, counts rows from 1 and leaves empty cells out', async () => {
    const columns = [
      { header: 'a', width: 5 },
      { header: 'b', width: 5, choices: { values: ['是', '否'], only: true } },
    ];
    const read = await roundTrip([
      {
        name: 'second',
        columns,
        rows: [
          [null, 'x'],
          ['', ''],
          ['y', null],
        ],
      },
      { name: 'first', columns, rows: [] },
    ]);
    expect([...read.keys()]).toEqual(['second', 'first']);
    expect(read.get('second')?.map(({ number, cells }) => [number, cells.map((cell) => cell?.kind)])).toEqual([
      [1, ['text', 'text']],
      [2, [undefined, 'text']],
      [3, []],
      [4, ['text']],
    ]);
  });

  it('keeps the kind of what another workbook had, also where a note marks it', async () => {
    const row: Cell[] = [
      { kind: 'number', text: '1986.10', percent: false },
      { kind: 'number', text: '0.15', percent: true },
      { kind: 'date', day: '1986-10-01' },
      { kind: 'boolean', value: true },
      { kind: 'error', text: '#N/A' },
      { kind: 'text', text: '=1+1' },
    ];
    const columns = row.map((_, at) => ({ header: `列${at}`, width: 8 }));
    const notes = row.flatMap((_, column) => [{ row: 2, column, text: `第${column}列<有错>` }]);
    const read = await roundTrip([{ name: '甲', columns, rows: [row, [], row], notes }]);
    expect(
      read
        .get('甲')
        ?.map(({ number, cells }) => [number, cells])
        .slice(1),
    ).toEqual([
      [2, row],
      [3, []],
      [4, row],
    ]);
  });

  it('reports a source that fails instead of writing half a workbook', async () => {
    async function* failing(): AsyncGenerator<string[]> {
      yield ['one'];
      throw new Error('source gone');
    }
    const writing = writeXlsx(join(folder, 'half.xlsx'), [{ name: 'x', columns: [], rows: failing() }]);
    await expect(writing).rejects.toThrow('source gone');
  });
});
