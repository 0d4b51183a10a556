import type { CellRule } from './cell-rule.js';
import { cellText, fault, isInteger, plainNumber } from './cell-rule.js';
import { compactText, tidyText } from './tidy-text.js';

const LONGEST_CODE = 64;
const LONGEST_TEXT = 200;

/** Codes are text; a code of digits that was typed as a number is taken as its digits. */
export const code: CellRule<string> = (cell) => {
  if (cell.kind === 'number')
    return isInteger(plainNumber(cell.text)) ? { value: plainNumber(cell.text) } : fault('CODE_INVALID');
  const text = tidyText(cellText(cell).normalize('NFKC'));
  return cell.kind === 'text' && /^[^\s\p{C}]+$/u.test(text) && text.length <= LONGEST_CODE
    ? { value: text }
    : fault('CODE_INVALID');
};

export const text: CellRule<string> = (cell) => withinLength(tidyText(cellText(cell)));

export const textUpTo =
  (max: number): CellRule<string> =>
  (cell) =>
    withinLength(tidyText(cellText(cell)), max);

/** `王 明` is 王明: blanks are there for the look of a list. */
export const personName: CellRule<string> = (cell) => withinLength(tidyText(cellText(cell)).replaceAll(' ', ''));

/** One of a closed list, written as its label. */
export function oneOf<K extends string>(labels: Readonly<Record<K, string>>): CellRule<K> {
  const keys = Object.keys(labels) as K[];
  const byLabel = new Map(keys.map((key) => [labels[key], key]));
  return (cell) => {
    const key = byLabel.get(compactText(cellText(cell)));
    return key === undefined ? fault('LABEL_UNKNOWN', { allowed: [...byLabel.keys()].join('、') }) : { value: key };
  };
}

export const YES_NO = { yes: '是', no: '否' } as const;

const yesOrNo = oneOf(YES_NO);

export const yesNo: CellRule<boolean> = (cell) => {
  const reading = yesOrNo(cell);
  return 'fault' in reading ? reading : { value: reading.value === 'yes' };
};

export function integer(min: number, max: number): CellRule<number> {
  return (cell) => {
    const digits = cell.kind === 'number' && !cell.percent ? plainNumber(cell.text) : compactText(cellText(cell));
    const value = Number(digits);
    return isInteger(digits) && value >= min && value <= max ? { value } : fault('INTEGER_INVALID', { min, max });
  };
}

function withinLength(value: string, max = LONGEST_TEXT): ReturnType<CellRule<string>> {
  return value.length > max ? fault('TEXT_TOO_LONG', { max }) : { value };
}
