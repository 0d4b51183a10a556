/**
 * One cell as the file holds it. A number keeps its raw text, because 1986.1 and 1986.10 are different things to a reader
 * of months and the same number; formulas come as their cached value, merged cells as their top left one.
 */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; text: string; percent: boolean }
  | { kind: 'date'; day: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'error'; text: string };

export interface Row {
  /** As the sheet counts, from 1. */
  number: number;
  /** By column, from 0; a cell left empty is undefined. */
  cells: (Cell | undefined)[];
}

const DAY_MS = 86_400_000;
const LAST_SERIAL = 2_958_465;

/** The day of a serial number, `YYYY-MM-DD`, or null beyond the calendar of workbooks (1900–9999). */
export function dayOfSerial(serial: number, date1904: boolean): string | null {
  const whole = Math.floor(serial) + (date1904 ? 1462 : 0);
  if (!(whole >= 1 && whole <= LAST_SERIAL)) return null;
  // Serial 60 is 1900-02-29, a day that never was; before it every serial is one day short.
  const days = whole < 60 ? whole + 1 : whole;
  return new Date((days - 25_569) * DAY_MS).toISOString().slice(0, 10);
}

/** The serial number of a day between 1900-03-01 and 9999-12-31, as workbooks without the calendar of 1904 count. */
export const serialOfDay = (day: string): number => Date.parse(day) / DAY_MS + 25_569;

/** The column of a reference such as `AB12`, from 0; NaN when it is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const char of reference) {
    const value = char.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column === 0 || column > 16_384 ? Number.NaN : column - 1;
}

/** The letters of a column counted from 0. */
export function columnLetters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : columnLetters(Math.floor(column / 26) - 1) + rest;
}
