import { definition, EARLIER, type FilingContext } from '../../../machines/filing/index.js';
import type { EffectHandler, OutboxMessage, SignalCase, WorkflowRuntime } from '../../engine/index.js';
import { loadFilingFacts } from './filing.facts.js';
import { FILING_PAYLOADS } from './filing.payloads.js';

/** Everything the product adds to the machine of the same name. */
export function filingRuntime(signals: SignalCase): WorkflowRuntime {
  const signalProposal: EffectHandler = { when: 'after-commit', run: (message) => tellProposal(signals, message) };
  return {
    definition,
    earlier: EARLIER,
    payloads: FILING_PAYLOADS,
    loadFacts: loadFilingFacts,
    effects: { signalProposal },
    ownColumns: (context) => ({ proposal_id: (context as FilingContext).proposal }),
  };
}

/** The proposal goes on, or learns that it cannot. Carried out twice, it hears it once. */
async function tellProposal(signals: SignalCase, message: OutboxMessage): Promise<void> {
  const { proposal, event } = message.params as { proposal: number; event: 'FILING_ACCEPTED' | 'FILING_REJECTED' };
  const payload = { filing: message.caseId };
  await signals.send(message, { workflow: 'proposal', caseId: proposal, type: event, payload });
}
