import type { Cell, Row } from '../../platform/xlsx/index.js';
import type { Tx } from '../../platform/index.js';
import { ProblemList } from './problem.js';
import { ROW_MEANINGS, type RowSurroundings } from './row-meaning.js';
import { readHeader, type SheetHeader } from './sheet-header.js';
import { eachSheet, FAULTS_SHEET, GUIDE_SHEET, SHEET_KEYS, type SheetKey, SHEETS } from './sheets.js';
import { createStageSql } from './stage-tables.js';
import { StageWriter } from './stage-writer.js';
import { RowReading } from './staged-row.js';
import { headerText } from './tidy-text.js';

/** A sheet to import, headers in row 1. */
export interface SourceSheet {
  name: string;
  rows: () => AsyncIterable<Row> | Iterable<Row>;
}

export interface StagedWorkbook {
  problems: ProblemList;
  notices: ProblemList;
  /** Data rows read, faulty ones included. */
  rowCounts: Record<SheetKey, number>;
}

/** More would be read by nobody; how many there are is told all the same. */
export const PROBLEMS_KEPT = 5_000;
const NOTICES_KEPT = 1_000;

/** Reads the sheets in the order they come and lays their rows into the staging tables, with every fault of a cell. */
export async function stageWorkbook(
  tx: Tx,
  sheets: Iterable<SourceSheet>,
  surroundings: RowSurroundings,
): Promise<StagedWorkbook> {
  for (const key of SHEET_KEYS) await tx.queryDynamic(createStageSql(key));
  const staged: StagedWorkbook = {
    problems: new ProblemList(PROBLEMS_KEPT),
    notices: new ProblemList(NOTICES_KEPT),
    rowCounts: eachSheet(() => 0),
  };
  const seen = new Set<string>();
  for (const sheet of sheets) {
    const name = headerText(sheet.name);
    const key = SHEET_KEYS.find((candidate) => SHEETS[candidate].name === name);
    const place = { sheet: name, row: 0, column: '', value: '' };
    if (name === GUIDE_SHEET || name === FAULTS_SHEET) continue;
    if (key === undefined) staged.notices.add(place, 'SHEET_UNKNOWN');
    else if (seen.has(name)) staged.problems.add(place, 'SHEET_TWICE');
    else await stageSheet(tx, key, sheet, staged, surroundings);
    if (key !== undefined) seen.add(name);
  }
  if (seen.size === 0) staged.problems.add({ sheet: '', row: 0, column: '', value: '' }, 'NO_KNOWN_SHEET');
  return staged;
}

async function stageSheet(
  tx: Tx,
  key: SheetKey,
  source: SourceSheet,
  staged: StagedWorkbook,
  surroundings: RowSurroundings,
): Promise<void> {
  const { problems, notices, rowCounts } = staged;
  const sheet = SHEETS[key];
  const required = new Set(sheet.columns.filter((column) => column.required).map((column) => column.header));
  const writer = new StageWriter(tx, key);
  let header: SheetHeader | null | undefined;
  for await (const row of source.rows()) {
    if (header === undefined) {
      header = readHeader(sheet, row, problems, notices);
      if (header === null) return;
      continue;
    }
    const cells = filledCells(row, header ?? new Map());
    if (cells.size === 0) continue;
    const reading = new RowReading(sheet.name, row.number, cells, required, problems, notices);
    const values = ROW_MEANINGS[key](reading, surroundings);
    rowCounts[key] += 1;
    await writer.add(reading, values);
  }
  await writer.finish();
}

function filledCells(row: Row, header: SheetHeader): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [index, name] of header) {
    const cell = row.cells[index];
    if (cell !== undefined && !(cell.kind === 'text' && /^[\s\u200B\uFEFF]*$/.test(cell.text))) cells.set(name, cell);
  }
  return cells;
}
