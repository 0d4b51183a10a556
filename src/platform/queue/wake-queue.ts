import type { Queue, Worker } from 'bullmq';
import { Logger } from '@nestjs/common';
import type { QueueStore } from './queue-store.js';

const NAME = 'wake';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Wakes a worker: at a moment asked for, and once each morning. A job carries nothing and decides nothing; whoever is woken
 * looks at the database. So a job that comes twice, late, out of order or never does no harm.
 */
export class WakeQueue {
  private readonly logger = new Logger('queue');
  private readonly queue: Queue;
  private worker: Worker | undefined;
  private isBroken = false;

  constructor(private readonly store: QueueStore) {
    this.queue = store.queue(NAME);
    this.queue.on('error', this.onError);
  }

  /** Begins to be woken. @param wake waits for no job after it; its failure is its own affair */
  async listen(wake: () => Promise<void>): Promise<void> {
    this.worker = this.store.worker(NAME, wake);
    this.worker.on('error', this.onError);
    await this.scheduleMorning();
  }

  /** The sweep of the handbook; lost with the store, so asked for again at each sweep. */
  async scheduleMorning(): Promise<void> {
    await this.queue.upsertJobScheduler(
      'morning',
      { pattern: '30 8 * * *', tz: 'Asia/Shanghai' },
      { name: NAME, opts: { removeOnComplete: true, removeOnFail: true } },
    );
  }

  /**
   * Asks to be woken; asked twice for the same minute it is one job.
   *
   * @param delayMs from now
   * @param minute the minute it is meant for, in minutes since 1970: part of the job's name
   */
  async wakeIn(delayMs: number, minute: number): Promise<void> {
    // What lies further off is asked for again by a later sweep.
    if (delayMs > HOUR_MS) return;
    const options = {
      jobId: `wake-${minute}`,
      delay: Math.max(0, delayMs),
      removeOnComplete: true,
      removeOnFail: true,
    };
    await this.queue.add(NAME, {}, options);
  }

  /** @returns jobs that wait or are in hand */
  async depth(): Promise<number> {
    const counts = await this.queue.getJobCounts('wait', 'active', 'delayed');
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  /** Lets the job in hand end. */
  async close(): Promise<void> {
    await this.worker?.close();
    await this.queue.close();
    await this.store.close();
  }

  /** A store that is away says so once, not at every attempt to reach it. */
  private readonly onError = (error: Error): void => {
    if (this.isBroken) return;
    this.isBroken = true;
    setTimeout(() => (this.isBroken = false), MINUTE_MS).unref();
    this.logger.warn({ message: 'job store cannot be reached', error: error.name });
  };
}
