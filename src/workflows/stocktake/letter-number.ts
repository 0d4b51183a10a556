import { assignNumber } from '../../documents/index.js';
import type { Tx } from '../../platform/index.js';

/** Letters of the department, one series a year. Assumption: the city's own prefix stands before it on paper. */
const SERIES = '组函';

/** The letter's number, given with the step that issues it. */
export function assignLetterNumber(tx: Tx, year: number): Promise<string> {
  return assignNumber(tx, SERIES, year);
}
