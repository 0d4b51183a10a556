import { definition, type ReportContext } from '../../../machines/prior-report/index.js';
import type { WorkflowRuntime } from '../../engine/index.js';
import { loadReportFacts } from './prior-report.facts.js';
import { REPORT_PAYLOADS } from './prior-report.payloads.js';
import type { TellProposal } from './tell-proposal.js';

/** Everything the product adds to the machine of the same name. */
export function reportRuntime(proposals: TellProposal): WorkflowRuntime {
  return {
    definition,
    payloads: REPORT_PAYLOADS,
    loadFacts: loadReportFacts,
    effects: { recordReply: { when: 'after-commit', run: (message) => proposals.replied(message) } },
    ownColumns: (context) => ({ proposal_id: (context as ReportContext).proposal }),
  };
}
