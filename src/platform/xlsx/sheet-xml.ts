import { columnLetters } from './cell.js';
import { escapeText, escapeXml } from './escaped-text.js';
import type { ColumnSpec, SheetSpec } from './sheet-spec.js';
import { STYLE } from './style-sheet.js';

/** Drop-downs reach as far as anyone fills in. */
const LAST_CHOICE_ROW = 200_000;
const PIECE_CHARS = 64 * 1024;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The XML of one sheet in pieces. Every value is a text cell: a text is never taken for a formula. */
export async function* sheetXml(sheet: SheetSpec, hasNotes: boolean): AsyncGenerator<string> {
  const header = sheet.columns.map((column, index) =>
    textCell(column.header, index, 1, column.required ? STYLE.requiredHeader : STYLE.header),
  );
  let piece =
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${sheet.columns.map(columnXml).join('')}</cols>` +
    `<sheetData><row r="1">${header.join('')}</row>`;
  let number = 1;
  for await (const row of sheet.rows) {
    number += 1;
    piece += rowXml(row, number, sheet.columns);
    if (piece.length > PIECE_CHARS) {
      yield piece;
      piece = '';
    }
  }
  const notes = hasNotes ? '<legacyDrawing r:id="rId1"/>' : '';
  yield `${piece}</sheetData>${choicesXml(sheet.columns)}${notes}</worksheet>`;
}

function rowXml(row: readonly (string | null)[], number: number, columns: ColumnSpec[]): string {
  let cells = '';
  for (const [index, text] of row.entries()) {
    if (text === null || text === '') continue;
    cells += textCell(text, index, number, bodyStyle(text, columns[index]));
  }
  return `<row r="${number}">${cells}</row>`;
}

/** A text that a spreadsheet would read as a formula when typed is marked as quoted, so that editing keeps it a text. */
function bodyStyle(text: string, column: ColumnSpec | undefined): number {
  if (/^[=+\-@\t\r]/.test(text)) return STYLE.quotedText;
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
