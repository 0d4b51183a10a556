import { Injectable } from '@nestjs/common';
import type { JsonObject } from '../../../machines/kernel/index.js';
import { type OutboxMessage, SignalCase } from '../../engine/index.js';
import { awaitsAnswerSince } from '../../gate/index.js';
import { Db } from '../../platform/index.js';

/** Reports of a proposal that were drawn up before the step that took it out of the way. */
const REPORTED_BEFORE = `
  SELECT id FROM prior_report
  WHERE proposal_id = $1 AND NOT done AND (context->>'proposalVersion')::int < $2 ORDER BY id`;

type Reply = { proposal: number; proposalVersion: number } & JsonObject;

/** What a report and its proposal tell each other after the commit; twice is once. */
@Injectable()
export class TellProposal {
  constructor(
    private readonly db: Db,
    private readonly signals: SignalCase,
  ) {}

  /** What was approved no longer keeps the proposal from the meeting. A proposal that has gone needs no answer. */
  async replied(message: OutboxMessage): Promise<void> {
    const { proposal, proposalVersion, ...said } = message.params as Reply;
    if (!(await awaitsAnswerSince(this.db, proposal, proposalVersion))) return;
    const payload = { ...said, report: message.caseId };
    await this.signals.send(message, { workflow: 'proposal', caseId: proposal, type: 'PRIOR_REPORT_REPLIED', payload });
  }

  /** The proposal is withdrawn, decided against, or a draft again: what it will need is reported anew. */
  async left(message: OutboxMessage): Promise<void> {
    const { rows } = await this.db.query<{ id: number }>('prior-report.reported-before', REPORTED_BEFORE, [
      message.caseId,
      message.version,
    ]);
    const payload = { because: message.params['because']! };
    for (const { id: caseId } of rows) {
      await this.signals.send(message, { workflow: 'prior_report', caseId, type: 'PROPOSAL_LEFT', payload });
    }
  }
}
