import { Client } from 'pg';
import type { Db } from '../../platform/index.js';

/** Partitions made ahead, besides the current month. A server that is off for longer makes them at its next start. */
const MONTHS_AHEAD = 3;

/** Time for which records are kept unless the installation asks for longer or less; never less than the law's six. */
export const KEEP_MONTHS = 36;

/** Makes the partitions of this month and the next ones where they are missing. */
export async function prepareMonths(db: Db): Promise<void> {
  await db.query('audit-prepare-months', 'SELECT audit_prepare_months($1)', [MONTHS_AHEAD]);
}

/**
 * Removes whole months of records whose time is over. Only the owner of the schema may.
 *
 * @param ownerUrl connection string of the role that owns the schema
 * @param keepMonths at least 6; the database refuses less
 * @returns the months removed, 'YYYY-MM-DD' of their first day
 */
export async function removeOldMonths(ownerUrl: string, keepMonths = KEEP_MONTHS): Promise<string[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ month: string }>('SELECT audit_remove_months($1)::text AS month', [
      keepMonths,
    ]);
    return rows.map(({ month }) => month);
  } finally {
    await owner.end();
  }
}
