import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../../../src/platform/index.js';

export interface LiveEvent {
  event: string;
  data: Record<string, unknown>;
}

/** Reads server-sent events as a browser would, and keeps them all. */
export class LiveReader {
  readonly events: LiveEvent[] = [];
  isOver = false;
  private buffer = '';
  private readonly abort = new AbortController();

  private constructor(readonly status: number) {}

  /** @param origin of one server process @param token of a session */
  static async open(origin: string, token: string): Promise<LiveReader> {
    const abort = new AbortController();
    const response = await fetch(`${origin}/api/v1/live`, {
      headers: { cookie: `qingpei_session=${token}` },
      signal: abort.signal,
    });
    const reader = new LiveReader(response.status);
    abort.signal.throwIfAborted();
    reader.abort.signal.addEventListener('abort', () => abort.abort());
    if (response.status === 200 && response.body !== null) void reader.read(response.body);
    else await response.body?.cancel();
    return reader;
  }

  /** Waits for an event, those included that have come already. */
  async until(isWanted: (event: LiveEvent) => boolean): Promise<LiveEvent> {
    for (let look = 0; look < 1_000; look += 1) {
      const found = this.events.find(isWanted);
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`no such event among ${JSON.stringify(this.events)}`);
  }

  async untilOver(): Promise<void> {
    for (let look = 0; look < 1_000 && !this.isOver; look += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    if (!this.isOver) throw new Error('the stream goes on');
  }

  close(): void {
    this.abort.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) this.take(decoder.decode(chunk, { stream: true }));
    } catch {
      // Closed by this test.
    }
    this.isOver = true;
  }

  private take(text: string): void {
    this.buffer += text;
    const parts = this.buffer.split('\n\n');
    this.buffer = parts.pop() ?? '';
    for (const part of parts) {
      const event = /^event: (.*)$/m.exec(part)?.[1];
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (event !== undefined && data !== undefined)
        this.events.push({ event, data: JSON.parse(data) as LiveEvent['data'] });
    }
  }
}

/** A session of somebody, without a password. */
export async function openSession(db: Db, user: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.queryDynamic(
    `INSERT INTO session (token_hash, user_id, created_at, last_seen_at, expires_at)
     VALUES ($1, $2, now(), now(), now() + interval '1 hour')`,
    [createHash('sha256').update(token).digest(), user],
  );
  return token;
}
