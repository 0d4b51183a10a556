import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Caller } from '../../engine/index.js';
import { Visits } from '../../identity/index.js';
import { untraced } from '../../platform/audit/index.js';
import { Db, describeError, Listener, Metrics, refuse, visiblePaths, withScope } from '../../platform/index.js';
import { InboxService } from '../inbox/inbox.service.js';
import { LIVE_CHANNEL, signalIn } from './live-signal.js';
import { LiveStream } from './live-stream.js';

const BEAT_MS = 25_000;
/** Signals come in bursts; one answer serves them all. */
const GATHER_MS = 300;
const MOST_PER_USER = 8;

/**
 * The open streams of this server process. What any process has committed is heard over PostgreSQL; what is told is read
 * again within the reach of whom it is told to, as it is now: every beat looks whether the session still lives and which
 * grants it has.
 */
@Injectable()
export class LiveHub implements OnModuleDestroy {
  private readonly logger = new Logger('live');
  private readonly streams = new Set<LiveStream>();
  private readonly waiting = new Map<number, NodeJS.Timeout>();
  private readonly listener: Listener;
  private beat: NodeJS.Timeout | undefined;

  constructor(
    db: Db,
    metrics: Metrics,
    private readonly visits: Visits,
    private readonly inbox: InboxService,
  ) {
    metrics.gauge('live_streams', 'Open streams of server-sent events of this process', () => this.streams.size);
    this.listener = new Listener(db.dataSource, LIVE_CHANNEL, {
      heard: (payload) => this.heard(payload),
      missed: () => this.tellAll(),
      failed: (error) => this.logger.warn({ message: 'live signals are not heard', error: describeError(error) }),
    });
  }

  /**
   * Keeps the answer open, and begins with the counts as they are.
   * @refuses TOO_MANY_STREAMS - the user holds as many already
   */
  async open(caller: Caller, request: Request, response: Response): Promise<void> {
    const own = [...this.streams].filter((stream) => stream.caller.userId === caller.userId);
    if (own.length >= MOST_PER_USER) refuse('TOO_MANY_STREAMS', { most: MOST_PER_USER });
    const stream = new LiveStream(caller, request, response);
    this.streams.add(stream);
    response.once('close', () => void this.streams.delete(stream));
    this.beat ??= setInterval(() => void untraced(() => this.beatAll()), BEAT_MS).unref();
    await this.listener.start();
    stream.open();
    stream.send('inbox', { counts: await this.inbox.counts(caller) });
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.beat);
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const stream of this.streams) stream.end();
    await this.listener.stop();
  }

  private heard(payload: string): void {
    const signal = signalIn(payload);
    if (signal === null) return;
    const { moved, users } = signal;
    if (moved !== null) {
      const { workflow, id, version, unitPath } = moved;
      for (const stream of this.streams)
        if (stream.sees(unitPath)) stream.send('case', { plural: `${workflow}s`, id, version });
    }
    for (const user of users) this.tellSoon(user);
  }

  private tellAll(): void {
    for (const { caller } of this.streams) this.tellSoon(caller.userId);
  }

  private tellSoon(user: number): void {
    if (this.waiting.has(user) || this.streamsOf(user).length === 0) return;
    const timer = setTimeout(() => {
      this.waiting.delete(user);
      void untraced(() => this.tell(user));
    }, GATHER_MS);
    this.waiting.set(user, timer.unref());
  }

  private async tell(user: number): Promise<void> {
    for (const stream of this.streamsOf(user)) {
      const { caller } = stream;
      try {
        stream.send('inbox', { counts: await withScope(visiblePaths(caller), () => this.inbox.counts(caller)) });
      } catch (error) {
        // The database is away; the listener comes back with it and tells everybody.
        this.logger.warn({ message: 'counts could not be told', error: describeError(error) });
      }
    }
  }

  private async beatAll(): Promise<void> {
    for (const stream of this.streams) {
      stream.beat();
      try {
        const caller = await this.visits.whoStill(stream.request);
        if (caller === null || caller.grants.length === 0) stream.end();
        else stream.caller = caller;
      } catch (error) {
        this.logger.warn({ message: 'a session could not be looked at', error: describeError(error) });
      }
    }
  }

  private streamsOf(user: number): LiveStream[] {
    return [...this.streams].filter(({ caller }) => caller.userId === user);
  }
}
