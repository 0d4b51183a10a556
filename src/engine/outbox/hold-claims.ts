import type { Db } from '../../platform/index.js';
import { keepClaims } from './outbox.queries.js';

/** Well within the lease, so that one renewal may fail. */
const RENEW_MS = 20_000;

/**
 * Does a piece of work while nobody else takes these messages up, however long it lasts. Whoever dies holds nothing.
 *
 * @param db the database
 * @param ids the claimed messages: the one in hand and those that wait behind it
 * @param work what may take long
 */
export async function whileHolding<T>(db: Db, ids: readonly number[], work: () => Promise<T>): Promise<T> {
  // The database may be away: then the lease runs out, and the message is tried again as after any failure.
  const renewing = setInterval(() => void keepClaims(db, ids).catch(() => undefined), RENEW_MS).unref();
  try {
    return await work();
  } finally {
    clearInterval(renewing);
  }
}
