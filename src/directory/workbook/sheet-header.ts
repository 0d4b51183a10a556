import type { Row } from '../../platform/xlsx/index.js';
import { cellText } from './cell-rule.js';
import type { WorkbookSheet } from './column.js';
import type { ProblemList } from './problem.js';
import { headerText } from './tidy-text.js';

/** The header of each known column, by its position in the sheet; null when a required one is missing. */
export type SheetHeader = ReadonlyMap<number, string>;

/** Matches row 1 with the columns we know, in any order; unknown ones stay out with a remark. */
export function readHeader(
  sheet: WorkbookSheet,
  row: Row | undefined,
  problems: ProblemList,
  notices: ProblemList,
): SheetHeader | null {
  const header = new Map<number, string>();
  const known = new Set(sheet.columns.map((column) => column.header));
  const place = (column: string, rowNumber = 1) => ({ sheet: sheet.name, row: rowNumber, column, value: '' });
  let sound = true;
  for (const [index, cell] of (row?.number === 1 ? row.cells : []).entries()) {
    const name = cell === undefined ? '' : headerText(cellText(cell));
    if (name === '') continue;
    if (!known.has(name)) notices.add(place(name), 'COLUMN_UNKNOWN');
    else if ([...header.values()].includes(name)) {
      problems.add(place(name), 'COLUMN_TWICE');
      sound = false;
    } else header.set(index, name);
  }
  const found = new Set(header.values());
  for (const column of sheet.columns) {
    if (!column.required || found.has(column.header)) continue;
    problems.add(place(column.header), 'COLUMN_MISSING');
    sound = false;
  }
  return sound ? header : null;
}
