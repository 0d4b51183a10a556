import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AnyWorkflow, narrowReadersOf, readersOf, type Role } from '../../../machines/kernel/index.js';
import { type Notice, WorkflowRegistry } from '../../engine/index.js';
import { Clock, type Tx } from '../../platform/index.js';
import { Outgoing } from '../outgoing.js';
import { deliverNotices } from './deliver-notices.js';

/** Takes what the engine hands over; the relay runs it as a job, on the whole tree. */
@Injectable()
export class NoticeTaker implements OnModuleInit {
  constructor(
    private readonly registry: WorkflowRegistry,
    private readonly clock: Clock,
    private readonly outgoing: Outgoing,
  ) {}

  onModuleInit(): void {
    this.registry.takeNotices(async (tx, notices) => void (await this.take(tx, notices)));
  }

  /** @returns how many times somebody was told something now; 0 for notices that were delivered before */
  take(tx: Tx, notices: readonly Notice[]): Promise<number> {
    const runtimes = new Map(this.registry.all().map((runtime) => [runtime.definition.name, runtime]));
    const asked = notices.map((notice) => {
      const runtime = runtimes.get(notice.workflow);
      return {
        notice,
        readers: runtime === undefined ? null : toldOf(runtime.definition),
        arisesInMass: runtime?.definition.arisesInMass ?? false,
      };
    });
    return deliverNotices(tx, asked, {
      today: this.clock.today(),
      queue: (queueTx, told) => this.outgoing.queue(queueTx, told),
    });
  }
}

/** Whoever reads the case, or answers one question of it: a notice goes to those for whom it waits. */
const toldOf = (definition: AnyWorkflow): Role[] => [...readersOf(definition), ...narrowReadersOf(definition)];
