import { Injectable, type OnModuleInit } from '@nestjs/common';
import { untraced } from '../../platform/audit/index.js';
import { asSystem, Clock, Db, Metrics } from '../../platform/index.js';
import { workersAtWork } from '../deadlines/heartbeat.js';
import { ReminderSweep } from '../deadlines/reminder-sweep.js';
import { CalendarService } from '../settings/calendar.service.js';
import { Jobs } from '../work/jobs.js';
import { outboxBacklog, type OutboxBacklog, waitingReminders } from './backlog.queries.js';
import type { OperationsView } from './operations.dto.js';

/** How the product is doing, as a page for the administrator and as numbers for the monitoring. */
@Injectable()
export class OperationsService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly reminders: ReminderSweep,
    private readonly calendar: CalendarService,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const backlog = (): Promise<OutboxBacklog> => untraced(() => this.outbox());
    this.metrics.gauge('outbox_waiting', 'Consequences of steps that are not carried out yet', async () => {
      return (await backlog()).waiting;
    });
    this.metrics.gauge('outbox_oldest_seconds', 'For how long the oldest of them has been waiting', async () => {
      return (await backlog()).oldestSeconds;
    });
    this.metrics.gauge('outbox_dead', 'Consequences given up, each for a person to look at', async () => {
      return (await backlog()).dead;
    });
  }

  async read(): Promise<OperationsView> {
    const [queues, workers, oldestDueSeconds, waiting, outbox, { coverageUntil, coveredDays }] = await Promise.all([
      this.jobs.depths(),
      workersAtWork(this.db),
      this.reminders.oldestDueSeconds(),
      asSystem('engine.operations', () => waitingReminders(this.db)),
      this.outbox(),
      this.calendar.state(),
    ]);
    return {
      queues,
      workers: workers.map(({ id, startedAt, sweptAt, stuck }) => {
        return { id, startedAt: startedAt.toISOString(), lastSweepAt: sweptAt?.toISOString() ?? null, stuck };
      }),
      reminders: { oldestDueSeconds, waiting },
      outbox,
      calendar: { coverageUntil, daysLeft: coveredDays },
    };
  }

  /** Of every unit, and nothing but how many. */
  private outbox(): Promise<OutboxBacklog> {
    return asSystem('engine.operations', () => outboxBacklog(this.db, this.clock.now()));
  }
}
