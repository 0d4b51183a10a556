import { Injectable, type OnModuleInit } from '@nestjs/common';
import { readersOf } from '../../../machines/kernel/index.js';
import { type Notice, WorkflowRegistry } from '../../engine/index.js';
import { Clock, Db } from '../../platform/index.js';
import { Outgoing } from '../outgoing.js';
import { deliverNotice } from './deliver-notice.js';

/** Takes what the engine hands over; the relay runs it as a job, on the whole tree. */
@Injectable()
export class NoticeTaker implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly clock: Clock,
    private readonly outgoing: Outgoing,
  ) {}

  onModuleInit(): void {
    this.registry.takeNotices(async (notice) => void (await this.take(notice)));
  }

  /** @returns how many people were told now; 0 for a notice that was delivered before */
  take(notice: Notice): Promise<number> {
    const runtime = this.registry.all().find(({ definition }) => definition.name === notice.workflow);
    return deliverNotice(this.db, {
      notice,
      readers: runtime === undefined ? null : readersOf(runtime.definition),
      today: this.clock.today(),
      queue: (tx, told) => this.outgoing.queue(tx, told),
    });
  }
}
