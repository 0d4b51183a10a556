import { type Cell, columnLetters, serialOfDay } from './cell.js';
import { escapeText, escapeXml } from './escaped-text.js';
import { FIT_TO_PAGE, pageXml, rowHeight } from './page-xml.js';
import type { CellValue, ColumnSpec, PageSpec, SheetSpec } from './sheet-spec.js';
import { STYLE } from './style-sheet.js';

/** Drop-downs reach as far as anyone fills in. */
const LAST_CHOICE_ROW = 200_000;
/** Before it, workbooks count a day that never was. */
const FIRST_SERIAL_DAY = '1900-03-01';
const PIECE_CHARS = 64 * 1024;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * The XML of one sheet in pieces. A text is a text cell, never taken for a formula; what another workbook had keeps its kind.
 *
 * @returns its last row
 */
export async function* sheetXml(sheet: SheetSpec, hasNotes: boolean): AsyncGenerator<string, number> {
  const { columns, page } = sheet;
  const first = headerRowOf(sheet);
  const marked = new Set((sheet.notes ?? []).map(({ row, column }) => placeOf(row, column)));
  const header = columns.map((column, index) => {
    const style = marked.has(placeOf(first, index)) ? STYLE.markedText : headerStyle(column, page);
    return textCell(column.header, index, first, style);
  });
  let piece =
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    `${page ? FIT_TO_PAGE : ''}<sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${first}" topLeftCell="A${first + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.map(columnXml).join('')}</cols>` +
    `<sheetData>${titleRows(sheet)}<row r="${first}"${page ? ' ht="36" customHeight="1"' : ''}>${header.join('')}</row>`;
  let number = first;
  for await (const row of sheet.rows) {
    number += 1;
    piece += rowXml(row, number, sheet, marked);
    if (piece.length > PIECE_CHARS) {
      yield piece;
      piece = '';
    }
  }
  const notes = hasNotes ? '<legacyDrawing r:id="rId1"/>' : '';
  const printing = page ? pageXml(page) : '';
  yield `${piece}</sheetData>${mergesXml(sheet)}${choicesXml(columns)}${printing}${notes}</worksheet>`;
  return number;
}

const placeOf = (row: number, column: number): string => `${row}/${column}`;

/** Below the titles, where there are any. */
export const headerRowOf = ({ page }: SheetSpec): number => (page?.titles.length ?? 0) + 1;

function headerStyle({ required }: ColumnSpec, page: PageSpec | undefined): number {
  if (required) return STYLE.requiredHeader;
  return page ? STYLE.printedHeader : STYLE.header;
}

function titleRows({ page }: SheetSpec): string {
  return (page?.titles ?? [])
    .map((title, index) => {
      const isTitle = index === 0;
      const cell = textCell(title, 0, index + 1, isTitle ? STYLE.title : STYLE.subtitle);
      return `<row r="${index + 1}" ht="${isTitle ? 34 : 20}" customHeight="1">${cell}</row>`;
    })
    .join('');
}

function mergesXml({ page, columns }: SheetSpec): string {
  const titles = page?.titles ?? [];
  if (titles.length === 0 || columns.length < 2) return '';
  const last = columnLetters(columns.length - 1);
  const merges = titles.map((_, index) => `<mergeCell ref="A${index + 1}:${last}${index + 1}"/>`);
  return `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
}

function rowXml(
  row: readonly CellValue[],
  number: number,
  { columns, page }: SheetSpec,
  marked: ReadonlySet<string>,
): string {
  let cells = '';
  // On paper an empty cell has its frame like any other, and a cell that misses something its mark.
  const length = marked.size === 0 ? row.length : Math.max(row.length, columns.length);
  for (let index = 0; index < length; index += 1) {
    const value = row[index] ?? '';
    const isMarked = marked.has(placeOf(number, index));
    if (typeof value !== 'string') cells += keptCell(value, index, number, isMarked);
    else if (value !== '')
      cells += textCell(value, index, number, isMarked ? STYLE.markedText : bodyStyle(value, columns[index], page));
    else if (isMarked || page) cells += emptyCell(index, number, isMarked ? STYLE.markedText : STYLE.printedText);
  }
  const widths = columns.map(({ width }) => width);
  const texts = row.map((value) => (typeof value === 'string' ? value : null));
  const height = page ? ` ht="${rowHeight(texts, widths)}" customHeight="1"` : '';
  return `<row r="${number}"${height}>${cells}</row>`;
}

const emptyCell = (column: number, row: number, style: number): string =>
  `<c r="${columnLetters(column)}${row}" s="${style}"/>`;

/** A cell as another workbook had it: a number stays a number, so that what was ambiguous there is so here. */
function keptCell(cell: Cell, column: number, row: number, isMarked: boolean): string {
  const at = `<c r="${columnLetters(column)}${row}"`;
  if (cell.kind === 'number') {
    const style = cell.percent ? STYLE.percent : STYLE.number;
    const marked = cell.percent ? STYLE.markedPercent : STYLE.markedNumber;
    return `${at} s="${isMarked ? marked : style}"><v>${escapeXml(cell.text)}</v></c>`;
  }
  if (cell.kind === 'date' && cell.day >= FIRST_SERIAL_DAY) {
    return `${at} s="${isMarked ? STYLE.markedDay : STYLE.day}"><v>${serialOfDay(cell.day)}</v></c>`;
  }
  const style = isMarked ? STYLE.markedText : STYLE.text;
  if (cell.kind === 'boolean') return `${at} s="${style}" t="b"><v>${cell.value ? 1 : 0}</v></c>`;
  if (cell.kind === 'error') return `${at} s="${style}" t="e"><v>${escapeXml(cell.text)}</v></c>`;
  const text = cell.kind === 'date' ? cell.day : cell.text;
  return textCell(text, column, row, isMarked ? STYLE.markedText : bodyStyle(text, undefined, undefined));
}

/** A text that a spreadsheet would read as a formula when typed is marked as quoted, so that editing keeps it a text. */
function bodyStyle(text: string, column: ColumnSpec | undefined, page: PageSpec | undefined): number {
  const isFormula = /^[=+\-@\t\r]/.test(text);
  if (page) return isFormula ? STYLE.printedQuotedText : column?.centred ? STYLE.printedCentredText : STYLE.printedText;
  if (isFormula) return STYLE.quotedText;
  return column?.wrap ? STYLE.wrappedText : STYLE.text;
}

function textCell(text: string, column: number, row: number, style: number): string {
  const content = `<is><t xml:space="preserve">${escapeText(text)}</t></is>`;
  return `<c r="${columnLetters(column)}${row}" s="${style}" t="inlineStr">${content}</c>`;
}

/** Whole columns are formatted as text: `1986.10` typed there keeps its last zero. */
function columnXml(column: ColumnSpec, index: number): string {
  const style = column.wrap ? STYLE.wrappedText : STYLE.text;
  return `<col min="${index + 1}" max="${index + 1}" width="${column.width}" style="${style}" customWidth="1"/>`;
}

function choicesXml(columns: ColumnSpec[]): string {
  const lists = columns.flatMap(({ choices }, index) => {
    if (!choices) return [];
    const letters = columnLetters(index);
    const range = `${letters}2:${letters}${LAST_CHOICE_ROW}`;
    const only = choices.only ? ' showErrorMessage="1"' : '';
    const list = escapeXml(`"${choices.values.join(',')}"`);
    return [
      `<dataValidation type="list" allowBlank="1"${only} sqref="${range}"><formula1>${list}</formula1></dataValidation>`,
    ];
  });
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}
