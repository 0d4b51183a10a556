import type { Cell, Row } from '../../platform/xlsx/index.js';
import type { SourceSheet } from './stage-workbook.js';
import { type HeaderOf, SHEET_KEYS, type SheetKey, SHEETS } from './sheets.js';

/** Rows of one sheet as a person would type them: texts by header; '' or absent is an empty cell. */
export type TypedRow<K extends SheetKey> = Readonly<Partial<Record<HeaderOf<K>, string>>>;

/** A workbook that was never a file. */
export type WorkbookRows = { readonly [K in SheetKey]?: Iterable<TypedRow<K>> };

/** The same sheets that a file would give, so that rows made in the program pass the same checks. */
export function sheetsOfRows(workbook: WorkbookRows): SourceSheet[] {
  return SHEET_KEYS.flatMap((key) => {
    const rows: Iterable<Readonly<Record<string, string | undefined>>> | undefined = workbook[key];
    if (rows === undefined) return [];
    const headers = SHEETS[key].columns.map((column) => column.header);
    return [{ name: SHEETS[key].name, rows: () => cellRows(headers, rows) }];
  });
}

function* cellRows(
  headers: readonly string[],
  rows: Iterable<Readonly<Record<string, string | undefined>>>,
): Generator<Row> {
  const cell = (text: string): Cell | undefined => (text === '' ? undefined : { kind: 'text', text });
  let number = 1;
  yield { number, cells: headers.map(cell) };
  for (const row of rows) {
    number += 1;
    yield { number, cells: headers.map((header) => cell(row[header] ?? '')) };
  }
}
