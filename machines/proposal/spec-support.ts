import { applyEvent, type Refusal, type Stored, type WorkflowEvent } from '../kernel/index.js';
import { say, walk } from '../kernel/spec-support.js';
import type { ProposalContext } from './context.js';
import { definition } from './index.js';
import { event, reviews } from './spec-events.js';
import { GATES, ITEM } from './spec-samples.js';
import type { Votes } from '../rules/index.js';

export { EVENT_TYPES, event, reviews } from './spec-events.js';
export { GATES, ITEM, JUDGED, ON_PAPER, PEOPLE } from './spec-samples.js';

const draft = [event('CREATE')];
const submitted = [...draft, event('SUBMIT')];
const preReview = [...submitted, event('ACCEPT_FOR_REVIEW')];
const blocked = [...preReview, ...reviews(GATES.block)];
const suggestionIssued = [...blocked, event('ISSUE_SUGGESTION')];
const awaitingDeputy = [...suggestionIssued, event('REQUEST_OVERRIDE')];
const approvedByDeputy = event('APPROVE_OVERRIDE', { facts: { gate: GATES.block } });
const flagged = [...preReview, ...reviews(GATES.stillShort)];
const cleared = [...preReview, ...reviews(GATES.clear)];
const recommendation = [...cleared, event('START_SELECTION')];
const inspection = [...recommendation, event('RECORD_RECOMMENDATION')];
const deliberation = [...inspection, event('RECORD_INSPECTION')];
const vote = (votes: Votes) => event('RECORD_DELIBERATION', { payload: { votes: [votes] } });
const toNotice = [...deliberation, event('RECORD_DELIBERATION')];
const posted = [...toNotice, event('POST_NOTICE')];
const filing = [...posted, event('END_NOTICE')];
const filed = [...filing, event('FILING_ACCEPTED')];
const probation = [...filed, event('APPOINT')];
const regular = event('CREATE', { payload: { items: [{ ...ITEM, mode: 'regular' }] } });
const appointed = [regular, ...probation.slice(1)];

/** One way into every state a proposal can rest in. */
export const WAYS: Readonly<Record<string, readonly WorkflowEvent[]>> = {
  draft,
  preConsultation: [...draft, event('CONSULT')],
  submitted,
  preReview,
  'gateDecision.blocked': blocked,
  'gateDecision.suggestionIssued': suggestionIssued,
  'gateDecision.overrideRequested.awaitingDeputy': awaitingDeputy,
  'gateDecision.overrideRequested.awaitingHead': [...awaitingDeputy, approvedByDeputy],
  'gateDecision.flagged': flagged,
  'gateDecision.justified': [...flagged, event('JUSTIFY')],
  'gateDecision.cleared': cleared,
  'inSelection.recommendation': recommendation,
  'inSelection.inspection': inspection,
  'inSelection.deliberation': deliberation,
  'inSelection.deferred': [...deliberation, vote({ for: 2, against: 1, deferred: 4 })],
  'inSelection.publicNotice.pending': toNotice,
  'inSelection.publicNotice.posted': posted,
  'inSelection.publicNotice.objectionUnderVerification': [...posted, event('RECORD_OBJECTION')],
  filing,
  filingRefused: [...filing, event('FILING_REJECTED')],
  filed,
  appointed,
  probation,
  withdrawn: [...draft, event('WITHDRAW')],
  terminated: [...filing, event('TERMINATE')],
  notPassed: [...deliberation, vote({ for: 2, against: 5, deferred: 0 })],
  lapsed: [...inspection, event('LAPSE')],
  archived: [...appointed, event('ARCHIVE')],
  confirmed: [...probation, event('CONFIRM_PROBATION')],
  relieved: [...probation, event('RELIEVE')],
};

export const at = (state: string): Stored => walk(definition, WAYS[state]!);
export const after = (stored: Stored, ...events: WorkflowEvent[]): Stored => walk(definition, events, stored);
export const contextOf = (stored: Stored): ProposalContext => stored.context as ProposalContext;

/** The state entered, or the code of the refusal. */
export const outcome = (stored: Stored, event: WorkflowEvent): string => say(applyEvent(definition, stored, event));

export function refused(stored: Stored, event: WorkflowEvent): Refusal {
  const applied = applyEvent(definition, stored, event);
  if (applied.ok) throw new Error(`${event.type} was not refused`);
  return applied.refusal;
}

export function effectsOf(stored: Stored, event: WorkflowEvent): string[] {
  const applied = applyEvent(definition, stored, event);
  if (!applied.ok) throw new Error(`${event.type}: ${applied.refusal.code}`);
  return applied.effects.map(({ type }) => type);
}
