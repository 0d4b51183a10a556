import { columnLetters } from './cell.js';
import { escapeText, escapeXml } from './escaped-text.js';
import { FIT_TO_PAGE, pageXml, rowHeight } from './page-xml.js';
import type { ColumnSpec, PageSpec, SheetSpec } from './sheet-spec.js';
import { STYLE } from './style-sheet.js';

/** Drop-downs reach as far as anyone fills in. */
const LAST_CHOICE_ROW = 200_000;
const PIECE_CHARS = 64 * 1024;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The XML of one sheet in pieces. Every value is a text cell: a text is never taken for a formula. @returns its last row */
export async function* sheetXml(sheet: SheetSpec, hasNotes: boolean): AsyncGenerator<string, number> {
  const { columns, page } = sheet;
  const first = headerRowOf(sheet);
  const header = columns.map((column, index) => textCell(column.header, index, first, headerStyle(column, page)));
  let piece =
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    `${page ? FIT_TO_PAGE : ''}<sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${first}" topLeftCell="A${first + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.map(columnXml).join('')}</cols>` +
    `<sheetData>${titleRows(sheet)}<row r="${first}"${page ? ' ht="36" customHeight="1"' : ''}>${header.join('')}</row>`;
  let number = first;
  for await (const row of sheet.rows) {
    number += 1;
    piece += rowXml(row, number, sheet);
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

/** Below the titles, where there are any. */
export const headerRowOf = ({ page }: SheetSpec): number => (page?.titles.length ?? 0) + 1;

function headerStyle({ required }: ColumnSpec, page: PageSpec | undefined): number {
  if (page) return STYLE.printedHeader;
  return required ? STYLE.requiredHeader : STYLE.header;
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

function rowXml(row: readonly (string | null)[], number: number, { columns, page }: SheetSpec): string {
  let cells = '';
  // On paper an empty cell has its frame like any other.
  for (const [index, text] of row.entries()) {
    if (text !== null && text !== '') cells += textCell(text, index, number, bodyStyle(text, columns[index], page));
    else if (page) cells += `<c r="${columnLetters(index)}${number}" s="${STYLE.printedText}"/>`;
  }
  const widths = columns.map(({ width }) => width);
  const height = page ? ` ht="${rowHeight(row, widths)}" customHeight="1"` : '';
  return `<row r="${number}"${height}>${cells}</row>`;
}

/** A text that a spreadsheet would read as a formula when typed is marked as quoted, so that editing keeps it a text. */
function bodyStyle(text: string, column: ColumnSpec | undefined, page: PageSpec | undefined): number {
  const isFormula = /^[=+\-@\t\r]/.test(text);
  if (page) return isFormula ? STYLE.printedQuotedText : STYLE.printedText;
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
