import type { Cell } from '../../platform/xlsx/index.js';
import type { ProblemCode, ProblemParams } from './problem-sentences.js';

export interface Fault {
  code: ProblemCode;
  params?: ProblemParams;
}

/** What a cell means, or why it means nothing. */
export type Reading<T> = { value: T } | { fault: Fault };

/** Reads one cell that is not empty. */
export type CellRule<T = unknown> = (cell: Cell) => Reading<T>;

export const fault = (code: ProblemCode, params?: ProblemParams): { fault: Fault } => ({ fault: { code, params } });

/** The cell as a person sees it, for messages and for rules that take texts. */
export function cellText(cell: Cell): string {
  if (cell.kind === 'date') return cell.day.replaceAll('-', '.');
  if (cell.kind === 'boolean') return cell.value ? '是' : '否';
  if (cell.kind !== 'number') return cell.text;
  if (!cell.percent) return plainNumber(cell.text);
  // Twelve digits are more than anyone types, and fewer than the multiplication spoils.
  return `${Number((Number(cell.text) * 100).toPrecision(12))}%`;
}

/**
 * A number as it was typed. Files hold 0.07 as `7.0000000000000007E-2`; the shortest text of the same number is what a
 * person entered.
 */
export function plainNumber(raw: string): string {
  return /^-?\d+$/.test(raw) ? raw : String(Number(raw));
}

export const isInteger = (text: string): boolean => /^\d{1,15}$/.test(text);
