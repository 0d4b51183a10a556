import type { Tx } from '../../platform/index.js';

const PER_FETCH = 5_000;

/** The rows of a query in batches: however many there are, few are in memory at once. One at a time in a transaction. */
export async function* streamRows<T>(tx: Tx, text: string, values: readonly unknown[] = []): AsyncGenerator<T[]> {
  await tx.queryDynamic(`DECLARE audit_rows NO SCROLL CURSOR FOR ${text}`, values);
  for (;;) {
    const { rows } = await tx.queryDynamic<T>(`FETCH ${PER_FETCH} FROM audit_rows`);
    if (rows.length > 0) yield rows;
    if (rows.length < PER_FETCH) break;
  }
  await tx.queryDynamic('CLOSE audit_rows');
}
