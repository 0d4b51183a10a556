import { PROBLEM_SENTENCES, type ProblemCode, type ProblemParams } from './problem-sentences.js';

/** One fault (or one remark) of a workbook, where a person finds it. */
export interface Problem {
  sheet: string;
  /** As the sheet counts; 0 when it concerns the whole sheet. */
  row: number;
  /** The header; '' when it concerns the whole row or sheet. */
  column: string;
  /** As the cell has it, resident ID numbers masked. */
  value: string;
  code: ProblemCode;
  message: string;
}

export type ProblemPlace = Pick<Problem, 'sheet' | 'row' | 'column' | 'value'>;

export function problem(place: ProblemPlace, code: ProblemCode, params: ProblemParams = {}): Problem {
  return { ...place, code, message: PROBLEM_SENTENCES[code](params) };
}

const LONGEST_VALUE = 100;

/** Keeps the first problems and counts all of them. */
export class ProblemList {
  readonly items: Problem[] = [];
  total = 0;

  constructor(private readonly kept: number) {}

  /** How many more are kept. */
  get room(): number {
    return this.kept - this.items.length;
  }

  add(place: ProblemPlace, code: ProblemCode, params: ProblemParams = {}): void {
    this.total += 1;
    if (this.items.length >= this.kept) return;
    const value = place.value.length > LONGEST_VALUE ? `${place.value.slice(0, LONGEST_VALUE)}…` : place.value;
    this.items.push(problem({ ...place, value }, code, params));
  }
}
