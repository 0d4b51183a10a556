import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Counter } from 'prom-client';
import { untraced } from '../../platform/audit/index.js';
import { asWorker, Db, describeError, Metrics } from '../../platform/index.js';
import { OutgoingSweep } from './outgoing-sweep.js';

const EVERY_MS = 5_000;

/** The process's part in sending: looks every few seconds. Not started by itself: `main` says which processes work. */
@Injectable()
export class OutgoingWorker implements OnModuleDestroy {
  private readonly logger = new Logger('outgoing');
  private readonly tried: Counter<'outcome'>;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isStarted = false;

  constructor(
    private readonly db: Db,
    private readonly outgoing: OutgoingSweep,
    metrics: Metrics,
  ) {
    this.tried = new Counter({
      name: 'deliveries_tried_total',
      help: 'Messages to the outside that this process has tried to send',
      labelNames: ['outcome'],
      registers: [metrics.registry],
    });
    const gauge = (name: string, help: string, table: string, condition: string): void =>
      metrics.gauge(name, help, () => this.count(name, `${table} WHERE ${condition}`));
    gauge('deliveries_waiting', 'Messages to the outside that wait', 'delivery', `state IN ('waiting','sending')`);
    gauge(
      'deliveries_failed',
      'Messages to be tried again',
      'delivery',
      `state = 'waiting' AND last_error IS NOT NULL`,
    );
    gauge('deliveries_dead', 'Messages given up, for the administrator to look at', 'delivery', `state = 'dead'`);
    gauge('notices_unread', 'Notices nobody has read yet', 'notice', 'read_at IS NULL');
  }

  start(everyMs = EVERY_MS): void {
    if (this.isStarted) return;
    this.isStarted = true;
    this.timer = setInterval(() => this.wake(), everyMs);
    this.timer.unref();
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStarted = false;
    clearInterval(this.timer);
    await this.running;
  }

  private wake(): void {
    if (this.isStarted) this.running ??= untraced(() => this.work());
  }

  private async work(): Promise<void> {
    try {
      const { sent, failed } = await this.outgoing.sweep(() => this.isStarted);
      this.tried.inc({ outcome: 'sent' }, sent);
      this.tried.inc({ outcome: 'failed' }, failed);
    } catch (error) {
      // The database is away; the timer tries again.
      this.logger.error({ message: 'messages could not be sent', error: describeError(error) });
    }
    this.running = undefined;
  }

  private count(name: string, rows: string): Promise<number> {
    return asWorker('outgoing', () =>
      untraced(async () => {
        const text = `SELECT count(*)::int AS count FROM ${rows}`;
        const found = await this.db.query<{ count: number }>(`outgoing-${name}`, text);
        return found.rows[0]?.count ?? 0;
      }),
    );
  }
}
