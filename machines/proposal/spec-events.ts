import type { Actor, GateFacts, JsonObject, WorkflowEvent } from '../kernel/index.js';
import { FACTS_BY_EVENT, type ProposalFact, type ProposalFacts } from './facts.js';
import type { ProposalEventType, ProposalPayloads } from './payloads.js';
import { FACTS, JUDGED, PAYLOADS, PEOPLE, TODAY } from './spec-samples.js';

const UNIT_SIDE = [
  'CREATE',
  'EDIT',
  'CONSULT',
  'RECALL',
  'WITHDRAW',
  'REVISE',
  'REQUEST_OVERRIDE',
  'REFILE',
  'CLAIM_EXCEPTIONAL',
];
const BY: Partial<Record<ProposalEventType, Actor>> = {
  SUBMIT: PEOPLE.leader,
  JUSTIFY: PEOPLE.leader,
  APPROVE_OVERRIDE: PEOPLE.deputy,
  REFUSE_OVERRIDE: PEOPLE.head,
  FILING_ACCEPTED: PEOPLE.system,
  FILING_REJECTED: PEOPLE.system,
  OPINION_REPLIED: PEOPLE.system,
  PRIOR_REPORT_REPLIED: PEOPLE.system,
  TERMINATE: PEOPLE.chief,
  ACCEPT_JUSTIFICATION: PEOPLE.chief,
  SIGN: PEOPLE.signer,
};

/** Facts without which the chart takes an event nowhere. */
const OWN_FACTS: Partial<Record<ProposalEventType, Partial<ProposalFacts>>> = {
  ANSWER_AVOIDANCE: { eligibility: [JUDGED.kinOpen] },
};

interface Change<T extends ProposalEventType> {
  payload?: Partial<ProposalPayloads[T]>;
  facts?: Partial<ProposalFacts>;
  by?: Actor;
  today?: string;
}

/** An event as it would arrive, acceptable unless changed. */
export function event<T extends ProposalEventType>(type: T, change: Change<T> = {}): WorkflowEvent {
  const facts = { ...FACTS, ...OWN_FACTS[type], ...change.facts };
  const needed = Object.keys(facts).filter((name) => FACTS_BY_EVENT[type]?.includes(name as ProposalFact));
  const today = change.today ?? TODAY;
  return {
    type,
    payload: { ...PAYLOADS[type], ...change.payload },
    facts: Object.fromEntries(needed.map((name) => [name, facts[name as ProposalFact]])) as JsonObject,
    actor: change.by ?? BY[type] ?? (UNIT_SIDE.includes(type) ? PEOPLE.clerk : PEOPLE.reviewer),
    at: `${today}T02:00:00.000Z`,
    today,
  };
}

/** The four reviews, ending with a gate run that shows what is wanted. */
export function reviews(gate: GateFacts): WorkflowEvent[] {
  return (['HEADCOUNT_REVIEW', 'YOUNG_CADRE_REVIEW', 'ELIGIBILITY_REVIEW', 'PRIOR_REPORT_REVIEW'] as const).map(
    (type) => event(type, { facts: { gate } }),
  );
}

export const EVENT_TYPES = Object.keys(PAYLOADS) as ProposalEventType[];
