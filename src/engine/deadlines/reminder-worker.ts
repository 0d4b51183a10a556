import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { untraced } from '../../platform/audit/index.js';
import { Clock, Db, describeError, Metrics, Readiness } from '../../platform/index.js';
import { openQueueStore, type QueueStoreSettings, WakeQueue } from '../../platform/queue/index.js';
import { Heartbeat, STUCK_AFTER_SECONDS } from './heartbeat.js';
import { ReminderSweep } from './reminder-sweep.js';

const EVERY_MS = 60_000;
const MINUTE_MS = 60_000;

/**
 * The process's part in reminding: woken by a job at the next moment that matters, each morning, and by a timer of its own
 * every minute, so that nothing is missed when the store of jobs is away or has lost all it knew. Not started by itself:
 * `main` says which processes work.
 */
@Injectable()
export class ReminderWorker implements OnModuleDestroy {
  private readonly logger = new Logger('reminders');
  private readonly heartbeat: Heartbeat;
  private timer: NodeJS.Timeout | undefined;
  private queue: WakeQueue | undefined;
  private running: Promise<void> | undefined;
  private wokenMeanwhile = false;
  private isStarted = false;

  constructor(
    db: Db,
    private readonly reminders: ReminderSweep,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
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
   * @param store where jobs are kept
   * @param everyMs how often to look without being woken
   */
  async start(store: QueueStoreSettings, everyMs = EVERY_MS): Promise<void> {
    this.isStarted = true;
    await this.heartbeat.begin();
    this.readiness.require('worker', async () => (await this.heartbeat.ageSeconds()) < STUCK_AFTER_SECONDS);
    this.queue = new WakeQueue(await openQueueStore(store, () => undefined));
    const { queue } = this;
    this.metrics.gauge('job_queue_depth', 'Jobs that wait or are in hand', () => this.quietly(() => queue.depth()));
    this.timer = setInterval(() => void this.wake(), everyMs);
    // Neither waits for the store: it may be away, and the timer does the work then.
    void queue.listen(() => this.wake()).catch((error: unknown) => this.report(error));
    void this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    if (!this.isStarted) return;
    this.isStarted = false;
    clearInterval(this.timer);
    await this.running;
    await this.queue?.close().catch(() => undefined);
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
    try {
      const { fired, late, settled, next } = await this.reminders.sweep(() => this.isStarted);
      if (fired + settled > 0) this.logger.log({ message: 'reminders handed out', fired, late, settled });
      await this.heartbeat.beat();
      if (next !== null) void this.askFor(next);
    } catch (error) {
      // The database is away; the timer tries again, and readiness notices when that goes on.
      this.report(error);
    }
    this.running = undefined;
    if (this.wokenMeanwhile) void this.wake();
  }

  private async askFor(next: Date): Promise<void> {
    const delay = next.getTime() - this.clock.now().getTime();
    await this.quietly(async () => {
      await this.queue?.wakeIn(delay, Math.floor(next.getTime() / MINUTE_MS));
      return 0;
    });
  }

  private async quietly(ask: () => Promise<number>): Promise<number> {
    try {
      return await ask();
    } catch {
      return Number.NaN;
    }
  }

  private report(error: unknown): void {
    this.logger.error({ message: 'reminders could not be handed out', error: describeError(error) });
  }
}
