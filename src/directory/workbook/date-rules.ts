import { type Day, isValidDay, lastDayOf, type Month } from '../../../machines/rules/index.js';
import type { Cell } from '../../platform/xlsx/index.js';
import { type CellRule, cellText, fault, type Fault, plainNumber, type Reading } from './cell-rule.js';
import { compactText } from './tidy-text.js';

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2099;

// `1986.9` is not among the forms: a month without its zero may have lost one at the other end.
const MONTH_FORM = /^(\d{4})(?:[.\-/](\d{2})|(\d{2})|年(\d{1,2})月)$/;
const DAY_FORM = /^(\d{4})(?:([.\-/])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2})|年(\d{1,2})月(\d{1,2})日)$/;
const LOST_ZERO = /^(\d{4})\.\d{1,2}$/;

/** A month in any accepted form, `YYYY-MM`. */
export const month: CellRule<Month> = (cell) => {
  if (cell.kind === 'date') return yearsInRange(cell.day.slice(0, 7), 'MONTH_INVALID');
  const ambiguous = lostZero(cell);
  if (ambiguous) return { fault: ambiguous };
  const value = monthOfText(compactText(dateText(cell)));
  return value === null ? fault('MONTH_INVALID') : yearsInRange(value, 'MONTH_INVALID');
};

/** A day; a month alone stands for its first day. */
export const day: CellRule<Day> = dayRule((value) => `${value}-01`);

/** The day until which something is due; a month alone stands for its last day. */
export const dueDay: CellRule<Day> = dayRule(lastDayOf);

function dayRule(dayOfMonth: (value: Month) => Day): CellRule<Day> {
  return (cell) => {
    if (cell.kind === 'date') return yearsInRange(cell.day, 'DAY_INVALID');
    const ambiguous = lostZero(cell);
    if (ambiguous) return { fault: ambiguous };
    const text = compactText(dateText(cell));
    const value = monthOfText(text);
    const found = value === null ? dayOfText(text) : dayOfMonth(value);
    return found === null ? fault('DAY_INVALID') : yearsInRange(found, 'DAY_INVALID');
  };
}

/** 1986.1 and 1986.10 are one number: whoever typed a month as a number may have meant either. */
function lostZero(cell: Cell): Fault | null {
  const text = cell.kind === 'number' ? plainNumber(cell.text) : compactText(cellText(cell));
  const form = LOST_ZERO.exec(text);
  const isAmbiguous = form !== null && (cell.kind === 'number' || text.endsWith('.1'));
  return isAmbiguous ? { code: 'MONTH_AMBIGUOUS', params: { year: form[1] ?? '' } } : null;
}

function dateText(cell: Cell): string {
  return cell.kind === 'number' ? plainNumber(cell.text) : cellText(cell);
}

function monthOfText(text: string): Month | null {
  const form = MONTH_FORM.exec(text);
  if (!form) return null;
  const number = Number(form[2] ?? form[3] ?? form[4]);
  return number >= 1 && number <= 12 ? `${form[1]}-${twoDigits(number)}` : null;
}

function dayOfText(text: string): Day | null {
  const form = DAY_FORM.exec(text);
  if (!form) return null;
  const value = `${form[1]}-${twoDigits(Number(form[3] ?? form[5] ?? form[7]))}-${twoDigits(Number(form[4] ?? form[6] ?? form[8]))}`;
  return isValidDay(value) ? value : null;
}

function yearsInRange(value: string, code: 'MONTH_INVALID' | 'DAY_INVALID'): Reading<string> {
  const year = Number(value.slice(0, 4));
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR ? { value } : fault(code);
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
