import {
  type CellNote,
  type CellValue,
  openXlsx,
  type SheetSpec,
  writeXlsx,
  type XlsxSheet,
} from '../../platform/xlsx/index.js';
import { cellText } from './cell-rule.js';
import type { Problem } from './problem.js';
import { FAULTS_SHEET } from './sheets.js';
import { headerText } from './tidy-text.js';

/** What a check has found; the first so many faults of all. */
export interface Faults {
  problems: readonly Problem[];
  problemsTotal: number;
}

/** In characters; how wide the columns were is not read. */
const WIDTH = 18;
const FAULT_COLUMNS = [
  { header: '工作表', width: 12 },
  { header: '行', width: 8 },
  { header: '列', width: 18 },
  { header: '现有内容', width: 28 },
  { header: '怎么改', width: 70, wrap: true },
];

/**
 * Writes a workbook once more with its faults in place: each faulty cell is marked and carries a note, and a sheet in front
 * lists them all. Values keep their kind and their row; how cells were formatted is not kept.
 *
 * @param source the workbook as it was uploaded
 * @param target where the marked one is written
 */
export async function annotateWorkbook(source: string, target: string, faults: Faults): Promise<void> {
  const file = await openXlsx(source);
  try {
    const kept = file.sheets.filter(({ name }) => headerText(name) !== FAULTS_SHEET);
    const sheets: SheetSpec[] = [];
    for (const sheet of kept) sheets.push(await markedSheet(sheet, faults.problems));
    await writeXlsx(target, [faultsSheet(faults), ...sheets]);
  } finally {
    file.close();
  }
}

function faultsSheet({ problems, problemsTotal }: Faults): SheetSpec {
  const rows = problems.map(({ sheet, row, column, value, message }) => {
    return [sheet, row === 0 ? '整张表' : String(row), column, value, message];
  });
  const rest = problemsTotal - problems.length;
  const more = rest === 0 ? [] : [['', '', '', '', `另有${rest}处未列出，更正后请重新检查。`]];
  return { name: FAULTS_SHEET, columns: FAULT_COLUMNS, rows: [...rows, ...more] };
}

async function markedSheet(sheet: XlsxSheet, problems: readonly Problem[]): Promise<SheetSpec> {
  const titles = await headerOf(sheet);
  const own = problems.filter((problem) => problem.sheet === headerText(sheet.name));
  return {
    name: sheet.name,
    columns: titles.map((header) => ({ header, width: WIDTH })),
    rows: rowsBelowHeader(sheet),
    notes: notesOf(own, titles.map(headerText)),
  };
}

async function headerOf(sheet: XlsxSheet): Promise<string[]> {
  for await (const { number, cells } of sheet.rows()) {
    if (number > 1) break;
    return Array.from(cells, (cell) => (cell === undefined ? '' : cellText(cell)));
  }
  return [''];
}

/** Each row in its place: the sheet counts as it did. */
async function* rowsBelowHeader(sheet: XlsxSheet): AsyncGenerator<readonly CellValue[]> {
  let next = 2;
  for await (const { number, cells } of sheet.rows()) {
    if (number === 1) continue;
    for (; next < number; next += 1) yield [];
    yield Array.from(cells, (cell) => cell ?? null);
    next += 1;
  }
}

/** One note a cell, with all that is to be said of it; what concerns a whole row or sheet stands at its beginning. */
function notesOf(problems: readonly Problem[], titles: readonly string[]): CellNote[] {
  const notes = new Map<string, CellNote>();
  for (const { row, column, message } of problems) {
    const place = { row: Math.max(row, 1), column: Math.max(titles.indexOf(column), 0) };
    const key = `${place.row}/${place.column}`;
    const before = notes.get(key);
    notes.set(key, { ...place, text: before === undefined ? message : `${before.text}\n${message}` });
  }
  return [...notes.values()];
}
