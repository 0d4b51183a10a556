import type { Cell } from '../../platform/xlsx/index.js';
import { type CellRule, cellText, type Fault } from './cell-rule.js';
import { maskIdNumber } from './id-number.js';
import { type ProblemList } from './problem.js';
import type { ProblemCode, ProblemParams } from './problem-sentences.js';
import { compactText } from './tidy-text.js';

/** Written into an optional cell, it empties what is stored; a cell left blank keeps it. */
const CLEAR = '清空';

/** One row of a sheet on its way to the staging table: cells by header, and what they turned out to mean. */
export class RowReading {
  faulty = false;
  /** Staging columns that the row asks to empty. */
  readonly cleared: string[] = [];

  constructor(
    private readonly sheet: string,
    readonly number: number,
    private readonly cells: ReadonlyMap<string, Cell>,
    private readonly required: ReadonlySet<string>,
    private readonly problems: ProblemList,
    private readonly notices: ProblemList,
  ) {}

  cell(header: string): Cell | undefined {
    return this.cells.get(header);
  }

  /** The meaning of a cell; null when it is empty, to be emptied (`clears` names the columns), or faulty. */
  take<T>(header: string, rule: CellRule<T>, clears: readonly string[] = []): T | null {
    const cell = this.cells.get(header);
    if (cell === undefined) {
      if (this.required.has(header)) this.fault(header, 'REQUIRED_MISSING');
      return null;
    }
    if (clears.length > 0 && cell.kind === 'text' && compactText(cell.text) === CLEAR) {
      this.cleared.push(...clears);
      return null;
    }
    const reading = cell.kind === 'error' ? { fault: { code: 'CELL_ERROR' } satisfies Fault } : rule(cell);
    if ('value' in reading) return reading.value;
    this.fault(header, reading.fault.code, reading.fault.params);
    return null;
  }

  fault(header: string, code: ProblemCode, params?: ProblemParams): void {
    this.faulty = true;
    this.problems.add(this.place(header), code, params);
  }

  remark(header: string, code: ProblemCode, params?: ProblemParams): void {
    this.notices.add(this.place(header), code, params);
  }

  private place(header: string): { sheet: string; row: number; column: string; value: string } {
    const cell = this.cells.get(header);
    const text = cell === undefined ? '' : cellText(cell);
    const value = header === '身份证号' ? maskIdNumber(compactText(text)) : text;
    return { sheet: this.sheet, row: this.number, column: header, value };
  }
}
