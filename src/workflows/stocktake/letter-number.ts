import type { Tx } from '../../platform/index.js';

/** The letter's number; a letter goes out without one until the room that keeps the series of numbers is there. */
export function assignLetterNumber(_tx: Tx, _year: number): Promise<string | null> {
  return Promise.resolve(null);
}
