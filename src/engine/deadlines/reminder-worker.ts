import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { untraced } from '../../platform/audit/index.js';
import { Clock, Db, describeError, Liveness, Metrics, Readiness } from '../../platform/index.js';
import type { WakeQueue } from '../../platform/queue/index.js';
import { Heartbeat, STUCK_AFTER_SECONDS } from './heartbeat.js';
import { ReminderSweep } from './reminder-sweep.js';

const EVERY_MS = 60_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
/** Clocks of machines differ a little; woken too early, one would find nothing. */
const CUSHION_MS = 50;
/** A sweep that gives no sign of getting on for so long will not end: longer than any of its transactions may take. */
const HANGS_AFTER_MS = 10 * MINUTE_MS;
/** A long sweep shows that it is alive, but not with every batch. */
const BEAT_EVERY_MS = 15_000;

/**
 * The process's part in reminding: woken by a job at the next moment that matters, each morning, by a clock that has
 * jumped, and by a timer of its own every minute, so that nothing is missed when the store of jobs is away or has lost all
 * it knew. Not started by itself: whoever runs the product says which processes work.
 */
@Injectable()
export class ReminderWorker {
  private readonly logger = new Logger('reminders');
  private readonly heartbeat: Heartbeat;
  private timer: NodeJS.Timeout | undefined;
  private queue: WakeQueue | undefined;
  private running: Promise<void> | undefined;
  private wokenMeanwhile = false;
  private isStarted = false;
  /** When the sweep under way last got on. */
  private movedAt = 0;
  private beatAt = 0;
  private readonly besides: (() => Promise<unknown>)[] = [];
  /** When they were last begun; long ago once the clock has jumped, so that they are begun again. */
  private besidesAt = -Infinity;

  constructor(
    db: Db,
    private readonly reminders: ReminderSweep,
    private readonly clock: Clock,
    private readonly readiness: Readiness,
    private readonly liveness: Liveness,
    metrics: Metrics,
  ) {
    this.heartbeat = new Heartbeat(db, `worker-${randomUUID()}`);
    metrics.gauge('reminders_oldest_due_seconds', 'By how much the oldest reminder is overdue', () =>
      untraced(() => reminders.oldestDueSeconds()),
    );
    metrics.gauge('workers_alive', 'Processes that carry out jobs', () => untraced(() => this.heartbeat.alive()));
    metrics.gauge('workers_stuck', 'Processes that should carry out jobs and do not', () =>
      untraced(() => this.heartbeat.stuck()),
    );
  }

  /**
   * @param queue wakes it
   * @param everyMs how often to look without being woken
   */
  async start(queue: WakeQueue, everyMs = EVERY_MS): Promise<void> {
    this.isStarted = true;
    this.queue = queue;
    await this.heartbeat.begin();
    this.readiness.require('worker', async () => (await this.heartbeat.ageSeconds()) < STUCK_AFTER_SECONDS);
    this.liveness.watch('worker', () => this.isMoving());
    this.timer = setInterval(() => void this.wake(), everyMs);
    this.clock.onMoved(() => {
      this.besidesAt = -Infinity;
      void this.wake();
    });
    queue.listen(() => this.wake());
    // Not waited for: the store of jobs may be away, and the timer does the work then.
    void queue.scheduleMorning().catch((error: unknown) => this.report(error));
    void this.wake();
  }

  /** Adds something small to be looked at beside the sweeps, about once a minute. */
  alsoDo(task: () => Promise<unknown>): void {
    this.besides.push(task);
  }

  /** Lets the batch in hand end; the rest is left to others. */
  async stop(): Promise<void> {
    if (!this.isStarted) return;
    this.isStarted = false;
    clearInterval(this.timer);
    await this.running;
    await this.heartbeat.end().catch(() => undefined);
  }

  /** Sweeps now, or once more after the sweep under way. */
  private wake(): Promise<void> {
    if (!this.isStarted) return Promise.resolve();
    this.wokenMeanwhile = this.running !== undefined;
    this.running ??= untraced(() => this.work());
    return this.running;
  }

  private async work(): Promise<void> {
    this.movedAt = performance.now();
    try {
      const { fired, late, settled, next } = await this.reminders.sweep(() => this.goOn());
      if (fired + settled > 0) this.logger.log({ message: 'reminders handed out', fired, late, settled });
      await this.lookBeside();
      await this.heartbeat.beat();
      if (next !== null) void this.askFor(next);
    } catch (error) {
      // The database is away; the timer tries again, and readiness notices when that goes on.
      this.report(error);
    }
    this.running = undefined;
    if (this.wokenMeanwhile) void this.wake();
  }

  /** In a busy minute sweeps come every second; what is beside them does not change so fast. */
  private async lookBeside(): Promise<void> {
    const now = performance.now();
    if (now - this.besidesAt < EVERY_MS - SECOND_MS) return;
    this.besidesAt = now;
    for (const task of this.besides) await task();
  }

  /** Asked by the sweep before each batch. */
  private goOn(): boolean {
    this.movedAt = performance.now();
    if (this.movedAt - this.beatAt > BEAT_EVERY_MS) {
      this.beatAt = this.movedAt;
      void this.heartbeat.beat().catch(() => undefined);
    }
    return this.isStarted;
  }

  private isMoving(): boolean {
    return this.running === undefined || performance.now() - this.movedAt < HANGS_AFTER_MS;
  }

  private async askFor(next: Date): Promise<void> {
    // The next whole second: a job in hand was meant for an earlier one, so this is never taken for the same again.
    const second = Math.ceil(next.getTime() / SECOND_MS);
    const delay = second * SECOND_MS + CUSHION_MS - this.clock.now().getTime();
    await this.queue?.wakeIn(delay, second).catch(() => undefined);
  }

  private report(error: unknown): void {
    this.logger.error({ message: 'reminders could not be handed out', error: describeError(error) });
  }
}
