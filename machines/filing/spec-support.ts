import { summariseGate, type Actor, type GateFacts, type WorkflowEvent } from '../kernel/index.js';
import type { FiledItem } from './context.js';
import { FACTS_BY_EVENT, type FilingFact, type FilingFacts } from './facts.js';
import type { FilingEventType, FilingPayloads } from './payloads.js';

/** Builders for the specs of this room; every person, post and day is made up. */
export const TODAY = '2026-09-28';
export const DUE = '2026-09-30';
export const DECIDED = '2026-09-14';

export const PEOPLE = {
  clerk: { userId: 1, role: 'clerk' },
  reviewer: { userId: 3, role: 'reviewer' },
  secondReviewer: { userId: 8, role: 'reviewer' },
  chief: { userId: 4, role: 'chief' },
  deputy: { userId: 5, role: 'deputy' },
  signer: { userId: 7, role: 'leader' },
  system: { userId: null, role: 'system' },
} as const satisfies Record<string, Actor>;

const gate = (verdict: GateFacts['verdict']): GateFacts => ({
  verdict,
  policyVersion: 1,
  decisionDate: TODAY,
  teams: [{ team: 'T1', task: 'YOUNG', verdict, delta: 0, after: { shortfall: verdict === 'clear' ? 0 : 1 } }],
  headcount: [{ passes: true }],
  findings: [],
});
export const GATES = { clear: gate('clear'), flag: gate('flag') };

export const ITEMS: FiledItem[] = [
  { cadre: 'C1', appointTo: 'P1', removeFrom: null, kind: 'promote', mode: 'probation', occupiesHeadcount: true },
  { cadre: 'C2', appointTo: null, removeFrom: 'P2', kind: 'retire', mode: 'regular', occupiesHeadcount: true },
];

/** A payload of each event that the chart accepts where it has the event. */
const PAYLOADS: FilingPayloads = {
  CREATE: {
    proposal: 9,
    unit: 'U1',
    items: ITEMS,
    decidedOn: DECIDED,
    noticeEndDay: '2026-09-23',
    gate: summariseGate(GATES.clear),
  },
  SUBMIT_FILING: { decidedDay: DECIDED, items: ITEMS, documentNo: '某党组〔2026〕5号' },
  RECALL: {},
  ACCEPT_MATERIALS: {},
  REQUEST_SUPPLEMENT: { missing: ['会议纪要'], opinion: '请补正' },
  SUPPLEMENT: { attachments: [12] },
  RECORD_REVIEW: { section: 'youngCadre', result: 'agree' },
  ACCEPT: {},
  ACCEPT_WITH_REMARKS: { opinion: '下次动议前先沟通' },
  ORDER_CORRECTION: { opinion: '程序不全' },
  CORRECT: { decidedDay: DECIDED, items: ITEMS },
  REJECT: { opinion: '不符合条件' },
  RETURN: { to: 'pending', opinion: '退回重报' },
  ARCHIVE: {},
  CANCEL: {},
  DEADLINE_PASSED: { name: 'filingDue' },
  ADD_SIGNER: { userIds: [PEOPLE.signer.userId], kind: 'countersign' },
  SIGN: { agree: true },
  CANCEL_SIGNER: { userId: PEOPLE.signer.userId },
};

/** Facts under which the chart accepts each event. */
const FACTS: FilingFacts = {
  gate: GATES.clear,
  dueDay: DUE,
  unknownUsers: [],
  eligibility: [],
  eligibilityBinds: true,
};

const BY: Partial<Record<FilingEventType, Actor>> = {
  CREATE: PEOPLE.system,
  CANCEL: PEOPLE.system,
  DEADLINE_PASSED: PEOPLE.system,
  SUBMIT_FILING: PEOPLE.clerk,
  RECALL: PEOPLE.clerk,
  SUPPLEMENT: PEOPLE.clerk,
  CORRECT: PEOPLE.clerk,
  ACCEPT: PEOPLE.chief,
  ACCEPT_WITH_REMARKS: PEOPLE.chief,
  ORDER_CORRECTION: PEOPLE.deputy,
  REJECT: PEOPLE.deputy,
  SIGN: PEOPLE.signer,
};

export interface Change<T extends FilingEventType> {
  payload?: Partial<FilingPayloads[T]>;
  facts?: Partial<FilingFacts>;
  by?: Actor;
  today?: string;
}

/** An event as it would arrive, acceptable unless changed. */
export function event<T extends FilingEventType>(type: T, change: Change<T> = {}): WorkflowEvent {
  const facts = { ...FACTS, ...change.facts };
  const needed = Object.keys(facts).filter((name) => FACTS_BY_EVENT[type]?.includes(name as FilingFact));
  const today = change.today ?? TODAY;
  return {
    type,
    payload: { ...PAYLOADS[type], ...change.payload },
    facts: Object.fromEntries(needed.map((name) => [name, facts[name as FilingFact]])),
    actor: change.by ?? BY[type] ?? PEOPLE.reviewer,
    at: `${today}T02:00:00.000Z`,
    today,
  };
}

export const supervision = event('RECORD_REVIEW', {
  payload: { section: 'supervision' },
  by: PEOPLE.secondReviewer,
});

const pending = [event('CREATE')];
const submitted = [...pending, event('SUBMIT_FILING')];
const underReview = [...submitted, event('ACCEPT_MATERIALS'), event('RECORD_REVIEW'), supervision];
const accepted = [...underReview, event('ACCEPT')];

/** One way into every state a filing can rest in. */
export const WAYS: Readonly<Record<string, readonly WorkflowEvent[]>> = {
  pending,
  submitted,
  returnedForSupplement: [...submitted, event('REQUEST_SUPPLEMENT')],
  underReview,
  correctionOrdered: [...underReview, event('ORDER_CORRECTION')],
  accepted,
  acceptedWithRemarks: [...underReview, event('ACCEPT_WITH_REMARKS')],
  rejected: [...underReview, event('REJECT')],
  archived: [...accepted, event('ARCHIVE')],
  cancelled: [...pending, event('CANCEL')],
};

/** Every event of the workflow. */
export const EVENT_TYPES = Object.keys(PAYLOADS) as FilingEventType[];
