import { Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { Duties, Metrics } from '../../platform/index.js';
import {
  openQueueStore,
  type QueueDepth,
  type QueueStore,
  type QueueStoreSettings,
  WakeQueue,
} from '../../platform/queue/index.js';
import { PassedDeadlines } from '../deadlines/passed-deadlines.js';
import { ReminderWorker } from '../deadlines/reminder-worker.js';
import { Relay } from '../outbox/relay.js';
import { CalendarAlert } from '../settings/calendar-alert.js';

/**
 * This process's part in the jobs: who works is woken by them, who only serves wakes others by them. Not started by itself:
 * whoever runs the product says where jobs are kept.
 */
@Injectable()
export class Jobs implements OnModuleDestroy, OnApplicationShutdown {
  private store: QueueStore | undefined;
  private queues: WakeQueue[] = [];

  constructor(
    private readonly duties: Duties,
    private readonly reminders: ReminderWorker,
    private readonly relay: Relay,
    private readonly calendar: CalendarAlert,
    private readonly passed: PassedDeadlines,
    private readonly metrics: Metrics,
  ) {}

  /** @param settings where jobs are kept */
  async start(settings: QueueStoreSettings): Promise<void> {
    this.store = await openQueueStore(settings, () => undefined);
    const reminders = new WakeQueue(this.store, 'reminders');
    const outbox = new WakeQueue(this.store, 'outbox');
    this.queues = [reminders, outbox];
    this.metrics.gauge('job_queue_depth', 'Jobs that wait or are in hand', () => this.depthOfAll());
    if (this.duties.works) {
      outbox.listen(async () => this.relay.poke());
      this.reminders.alsoDo(() => this.passed.run());
      this.reminders.alsoDo(() => this.calendar.check());
      await this.reminders.start(reminders);
    } else {
      this.relay.callOthers(() => outbox.call());
    }
  }

  /** @returns how many jobs each queue holds; none before the start */
  depths(): Promise<QueueDepth[]> {
    return Promise.all(this.queues.map((queue) => queue.depth()));
  }

  async onModuleDestroy(): Promise<void> {
    await this.reminders.stop();
    await Promise.all(this.queues.map((queue) => queue.close().catch(() => undefined)));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store?.close().catch(() => undefined);
  }

  /** Not a number while the store of jobs cannot be asked. */
  private async depthOfAll(): Promise<number> {
    const depths = await this.depths();
    return depths.reduce(
      (sum, { waiting, active, delayed }) => sum + (waiting ?? NaN) + (active ?? NaN) + (delayed ?? NaN),
      0,
    );
  }
}
