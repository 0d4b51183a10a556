import { Injectable } from '@nestjs/common';
import type { CircularContext } from '../../../machines/circular/index.js';
import { Engine, type OutboxMessage, SignalCase, SignalRefusedError } from '../../engine/index.js';
import { Db } from '../../platform/index.js';

/** Whom a circular goes to: whoever answers for teams, save the department that issues it. */
const RECEIVING_KINDS = ['city-party-gov-department', 'city-other', 'county-level-area'];

/** What follows from a circular's steps in the units, after the commit; each unit a transaction of its own, twice is once. */
@Injectable()
export class CircularWork {
  constructor(
    private readonly db: Db,
    private readonly engine: Engine,
    private readonly signals: SignalCase,
  ) {}

  async sendCopies({ caseId: circular }: OutboxMessage): Promise<void> {
    const { documentNo } = await this.contextOf(circular);
    if (documentNo === null) throw new Error(`circular ${circular} goes out without a number`);
    const { rows } = await this.db.query<{ id: number }>(
      'circular.receiving-units',
      'SELECT id FROM unit WHERE kind = ANY ($1) ORDER BY code',
      [RECEIVING_KINDS],
    );
    for (const { id: unit } of rows) {
      const commandId = `circular-${circular}-unit-${unit}`;
      const payload = { circular, documentNo };
      const outcome = await this.engine.create({ workflow: 'circular_unit', unit, payload, commandId, caller: null });
      if (!outcome.ok) throw new SignalRefusedError(outcome.refusal);
    }
  }

  async closeCopies(message: OutboxMessage): Promise<void> {
    const { rows } = await this.db.query<{ id: number }>(
      'circular.open-copies',
      'SELECT id FROM circular_unit WHERE circular_id = $1 AND NOT done ORDER BY id',
      [message.caseId],
    );
    for (const { id: caseId } of rows) {
      await this.signals.send(message, { workflow: 'circular_unit', caseId, type: 'CLOSE', payload: {} });
    }
  }

  private async contextOf(circular: number): Promise<CircularContext> {
    const text = 'SELECT context FROM circular WHERE id = $1';
    const { rows } = await this.db.query<{ context: CircularContext }>('circular.context', text, [circular]);
    if (!rows[0]) throw new Error(`circular ${circular} has gone`);
    return rows[0].context;
  }
}
