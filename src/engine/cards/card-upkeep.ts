import { Injectable, Logger } from '@nestjs/common';
import { untraced } from '../../platform/audit/index.js';
import { asWorker, Clock, Db, describeError } from '../../platform/index.js';
import { WorkflowRegistry } from '../registry.js';
import { fillCards } from './fill-cards.js';

/** Makes the cards that are missing, beside the work of the day. */
@Injectable()
export class CardUpkeep {
  private readonly logger = new Logger('cards');
  private running: Promise<void> | undefined;
  private isWanted = true;

  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly clock: Clock,
  ) {}

  /** Returns at once; lists are complete when it is done. */
  start(): void {
    this.running ??= untraced(() => this.work());
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    await this.running;
  }

  /** @returns how many cards were made */
  fill(): Promise<number> {
    return asWorker('cards', () => fillCards(this.db, this.registry.all(), this.clock.today(), () => this.isWanted));
  }

  private async work(): Promise<void> {
    try {
      const made = await this.fill();
      if (made > 0) this.logger.log({ message: 'cards of cases made', made });
    } catch (error) {
      // Cards of cases that go on are made by their steps; the next start makes the rest.
      this.logger.error({ message: 'cards of cases could not be made', error: describeError(error) });
    }
  }
}
