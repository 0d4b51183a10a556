import { Injectable } from '@nestjs/common';
import type { ProposalContext } from '../../../machines/proposal/index.js';
import type { GateResult } from '../../../machines/rules/index.js';
import { type Caller, CasesService, SettingsService } from '../../engine/index.js';
import { judgeAtGate, readLastGate, resolveItems, type SuggestionView, suggestFor } from '../../gate/index.js';
import { Db } from '../../platform/index.js';
import { listPromises, type StandingPromise } from './list-promises.js';

export interface GateView {
  /** Null for a proposal that was never submitted. */
  gate: GateResult | null;
  promises: StandingPromise[];
}

/** What the gate had to say, and what would do better. */
@Injectable()
export class ProposalReads {
  constructor(
    private readonly db: Db,
    private readonly cases: CasesService,
    private readonly settings: SettingsService,
  ) {}

  /** The last gate run on record, and what the unit has promised before and owes with this proposal (§2.5). */
  async gateView(id: number): Promise<GateView> {
    const { policy, today } = await this.settings.current(this.db);
    const [gate, promises] = await Promise.all([
      readLastGate(this.db, 'proposal', id),
      listPromises(this.db, id, today, policy),
    ]);
    return { gate, promises };
  }

  /** Changes that would pass today. Nothing is stored; the letter itself is the event ISSUE_SUGGESTION. */
  async suggestions(id: number, caller: Caller): Promise<SuggestionView[]> {
    const { context } = await this.cases.get('proposal', id, caller);
    return this.db.transaction(async (tx) => {
      await tx.query('proposal.read-only', 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const { policy, policyVersion, today } = await this.settings.current(tx);
      const items = await resolveItems(tx, (context as ProposalContext).items, today);
      const question = { items, decisionDate: today, policy, policyVersion, proposal: id, lock: false };
      return suggestFor(tx, await judgeAtGate(tx, question), caller, id);
    });
  }
}
