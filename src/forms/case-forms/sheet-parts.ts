import type { FormBlock, FormCell, FormRow } from '../../documents/index.js';
import { BLANK_DAY } from './wording.js';

export const label = (text: string, more: Partial<FormCell> = {}): FormCell => ({ text, label: true, ...more });
export const value = (text: string | number, more: Partial<FormCell> = {}): FormCell => ({
  text: String(text),
  ...more,
});

export const heading = (text: string): FormBlock => ({ text, face: 'title', align: 'center' });

/** 填报单位（盖章） on the left, 填报时间 on the right. */
export const reportedBy = (unit: string, day: string): FormBlock => ({
  text: `填报单位（盖章）：${unit}                    填报时间：${day}`,
  points: 12,
});

/** A place for an opinion: who read it, who approved it, when. */
export function opinionRow(name: string, columns: number, signers: readonly string[], height = 30): FormRow {
  const foot = [
    ...(signers.length === 0 ? [] : [signers.map((signer) => `${signer}：              `).join('')]),
    BLANK_DAY,
  ];
  return { height, cells: [label(name), value('', { columns, foot })] };
}
