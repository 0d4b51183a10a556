import { columnLetters } from './cell.js';
import { escapeXml } from './escaped-text.js';
import type { PageSpec, SheetSpec } from './sheet-spec.js';

export const FIT_TO_PAGE = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const PAPER_SIZES = { A3: 8, A4: 9 };

/** How a sheet is printed: as wide as the paper and as long as it takes, pages counted. */
export function pageXml({ landscape, paper = 'A4' }: PageSpec): string {
  return (
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${PAPER_SIZES[paper]}" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>'
  );
}

const LINE_POINTS = 13.5;
/** What a cell keeps free at its sides, in characters. */
const PADDING = 1;

/**
 * How high a row must be for its longest cell, in points. Office suites do not measure wrapped text when they open a file.
 *
 * @param widths of the columns, in characters; one of Chinese takes two
 */
export function rowHeight(cells: readonly (string | null)[], widths: readonly number[]): number {
  const lines = cells.map((text, column) => {
    const room = Math.max(1, (widths[column] ?? 10) - PADDING);
    return (text ?? '').split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
  });
  return Math.min(MOST_POINTS, Math.max(1, ...lines) * LINE_POINTS + 3);
}

/** The highest row there is. */
const MOST_POINTS = 409;

/** In characters; one of Chinese takes two. */
export const textWidth = (line: string): number =>
  Array.from(line).reduce((sum, char) => sum + (char > '\u2E7F' ? 2 : 1), 0);

/** A sheet that goes to the printer, with where its header and its last row stand. */
export interface PrintedSheet {
  /** From 0, in the order of the workbook. */
  index: number;
  sheet: SheetSpec;
  headerRow: number;
  lastRow: number;
}

/** What is printed of each sheet, and which row is printed again on every page. */
export function definedNamesXml(printed: readonly PrintedSheet[]): string {
  if (printed.length === 0) return '';
  const names = printed.map(({ index, sheet, headerRow, lastRow }) => {
    const place = `'${escapeXml(sheet.name.replaceAll("'", "''"))}'`;
    const last = columnLetters(Math.max(0, sheet.columns.length - 1));
    return (
      `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${place}!$A$1:$${last}$${lastRow}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${place}!$${headerRow}:$${headerRow}</definedName>`
    );
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}
