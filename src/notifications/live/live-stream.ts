import type { Request, Response } from 'express';
import type { Caller } from '../../engine/index.js';
import { seesUnit } from '../../platform/index.js';

/** A reader that takes nothing in is given up rather than stored for. */
const MOST_UNREAD_BYTES = 64 * 1024;

/** So long a browser waits before it asks again. */
const RETRY_MS = 3_000;

/** One open answer of server-sent events. */
export class LiveStream {
  constructor(
    /** Who listens, as of the last look. */
    public caller: Caller,
    readonly request: Request,
    private readonly response: Response,
  ) {}

  open(): void {
    this.response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // A proxy that collects answers before it passes them on would make a stream of none.
      'X-Accel-Buffering': 'no',
    });
    this.response.flushHeaders();
    this.write(`retry: ${RETRY_MS}\n\n`);
  }

  send(event: string, data: object): void {
    this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  beat(): void {
    this.write(': beat\n\n');
  }

  /** @param path of the unit of a case */
  sees(path: string): boolean {
    return seesUnit(this.caller, path);
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (this.response.writableLength > MOST_UNREAD_BYTES) this.response.destroy();
    else if (!this.response.writableEnded) this.response.write(text);
  }
}
