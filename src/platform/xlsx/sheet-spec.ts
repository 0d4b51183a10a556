/** A sheet to write: its columns, and its rows as they come. */
export interface SheetSpec {
  name: string;
  columns: ColumnSpec[];
  /** Texts by column; null and '' leave the cell empty. Taken no faster than the file is written out. */
  rows: AsyncIterable<readonly (string | null)[]> | Iterable<readonly (string | null)[]>;
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
