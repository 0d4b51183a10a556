import type { Tx } from '../../platform/index.js';

/** Channel of PostgreSQL on which the server processes tell each other what has changed. */
export const LIVE_CHANNEL = 'qingpei_live';

/** What has changed, in numbers alone: whoever listens reads the rest within the reach of whom it tells. */
export interface LiveSignal {
  /** The case that has moved on, if one has. */
  moved: { workflow: string; id: number; version: number; unitPath: string } | null;
  /** Whose inbox may count differently now. */
  users: readonly number[];
}

/** A payload has 8,000 bytes at most. */
const MOST_USERS = 500;

/** Tells every server process, when the transaction commits. */
export async function tellLive(tx: Tx, signal: LiveSignal): Promise<void> {
  const parts = Math.max(1, Math.ceil(signal.users.length / MOST_USERS));
  for (let part = 0; part < parts; part += 1) {
    const users = signal.users.slice(part * MOST_USERS, (part + 1) * MOST_USERS);
    await tx.query('live-tell', 'SELECT pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify({ ...signal, users })]);
  }
}

/** @returns what was told; null for anything that nobody of us has sent */
export function signalIn(payload: string): LiveSignal | null {
  try {
    const signal = JSON.parse(payload) as LiveSignal;
    return Array.isArray(signal.users) && typeof signal.moved === 'object' ? signal : null;
  } catch {
    return null;
  }
}
