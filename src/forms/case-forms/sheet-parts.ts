import type { FormBlock, FormCell, FormRow } from '../../documents/index.js';
import type { WrittenOpinion } from './case-facts.js';
import { BLANK_DAY, chineseDay } from './wording.js';

export const label = (text: string, more: Partial<FormCell> = {}): FormCell => ({ text, label: true, ...more });
export const value = (text: string | number, more: Partial<FormCell> = {}): FormCell => ({
  text: String(text),
  ...more,
});

export const heading = (text: string): FormBlock => ({ text, face: 'title', align: 'center' });

/** 填报单位（盖章） on the left, 填报时间 on the right. */
export const reportedBy = (unit: string, day: string): FormBlock => ({
  text: `填报单位（盖章）：${unit}`,
  right: `填报时间：${day}`,
});

/** A place for an opinion: who read it, who approved it, when. What the case knows is filled in; signatures stay by hand. */
export function opinionRow(
  name: string,
  columns: number,
  signers: readonly string[],
  { height = 30, opinion = null }: { height?: number; opinion?: WrittenOpinion | null } = {},
): FormRow {
  const [first, ...others] = signers;
  const named = first === undefined ? [] : [`${first}：${opinion?.by || '              '}`, ...others.map(blankFor)];
  const foot = [
    ...(named.length === 0 ? [] : [named.join('    ')]),
    opinion === null ? BLANK_DAY : chineseDay(opinion.on),
  ];
  return { height, cells: [label(name), value(opinion?.text ?? '', { columns, foot, align: 'left' })] };
}

const blankFor = (signer: string): string => `${signer}：              `;
