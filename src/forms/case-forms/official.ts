import type { FormBlock } from '../../documents/index.js';

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
