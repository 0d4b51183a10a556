import { definition, type OpinionContext } from '../../../machines/integrity-opinion/index.js';
import type { EffectHandler, WorkflowRuntime } from '../../engine/index.js';
import { loadOpinionFacts } from './integrity-opinion.facts.js';
import { OPINION_PAYLOADS } from './integrity-opinion.payloads.js';
import type { TellProposal } from './tell-proposal.js';

/** Everything the product adds to the machine of the same name. */
export function opinionRuntime(proposals: TellProposal): WorkflowRuntime {
  const tell: EffectHandler = { when: 'after-commit', run: (message) => proposals.concluded(message) };
  return {
    definition,
    payloads: OPINION_PAYLOADS,
    loadFacts: loadOpinionFacts,
    effects: { recordConclusion: tell, retractConclusion: tell },
    ownColumns: (context) => {
      const { proposal, cadre } = context as OpinionContext;
      return { proposal_id: proposal, cadre_code: cadre };
    },
  };
}
