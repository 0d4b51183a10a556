import type { Cell } from './cell.js';

/** What a cell is given: a text, or what another workbook had there; null and '' leave it empty. */
export type CellValue = string | null | Cell;

/** A note at one cell, which is marked as well. */
export interface CellNote {
  /** As the sheet counts, from 1. */
  row: number;
  /** From 0. */
  column: number;
  text: string;
}

/** A sheet to write: its columns, and its rows as they come. */
export interface SheetSpec {
  name: string;
  columns: ColumnSpec[];
  /** Values by column. Taken no faster than the file is written out. */
  rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>;
  /** Notes at cells, besides those of the columns; at most one a cell. */
  notes?: readonly CellNote[];
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
  /** On a printed sheet: numbers, months and short words stand in the middle. */
  centred?: boolean;
  /** Long texts wrap. */
  wrap?: boolean;
}
