import { definition, EARLIER, type ProposalContext } from '../../../machines/proposal/index.js';
import type { Followers, SignalCase, WorkflowRuntime } from '../../engine/index.js';
import type { Db } from '../../platform/index.js';
import { proposalEffects } from './proposal.effects.js';
import { loadProposalFacts } from './proposal.facts.js';
import { PROPOSAL_PAYLOADS } from './proposal.payloads.js';

/** Everything the product adds to the machine of the same name. */
export function proposalRuntime(db: Db, signals: SignalCase, followers: Followers): WorkflowRuntime {
  return {
    definition,
    earlier: EARLIER,
    payloads: PROPOSAL_PAYLOADS,
    loadFacts: loadProposalFacts,
    effects: proposalEffects(db, signals, followers),
    ownColumns: (context) => {
      const { title, reason, resumes } = context as ProposalContext;
      return { title, reason, resumes_id: resumes };
    },
  };
}
