import { Injectable } from '@nestjs/common';
import type { JsonObject } from '../../../machines/kernel/index.js';
import { type OutboxMessage, SignalCase } from '../../engine/index.js';
import { awaitsAnswerSince } from '../../gate/index.js';
import { Db } from '../../platform/index.js';

/** Opinions about a proposal that were asked for before the step that took it out of the way. */
const ASKED_BEFORE = `
  SELECT id FROM integrity_opinion
  WHERE proposal_id = $1 AND NOT done AND (context->>'proposalVersion')::int < $2 ORDER BY id`;

type Conclusion = { proposal: number; proposalVersion: number } & JsonObject;

/** What opinions and their proposal tell each other after the commit; twice is once. */
@Injectable()
export class TellProposal {
  constructor(
    private readonly db: Db,
    private readonly signals: SignalCase,
  ) {}

  /** The opinion concludes one of the proposal's four checks. A proposal that has gone on without it needs it no more. */
  async concluded(message: OutboxMessage): Promise<void> {
    const { proposal, proposalVersion, ...said } = message.params as Conclusion;
    if (!(await awaitsAnswerSince(this.db, proposal, proposalVersion))) return;
    const payload = { ...said, opinion: message.caseId };
    await this.signals.send(message, { workflow: 'proposal', caseId: proposal, type: 'OPINION_REPLIED', payload });
  }

  /** The proposal is withdrawn, decided against, or a draft again: nobody need answer about it. */
  async left(message: OutboxMessage): Promise<void> {
    const { rows } = await this.db.query<{ id: number }>('integrity-opinion.asked-before', ASKED_BEFORE, [
      message.caseId,
      message.version,
    ]);
    const payload = { because: message.params['because']! };
    for (const { id: caseId } of rows) {
      await this.signals.send(message, { workflow: 'integrity_opinion', caseId, type: 'PROPOSAL_LEFT', payload });
    }
  }
}
