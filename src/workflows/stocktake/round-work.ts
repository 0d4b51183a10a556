import { Injectable } from '@nestjs/common';
import type { RoundContext } from '../../../machines/stocktake/index.js';
import type { JsonObject } from '../../../machines/kernel/index.js';
import { Engine, type OutboxMessage, SignalCase, SignalRefusedError } from '../../engine/index.js';
import { Db } from '../../platform/index.js';
import { takeSnapshot } from './take-snapshot.js';

/**
 * Units that answer for themselves and what is below them, and get a letter: the department, the city's departments and
 * the banners, counties and districts.
 */
export const ANSWERING_KINDS = [
  'organization-department',
  'city-party-gov-department',
  'city-other',
  'county-level-area',
];

const BEFORE_COLLECTED = ['awaiting', 'confirmed', 'correctionRequested', 'corrected'];
const OPEN_LETTERS = ['letterIssued', 'received', 'replied'];

/**
 * What follows from a round's steps in the cases of its units, after the commit. Several units share a
 * transaction, and each piece of work may run twice: whoever has been reached before is passed over.
 */
@Injectable()
export class RoundWork {
  constructor(
    private readonly db: Db,
    private readonly engine: Engine,
    private readonly signals: SignalCase,
  ) {}

  /** Opens every unit's side of the round; then the round itself begins to collect. */
  async inviteUnits(message: OutboxMessage): Promise<void> {
    const { caseId: round } = message;
    const { quarter, referenceDay, periods } = await this.contextOf(round);
    const { rows } = await this.db.query<{ id: number }>(
      'stocktake.answering-units',
      'SELECT id FROM unit WHERE kind = ANY ($1) ORDER BY code',
      [ANSWERING_KINDS],
    );
    const payload: JsonObject = { round, quarter, referenceDay, periods };
    const requests = rows.map(({ id: unit }) => {
      return { unit, payload, commandId: `round-${round}-unit-${unit}`, caller: null };
    });
    for (const outcome of await this.engine.createTogether('stocktake_unit', requests)) {
      if (!outcome.ok) throw new SignalRefusedError(outcome.refusal);
    }
    await this.tellRound(message, 'UNITS_INVITED', { units: rows.length });
  }

  /** Ends the units' answers, then freezes the ledger: whatever a unit was told in time is in it. */
  async takeSnapshot(message: OutboxMessage): Promise<void> {
    await this.tellUnits(message, BEFORE_COLLECTED, 'COLLECTED');
    const { hash, revision } = await takeSnapshot(this.db, message.caseId, await this.contextOf(message.caseId));
    await this.tellRound(message, 'SNAPSHOT_TAKEN', { hash, revision });
  }

  /** One letter a unit, each numbered in the transaction that issues it. */
  async sendLetters(message: OutboxMessage): Promise<void> {
    const { endorsedBy } = await this.contextOf(message.caseId);
    await this.tellUnits(message, ['collected'], 'ISSUE_LETTER', { signer: endorsedBy[0] ?? null });
  }

  async closeUnits(message: OutboxMessage): Promise<void> {
    await this.tellUnits(message, OPEN_LETTERS, 'CLOSE');
  }

  private async tellUnits(
    message: OutboxMessage,
    states: string[],
    type: string,
    payload: JsonObject = {},
  ): Promise<void> {
    const { rows } = await this.db.query<{ id: number }>(
      'stocktake.sides-in-states',
      `SELECT side.id FROM stocktake_unit side JOIN unit ON unit.id = side.unit_id
       WHERE side.stocktake_id = $1 AND side.state_path = ANY ($2) ORDER BY unit.code`,
      [message.caseId, states],
    );
    const signals = rows.map(({ id: caseId }) => ({ caseId, type, payload }));
    await this.signals.sendToAll(message, 'stocktake_unit', signals);
  }

  private async tellRound(message: OutboxMessage, type: string, payload: JsonObject): Promise<void> {
    await this.signals.send(message, { workflow: 'stocktake', caseId: message.caseId, type, payload });
  }

  private async contextOf(round: number): Promise<RoundContext> {
    const text = 'SELECT context FROM stocktake WHERE id = $1';
    const { rows } = await this.db.query<{ context: RoundContext }>('stocktake.context', text, [round]);
    if (!rows[0]) throw new Error(`round ${round} has gone`);
    return rows[0].context;
  }
}
