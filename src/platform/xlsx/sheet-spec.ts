/** A sheet to write: its columns, and its rows as they come. */
export interface SheetSpec {
  name: string;
  columns: ColumnSpec[];
  /** Texts by column; null and '' leave the cell empty. Taken no faster than the file is written out. */
  rows: AsyncIterable<readonly (string | null)[]> | Iterable<readonly (string | null)[]>;
  /** For a sheet that goes to the printer: all columns on one page, the header again on each. */
  page?: PageSpec;
}

export interface PageSpec {
  /** A4 unless said; long lists of many columns cannot be read on it. */
  paper?: 'A3' | 'A4';
  landscape: boolean;
  /** Lines above the header, each across all columns; the first is the title. */
  titles: readonly string[];
}

export interface ColumnSpec {
  header: string;
  /** In characters. */
  width: number;
  /** Shown with the stronger header style. */
  required?: boolean;
  /** Shown as a note at the header. */
  note?: string;
  /** Offered as a drop-down below the header. */
  choices?: { values: readonly string[]; /** Other values are turned away as well. */ only: boolean };
  /** Long texts wrap. */
  wrap?: boolean;
}
