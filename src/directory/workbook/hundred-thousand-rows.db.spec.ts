import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createWorkbookFixture, type WorkbookFixture } from './workbook.fixture.js';
import type { TypedRow } from './row-source.js';
import { openXlsx, writeXlsx } from '../../platform/xlsx/index.js';
import { workbookSheets } from './template.js';
import { type SheetKey, SHEETS } from './sheets.js';

const UNITS = 1_000;
const TEAMS = 4_000;
const POSTS = 15_000;
const CADRES = 40_000;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function* rowsOf<K extends SheetKey>(key: K, count: number, row: (index: number) => TypedRow<K>): Generator<string[]> {
  const headers: readonly string[] = SHEETS[key].columns.map((column) => column.header);
  for (let index = 0; index < count; index += 1) {
    const cells: Readonly<Record<string, string | undefined>> = row(index);
    yield headers.map((header) => cells[header] ?? '');
  }
}

/** A generated number: no region has the code 159999. */
function idNumber(index: number): string {
  const month = String((index % 12) + 1).padStart(2, '0');
  const day = String((Math.floor(index / 12) % 27) + 1).padStart(2, '0');
  const digits = `159999${1960 + (Math.floor(index / 324) % 40)}${month}${day}${String(Math.floor(index / 12_960) * 2 + 1).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}

const cadreRow = (index: number): TypedRow<'cadres'> => ({
  干部编号: `C${index}`,
  姓名: `干部${index}`,
  性别: '男',
  民族: '汉族',
  出生年月: `${1960 + (Math.floor(index / 324) % 40)}.${String((index % 12) + 1).padStart(2, '0')}`,
  身份证号: idNumber(index),
  政治面貌: '中共党员',
  参加工作时间: '2005.07',
  全日制学历: '大学',
  所在单位编码: `U${index % UNITS}`,
});

const bigCity = () =>
  workbookSheets({
    units: rowsOf('units', UNITS, (index) => ({
      单位编码: `U${index}`,
      单位名称: `单位${index}`,
      上级单位编码: index < 12 ? '' : `U${index % 12}`,
      单位类别: '旗县区其他单位',
    })),
    teams: rowsOf('teams', TEAMS, (index) => ({
      班子编码: `T${index}`,
      单位编码: `U${index % UNITS}`,
      班子名称: `班子${index}`,
      班子层级: '乡科级',
      核定正职数: '1',
      核定副职数: '3',
    })),
    posts: rowsOf('posts', POSTS, (index) => ({
      职位编码: `P${index}`,
      班子编码: `T${index % TEAMS}`,
      职务名称: '副局长',
      职务层次: '副科',
      正副: '副职',
    })),
    cadres: rowsOf('cadres', CADRES, cadreRow),
    appointments: rowsOf('appointments', CADRES, (index) => ({
      干部编号: `C${index}`,
      职位编码: `P${index % POSTS}`,
      任职时间: '2024.05.10',
    })),
  });

/** Data rows by sheet, the guide aside. */
async function rowCounts(path: string): Promise<Record<string, number>> {
  const file = await openXlsx(path);
  const counts: Record<string, number> = {};
  for (const sheet of file.sheets.slice(0, -1)) {
    let rows = -1;
    for await (const _ of sheet.rows()) rows += 1;
    counts[sheet.name] = rows;
  }
  file.close();
  return counts;
}

describe('100,000 rows', () => {
  let fixture: WorkbookFixture;
  let folder: string;
  beforeAll(async () => {
    fixture = await createWorkbookFixture();
    folder = await mkdtemp(join(tmpdir(), 'rows-'));
  });
  afterAll(async () => {
    await fixture.database.drop();
    await rm(folder, { recursive: true });
  });

  /** Times and memory depend on the machine: they are shown, not judged. */
  async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const startRss = process.memoryUsage().rss;
    let peakRss = startRss;
    const sampling = setInterval(() => (peakRss = Math.max(peakRss, process.memoryUsage().rss)), 20);
    const start = performance.now();
    delay.enable();
    try {
      return await work();
    } finally {
      delay.disable();
      clearInterval(sampling);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const delays = `p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, max ${(delay.max / 1e6).toFixed(0)} ms`;
      const growth = Math.round((peakRss - startRss) / 1024 / 1024);
      process.stdout.write(`${what}: ${seconds} s, event loop ${delays}, RSS +${growth} MiB\n`);
    }
  }

  it('come in, come in again without a change, and go out', async () => {
    const path = join(folder, 'city.xlsx');
    await measured('write', () => writeXlsx(path, bigCity()));
    process.stdout.write(`file: ${Math.round((await stat(path)).size / 1024)} KiB\n`);
    const counts = { units: UNITS, teams: TEAMS, posts: POSTS, cadres: CADRES, appointments: CADRES, tasks: 0 };
    const first = await measured('first import', () => fixture.importer.importFile(path));
    expect(first.problems.slice(0, 3)).toEqual([]);
    expect(first.accepted).toEqual(counts);
    expect(first.changed.appointments).toEqual({ inserted: CADRES, updated: 0 });
    const second = await measured('second import', () => fixture.importer.importFile(path));
    expect(second.accepted).toEqual(counts);
    expect(Object.values(second.changed)).toEqual(Array.from({ length: 6 }, () => ({ inserted: 0, updated: 0 })));
    await measured('export', () => fixture.exporter.exportTo(path, [''], null));
    expect(await rowCounts(path)).toEqual({
      单位: UNITS,
      班子: TEAMS,
      职位: POSTS,
      干部: CADRES,
      任职: CADRES,
      配备任务: 0,
    });
  }, 900_000);
});
