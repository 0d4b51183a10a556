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

/** Tells every server process, when the transaction commits; what concerns people alone is told together. */
export async function tellLive(tx: Tx, signals: readonly LiveSignal[]): Promise<void> {
  const alone = {
    moved: null,
    users: [...new Set(signals.filter(({ moved }) => moved === null).flatMap(({ users }) => users))],
  };
  const payloads = [...signals.filter(({ moved }) => moved !== null), alone].flatMap(payloadsOf);
  if (payloads.length === 0) return;
  await tx.query('live-tell', 'SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [
    LIVE_CHANNEL,
    payloads,
  ]);
}

function payloadsOf({ moved, users }: LiveSignal): string[] {
  const parts =
    moved === null ? Math.ceil(users.length / MOST_USERS) : Math.max(1, Math.ceil(users.length / MOST_USERS));
  return Array.from({ length: parts }, (_, part) =>
    JSON.stringify({ moved, users: users.slice(part * MOST_USERS, (part + 1) * MOST_USERS) }),
  );
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
