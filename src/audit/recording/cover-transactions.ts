import type { Db, Tx } from '../../platform/index.js';
import { currentTrace, holdsRecord, recordAct } from '../../platform/audit/index.js';

/**
 * Gives every transaction that changes something for a request its record, as the last statement before the commit: no
 * room can forget it. A room that records by itself, with more to tell or in a statement it has anyway, is left alone.
 */
export function coverTransactions(db: Db): void {
  const transaction = db.transaction.bind(db);
  db.transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    transaction(async (tx) => {
      const result = await work(tx);
      await cover(tx);
      return result;
    });
}

async function cover(tx: Tx): Promise<void> {
  const trace = currentTrace();
  if (trace === undefined) return;
  if (!holdsRecord(tx)) {
    if (!(await hasChanged(tx))) return;
    await recordAct(tx, {});
  }
  trace.recorded += 1;
}

// A transaction gets its number with the first row it touches. Asked separately: a read-only one may not even name an INSERT.
async function hasChanged(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ changed: boolean }>(
    'audit-has-changed',
    'SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS changed',
  );
  return rows[0]?.changed === true;
}
