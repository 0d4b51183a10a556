import type { Refusal } from './refusal.js';

// Two requests that cannot both be served in some order; the second may simply be sent again.
const RETRYABLE = new Set(['40001', '40P01', '55P03']);

// A character that no text of the database can hold, in plain text or within JSON: whatever came past the checks before.
const UNSTORABLE = new Set(['22021', '22P05']);

// 08 connection, 53 resources, 57P shutdown in progress; the others come from the network below.
const UNAVAILABLE = /^(08|53|57P0[123]$|ECONNREFUSED$|ECONNRESET$|EPIPE$)/;

/** Reads a database or network error that is nobody's fault in the program; nothing for all others. */
export function databaseRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && RETRYABLE.has(code)) return { code: 'TRY_AGAIN', params: {} };
  if (typeof code === 'string' && UNSTORABLE.has(code)) return { code: 'TEXT_NOT_STORABLE', params: {} };
  const lostInPool = /^Connection terminated|timeout exceeded when trying to connect/.test(error.message);
  if (lostInPool || (typeof code === 'string' && UNAVAILABLE.test(code))) {
    return { code: 'DATABASE_UNAVAILABLE', params: {} };
  }
  return undefined;
}
