import { Injectable } from '@nestjs/common';
import { mayRemindAt, nextSlot } from '../../../machines/rules/index.js';
import { asWorker, Db, type Tx } from '../../platform/index.js';
import { Relay } from '../outbox/relay.js';
import { SettingsService } from '../settings/settings.service.js';
import type { Surroundings } from '../types.js';
import { fireBatch } from './fire-reminders.js';
import { earliestWaiting } from './reminder.queries.js';
import { settleAll } from './settle-reminders.js';

export interface Sweep {
  fired: number;
  late: number;
  /** Deadlines whose reminders were computed again. */
  settled: number;
  /** When there will be something to do next; null when nothing waits. */
  next: Date | null;
}

const BATCH = 250;

/**
 * All there is to reminding: looks at the database and does what is due. Safe to call at any time, any number of times, in
 * any number of processes; whatever wakes it (a job, a timer, a restart) tells it nothing.
 */
@Injectable()
export class ReminderSweep {
  constructor(
    private readonly db: Db,
    private readonly settings: SettingsService,
    private readonly relay: Relay,
  ) {}

  /**
   * @param isWanted asked before each batch; false leaves the rest to the next sweep
   * @returns what was done, and when to come back
   */
  sweep(isWanted = (): boolean => true): Promise<Sweep> {
    return asWorker('reminders', () => this.sweepAll(isWanted));
  }

  private async sweepAll(isWanted: () => boolean): Promise<Sweep> {
    const settled = await settleAll(this.db, this.current, isWanted);
    const total = { fired: 0, late: 0 };
    while (isWanted() && (await this.mayRemind())) {
      const { fired, late, goesOn } = await fireBatch(this.db, this.current, BATCH);
      total.fired += fired;
      total.late += late;
      if (fired > 0) this.relay.poke();
      // Those left, if any, are in the hands of others.
      if (!goesOn) break;
    }
    return { ...total, settled, next: await this.nextMoment() };
  }

  /** @returns by how many seconds the oldest reminder is overdue; 0 outside the hours of reminding */
  oldestDueSeconds(): Promise<number> {
    return asWorker('reminders', () => this.oldestDue());
  }

  private async oldestDue(): Promise<number> {
    const earliest = await earliestWaiting(this.db);
    if (earliest === null || !(await this.mayRemind())) return 0;
    const { now } = await this.settings.current(this.db);
    return Math.max(0, (now.getTime() - earliest.getTime()) / 1000);
  }

  private readonly current = (tx: Tx): Promise<Surroundings> => this.settings.current(tx);

  private async mayRemind(): Promise<boolean> {
    const { calendar, policy, now } = await this.settings.current(this.db);
    return mayRemindAt(calendar, policy.reminders.hours, now.toISOString());
  }

  private async nextMoment(): Promise<Date | null> {
    const earliest = await earliestWaiting(this.db);
    if (earliest === null) return null;
    const { calendar, policy, now } = await this.settings.current(this.db);
    const from = earliest.getTime() > now.getTime() ? earliest : now;
    return new Date(nextSlot(calendar, policy.reminders.hours, from.toISOString()));
  }
}
