import { documentNumber } from '../../machines/rules/index.js';
import type { Tx } from '../platform/index.js';

/**
 * The next number of a series: without gaps, since it is given with the step that signs the letter off and taken back with
 * it. Whoever signs at the same time waits for the other's end.
 *
 * @param tx the transaction of the sign-off
 * @param series what stands before the year, e.g. 组函
 * @param year four digits
 * @returns as printed, e.g. 组函〔2026〕3号
 */
export async function assignNumber(tx: Tx, series: string, year: number): Promise<string> {
  const { rows } = await tx.query<{ number: number }>(
    'documents.assign-number',
    `INSERT INTO document_series (series, year, last_number) VALUES ($1, $2, 1)
     ON CONFLICT (series, year) DO UPDATE SET last_number = document_series.last_number + 1
     RETURNING last_number AS number`,
    [series, year],
  );
  return documentNumber(series, year, rows[0]!.number);
}
