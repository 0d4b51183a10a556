import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Day } from '../../../machines/rules/index.js';
import { quarterDue } from '../../../machines/stocktake/index.js';
import { Engine, SignalRefusedError } from '../../engine/index.js';
import { untraced } from '../../platform/audit/index.js';
import { asWorker, Clock, Db, describeError, Duties } from '../../platform/index.js';

const EVERY_MS = 60 * 60_000;

/** Opens the round of a quarter that has ended. Asking again, or in several processes at once, opens one. */
@Injectable()
export class OpenDueRounds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('stocktake');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Db,
    private readonly engine: Engine,
    private readonly clock: Clock,
    private readonly duties: Duties,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.duties.works) return;
    this.timer = setInterval(() => this.ask(), EVERY_MS);
    this.timer.unref();
    this.clock.onMoved(() => this.ask());
    this.ask();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /**
   * @param today the day to judge by
   * @returns the round of the quarter that is due; null when none is due, or the city has no organization department
   */
  openDueRounds(today: Day): Promise<number | null> {
    return asWorker('open-due-rounds', () => this.open(today));
  }

  private async open(today: Day): Promise<number | null> {
    const quarter = quarterDue(today);
    if (quarter === null) return null;
    const existing = await this.roundOf(quarter);
    if (existing !== null) return existing;
    const unit = await this.department();
    if (unit === null) return null;
    const command = {
      workflow: 'stocktake',
      unit,
      payload: { quarter },
      commandId: `quarter-${quarter}`,
      caller: null,
    };
    const outcome = await this.engine.create(command);
    if (outcome.ok) return outcome.result.id;
    // Somebody opened it by hand at the same moment.
    if (outcome.refusal.code === 'ROUND_EXISTS') return this.roundOf(quarter);
    throw new SignalRefusedError(outcome.refusal);
  }

  private ask(): void {
    this.running = untraced(() => this.openDueRounds(this.clock.today())).then(
      () => undefined,
      (error: unknown) => this.logger.error({ message: 'no round could be opened', error: describeError(error) }),
    );
  }

  private async roundOf(quarter: string): Promise<number | null> {
    const text = 'SELECT id FROM stocktake WHERE quarter = $1';
    const { rows } = await this.db.query<{ id: number }>('stocktake.of-quarter', text, [quarter]);
    return rows[0]?.id ?? null;
  }

  private async department(): Promise<number | null> {
    const text = `SELECT id FROM unit WHERE kind = 'organization-department' ORDER BY nlevel(path), id LIMIT 1`;
    const { rows } = await this.db.query<{ id: number }>('stocktake.department', text);
    return rows[0]?.id ?? null;
  }
}
