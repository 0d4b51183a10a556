import type { Row } from './cell.js';
import { type CellStyles, readCellStyles } from './cell-styles.js';
import { XLSX_LIMITS, type XlsxLimits } from './limits.js';
import { readSharedStrings, SharedStrings } from './shared-strings.js';
import { sheetRows } from './sheet-rows.js';
import { asUnreadable } from './unreadable-file.js';
import { readWorkbookParts } from './workbook-parts.js';
import { ZipArchive } from './zip-archive.js';

export interface XlsxSheet {
  name: string;
  hidden: boolean;
  /** Hidden rows and columns are read like any other. */
  rows: () => AsyncIterable<Row>;
}

export interface XlsxFile {
  /** In the order of the workbook. */
  sheets: XlsxSheet[];
  close: () => void;
}

/**
 * Opens a workbook on disk for reading sheet by sheet and row by row.
 *
 * @throws UnreadableFile when it is no workbook, broken, encrypted, carries macros or inflates beyond the limits; the
 * parts are inflated only while they are read, so `rows()` can throw it too
 */
export async function openXlsx(path: string, limits: XlsxLimits = XLSX_LIMITS): Promise<XlsxFile> {
  const zip = await ZipArchive.open(path, limits);
  try {
    const parts = await readWorkbookParts(zip);
    const styles: CellStyles = parts.stylesPath ? await readCellStyles(zip.read(parts.stylesPath)) : [];
    const strings = parts.sharedStringsPath
      ? await readSharedStrings(zip.read(parts.sharedStringsPath), limits.sharedStringBytes)
      : new SharedStrings(0);
    const reading = { strings, styles, date1904: parts.date1904 };
    const sheets = parts.sheets.map(({ name, hidden, path: part }) => ({
      name,
      hidden,
      rows: () => sheetRows(zip.read(part), reading),
    }));
    return { sheets, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw asUnreadable(error);
  }
}
