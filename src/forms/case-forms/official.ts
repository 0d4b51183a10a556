import type { Day } from '../../../machines/rules/index.js';
import type { FormBlock } from '../../documents/index.js';
import { BLANK_DAY, chineseDay } from './wording.js';

/** Characters of a mark that fit on one line in large letters. */
const SHORT_MARK = 12;

/** The head of an official document: mark in red, number, red line, title. @source GB/T 9704-2012 by handbook §3.5 */
export function officialHead(unit: string, documentNo: string | null, title: string): FormBlock[] {
  const mark = `${unit}文件`;
  return [
    { text: mark, face: 'title', align: 'center', red: true, points: mark.length <= SHORT_MARK ? 32 : 24 },
    { text: documentNo ?? '（未编号）', align: 'center', ruleBelow: true },
    { text: '', points: 16 },
    { text: title, face: 'title', align: 'center' },
  ];
}

/** Characters that stay free to the right of signature and date. @source GB/T 9704-2012 by handbook §3.5 */
const INSET = 4;

/** Who signs, and when; no day leaves its place. */
export const signature = (unit: string, day: Day | null): FormBlock[] => [
  { text: unit, align: 'right', gapAbove: true, inset: INSET },
  { text: day === null ? BLANK_DAY : chineseDay(day), align: 'right', inset: INSET },
];

/** 版记 of what has been issued; before that nothing was printed, and nobody copies itself in. */
export const imprintOf = (unit: string, day: Day | null, copies: string): FormBlock[] =>
  day === null || unit === copies ? [] : [{ imprint: { copies, printedBy: unit, printedOn: chineseDay(day) } }];
