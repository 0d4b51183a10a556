import { Injectable } from '@nestjs/common';
import { decisionsOf, type DecisionToRecord, type MeetingContext } from '../../../machines/meeting/index.js';
import type { JsonObject } from '../../../machines/kernel/index.js';
import type { DeliberationOutcome } from '../../../machines/rules/index.js';
import { type CommitOutcome, Engine, type OutboxMessage, SignalRefusedError } from '../../engine/index.js';
import { Db, sentenceOf } from '../../platform/index.js';

interface Answer {
  type: string;
  payload: JsonObject;
}

/** The meeting had let go of the proposal before it was told. */
const TOLD_TOO_LATE = ['NOT_ON_AGENDA', 'EVENT_NOT_ALLOWED'];

/** What follows from a meeting's steps in its proposals, and from theirs in it, after the commit; twice is once. */
@Injectable()
export class MeetingWork {
  constructor(
    private readonly db: Db,
    private readonly engine: Engine,
  ) {}

  /**
   * Records each decision in its proposal, one transaction each, and tells the meeting what became of it. A refusal is the
   * proposal's last word until somebody asks again; a fault leaves the message to be tried again.
   */
  async recordDecisions(message: OutboxMessage): Promise<void> {
    const { caseId: meeting } = message;
    for (const decision of decisionsOf(meeting, await this.contextOf(meeting))) {
      const { proposal } = decision;
      const outcome = await this.recordIn(meeting, decision);
      const answer: Answer = outcome.ok
        ? { type: 'DECISION_RECORDED', payload: { proposal, outcome: outcomeAt(outcome.result.statePath) } }
        : { type: 'DECISION_REFUSED', payload: { proposal, reason: sentenceOf(outcome.refusal) } };
      const told = await this.tell(meeting, answer, `outbox-${message.id}-of-${proposal}`);
      if (!told.ok) throw new SignalRefusedError(told.refusal);
    }
  }

  /** A proposal that no longer awaits the party group is off the agenda, unless the meeting itself has decided it. */
  async proposalLeft({ id, caseId: proposal, params }: OutboxMessage): Promise<void> {
    const { rows } = await this.db.query<{ meeting: number }>(
      'meeting.holding',
      `SELECT held.meeting_id AS meeting FROM meeting_item held JOIN meeting ON meeting.id = held.meeting_id
       WHERE held.proposal_id = $1 AND held.open AND meeting.state_path <> 'recording'`,
      [proposal],
    );
    const { by } = params as { by: string };
    const reason = `动议已“${by}”，不再处于讨论决定环节`;
    for (const { meeting } of rows) {
      const told = await this.tell(meeting, { type: 'PROPOSAL_LEFT', payload: { proposal, reason } }, `outbox-${id}`);
      if (!told.ok && !TOLD_TOO_LATE.includes(told.refusal.code)) throw new SignalRefusedError(told.refusal);
    }
  }

  /** One command id per meeting and proposal: however often it is sent, the proposal is decided once. */
  private recordIn(meeting: number, { proposal, payload }: DecisionToRecord): Promise<CommitOutcome> {
    const commandId = `meeting-${meeting}-decides-${proposal}`;
    const command = { type: 'RECORD_DELIBERATION', payload, commandId };
    return this.engine.commit({ workflow: 'proposal', caseId: proposal, command, caller: null });
  }

  private tell(meeting: number, event: Answer, commandId: string): Promise<CommitOutcome> {
    return this.engine.commit({
      workflow: 'meeting',
      caseId: meeting,
      command: { ...event, commandId },
      caller: null,
    });
  }

  private async contextOf(meeting: number): Promise<MeetingContext> {
    const text = 'SELECT context FROM meeting WHERE id = $1';
    const { rows } = await this.db.query<{ context: MeetingContext }>('meeting.context', text, [meeting]);
    if (!rows[0]) throw new Error(`meeting ${meeting} has gone`);
    return rows[0].context;
  }
}

/** Where the vote has led the proposal says how it went, also when the answer is one from before. */
function outcomeAt(statePath: string): DeliberationOutcome {
  if (statePath === 'notPassed') return 'notPassed';
  return statePath === 'inSelection.deferred' ? 'deferred' : 'passed';
}
