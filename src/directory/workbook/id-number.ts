import { isValidDay, type Day, type Month, type Sex } from '../../../machines/rules/index.js';
import { maskMiddle } from '../../platform/crypto/index.js';
import { type CellRule, cellText, fault } from './cell-rule.js';
import { compactText } from './tidy-text.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const MASKED = /^\d{6}\*{8}\d{3}[\dX]$/;

/** A whole number, or the mask that an export shows in its place and that stands for "unchanged". */
export type IdNumberCell =
  { kind: 'whole'; number: string; sex: Sex; birthMonth: Month } | { kind: 'mask'; mask: string };

export const maskIdNumber = (text: string): string => maskMiddle(text, 6, 4);

/**
 * Reads a resident ID number (GB 11643-1999). The region is not judged: codes of merged places stay valid.
 *
 * @param today a birth after it cannot be
 */
export function idNumber(today: Day): CellRule<IdNumberCell> {
  return (cell) => {
    if (cell.kind === 'number') return fault(cell.text.length === 15 ? 'ID_15_DIGITS' : 'ID_AS_NUMBER');
    const number = compactText(cellText(cell)).toUpperCase();
    if (MASKED.test(number)) return { value: { kind: 'mask', mask: number } };
    if (/^\d{15}$/.test(number)) return fault('ID_15_DIGITS');
    if (number.length !== 18) return fault('ID_LENGTH');
    if (!/^\d{17}[\dX]$/.test(number)) return fault('ID_CHARACTERS');
    const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
    if (!isValidDay(birth) || birth > today || birth < '1900') return fault('ID_BIRTH_INVALID');
    if (number[17] !== checkCharacter(number)) return fault('ID_CHECKSUM');
    const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
    return { value: { kind: 'whole', number, sex, birthMonth: birth.slice(0, 7) } };
  };
}

function checkCharacter(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}
