import type { Queue, Worker } from 'bullmq';
import { Logger } from '@nestjs/common';
import type { QueueStore } from './queue-store.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ANSWER_MS = 2_000;
const ONCE = { removeOnComplete: true, removeOnFail: true };

/** Jobs of one queue; nulls while the store of jobs cannot be asked. */
export interface QueueDepth {
  name: string;
  waiting: number | null;
  active: number | null;
  delayed: number | null;
  failed: number | null;
}

/**
 * Wakes workers: now, at a moment asked for, and once each morning. A job carries nothing and decides nothing; whoever is
 * woken looks at the database. So a job that comes twice, late, out of order or never does no harm.
 */
export class WakeQueue {
  private readonly logger = new Logger('queue');
  private readonly queue: Queue;
  private worker: Worker | undefined;
  private isBroken = false;
  private calling: Promise<void> | undefined;
  private calledMeanwhile = false;

  constructor(
    private readonly store: QueueStore,
    readonly name: string,
  ) {
    this.queue = store.queue(name);
    this.queue.on('error', this.onError);
  }

  /** Begins to be woken. @param wake waits for no job after it; its failure is its own affair */
  listen(wake: () => Promise<void>): void {
    this.worker = this.store.worker(this.name, wake);
    this.worker.on('error', this.onError);
  }

  /** The sweep of the handbook; lost with the store, so asked for again at each start. */
  async scheduleMorning(): Promise<void> {
    await this.queue.upsertJobScheduler(
      'morning',
      { pattern: '30 8 * * *', tz: 'Asia/Shanghai' },
      { name: this.name, opts: ONCE },
    );
  }

  /**
   * Asks to be woken; asked twice for the same second it is one job.
   *
   * @param delayMs from now
   * @param second the second it is meant for, in seconds since 1970: part of the job's name
   */
  async wakeIn(delayMs: number, second: number): Promise<void> {
    // What lies further off is asked for again by a later sweep.
    if (delayMs > HOUR_MS) return;
    await this.queue.add(this.name, {}, { ...ONCE, jobId: `wake-${second}`, delay: Math.max(0, delayMs) });
  }

  /** Wakes one worker now. Returns at once; calls that meet become one, and a store that is away is not waited for. */
  call(): void {
    this.calledMeanwhile = this.calling !== undefined;
    this.calling ??= this.addCall().finally(() => {
      this.calling = undefined;
      if (this.calledMeanwhile) this.call();
    });
  }

  /** @returns how many jobs there are; the store of jobs may be away, and nobody waits for it long */
  async depth(): Promise<QueueDepth> {
    const { name } = this;
    try {
      const counts = await within(ANSWER_MS, this.queue.getJobCounts('wait', 'active', 'delayed', 'failed'));
      const { wait = 0, active = 0, delayed = 0, failed = 0 } = counts;
      return { name, waiting: wait, active, delayed, failed };
    } catch {
      return { name, waiting: null, active: null, delayed: null, failed: null };
    }
  }

  /** Lets the job in hand end. The store stays open: others use it too. */
  async close(): Promise<void> {
    await this.worker?.close();
    await this.queue.close();
  }

  private async addCall(): Promise<void> {
    try {
      await within(ANSWER_MS, this.queue.add(this.name, {}, { ...ONCE, jobId: 'call' }));
    } catch (error) {
      this.onError(error as Error);
    }
  }

  /** A store that is away says so once, not at every attempt to reach it. */
  private readonly onError = (error: Error): void => {
    if (this.isBroken) return;
    this.isBroken = true;
    setTimeout(() => (this.isBroken = false), MINUTE_MS).unref();
    this.logger.warn({ message: 'job store cannot be reached', error: error.name });
  };
}

/** A Redis that is away is waited for without end by the library; whoever asks here is not kept. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ms);
  });
  // Given up here, it may still fail later, and nobody listens then.
  work.catch(() => undefined);
  return Promise.race([work, silence]).finally(() => clearTimeout(timer));
}
