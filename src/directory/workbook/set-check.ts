import type { ProblemCode } from './problem-sentences.js';
import type { SheetKey } from './sheets.js';

/** Finds faults that show only when rows are seen together: yields row_no, value and params. */
export interface SetCheck {
  sheet: SheetKey;
  column: string;
  code: ProblemCode;
  sql: string;
}
