import {
  applyEvent,
  type Actor,
  type GateFacts,
  type JsonObject,
  type Refusal,
  type Stored,
  type WorkflowEvent,
} from '../kernel/index.js';
import { say, walk } from '../kernel/spec-support.js';
import {
  DEFAULT_POLICY,
  DISQUALIFICATIONS,
  type Disqualification,
  type ItemEligibility,
  type Policy,
  type Votes,
} from '../rules/index.js';
import type { ProposalContext } from './context.js';
import { FACTS_BY_EVENT, limitsOf, type ProposalFact, type ProposalFacts } from './facts.js';
import { definition } from './index.js';
import type { ItemPayload, ProposalEventType, ProposalPayloads } from './payloads.js';

/** Builders for the specs of this room; every person, post and day is made up. */
const TODAY = '2026-11-23';

export const PEOPLE = {
  clerk: { userId: 1, role: 'clerk' },
  leader: { userId: 2, role: 'leader' },
  reviewer: { userId: 3, role: 'reviewer' },
  chief: { userId: 4, role: 'chief' },
  deputy: { userId: 5, role: 'deputy' },
  head: { userId: 6, role: 'head' },
  signer: { userId: 7, role: 'leader' },
  system: { userId: null, role: 'system' },
} as const satisfies Record<string, Actor>;

const ROW = { team: 'T1', task: 'YOUNG', delta: 0, after: { shortfall: 0 } };
const gate = (change: Partial<GateFacts>): GateFacts => ({
  verdict: 'clear',
  policyVersion: 1,
  decisionDate: TODAY,
  teams: [{ ...ROW, verdict: 'clear' }],
  headcount: [{ passes: true }],
  findings: [{ code: 'ELIGIBILITY_UNKNOWN', severity: 'info' }],
  ...change,
});

/** Gate runs by what they show. */
export const GATES = {
  clear: gate({}),
  /** No staffing task and no headcount to compare with. */
  unjudged: gate({ teams: [], headcount: [] }),
  flag: gate({ verdict: 'flag', teams: [{ ...ROW, verdict: 'flag', after: { shortfall: 1 } }] }),
  stillShort: gate({ verdict: 'flag', teams: [{ ...ROW, verdict: 'flag', delta: -1, after: { shortfall: 2 } }] }),
  block: gate({ verdict: 'block', teams: [{ ...ROW, verdict: 'block', after: { shortfall: 1 } }] }),
  overHeadcount: gate({
    verdict: 'block',
    headcount: [{ passes: false }],
    findings: [{ code: 'OVER_ESTABLISHMENT', severity: 'block' }],
  }),
  postOccupied: gate({ verdict: 'block', findings: [{ code: 'POST_OCCUPIED', severity: 'block' }] }),
} satisfies Record<string, GateFacts>;

export const ITEM: ItemPayload = { cadre: 'C1', appointTo: 'P1', kind: 'promote', mode: 'probation' };
const REASON = '该班子专业结构特殊，短期内确无合适年轻人选，恳请批准。';
/** A payload of each event that the chart accepts where it has the event. */
const PAYLOADS: ProposalPayloads = {
  CREATE: { unit: 'U1', title: '关于某同志任职的动议', reason: '班子缺额', items: [ITEM] },
  EDIT: { title: '关于某同志任职的动议（修改）' },
  CONSULT: {},
  RECORD_CONSULTATION: { opinion: '可以按程序呈报' },
  CLAIM_EXCEPTIONAL: { cadre: 'C1', ground: 'needOfProfession', reason: '专业性强，急需' },
  SUBMIT: {},
  RECALL: {},
  WITHDRAW: { opinion: '另行研究' },
  RETURN: { to: 'draft', opinion: '材料不全' },
  ACCEPT_FOR_REVIEW: {},
  HEADCOUNT_REVIEW: {},
  YOUNG_CADRE_REVIEW: {},
  ELIGIBILITY_REVIEW: { result: 'unknown' },
  PRIOR_REPORT_REVIEW: { result: 'unknown' },
  ISSUE_SUGGESTION: {},
  REVISE: {},
  REQUEST_OVERRIDE: { reason: REASON, attachments: [11] },
  APPROVE_OVERRIDE: {},
  REFUSE_OVERRIDE: { opinion: '不同意' },
  JUSTIFY: { explanation: REASON, commitment: { count: 1, byDay: '2027-06-30' } },
  ACCEPT_JUSTIFICATION: {},
  REFUSE_JUSTIFICATION: { opinion: '理由不充分' },
  RERUN_GATE: {},
  START_SELECTION: {},
  RECORD_RECOMMENDATION: {
    talkDay: '2025-10-09',
    meetingDay: '2025-10-10',
    entitled: 30,
    present: 28,
    recommended: 25,
    notRecommended: 1,
    other: 1,
    abstained: 1,
  },
  RECORD_INSPECTION: { inspectors: ['甲', '乙'], fromDay: '2025-10-15', toDay: '2025-10-20', conclusion: '适合' },
  RECORD_DELIBERATION: {
    meetingDay: '2025-11-03',
    entitled: 9,
    present: 7,
    votes: [{ for: 6, against: 1, deferred: 0 }],
    chairSpokeLast: true,
  },
  RECORD_CHECK: { cadre: 'C1', check: 'archiveReview', clear: true, day: '2025-10-21', evidence: '档案审核表' },
  ANSWER_DISQUALIFICATIONS: {
    cadre: 'C1',
    answers: (Object.keys(DISQUALIFICATIONS) as Disqualification[]).map((one) => ({
      case: one,
      applies: false,
      evidence: '考察材料',
    })),
  },
  RECORD_PRIOR_REPLY: { matters: ['other'], approved: true, documentNo: '某组函〔2025〕1号', day: '2025-10-22' },
  RESUME_DELIBERATION: {},
  LAPSE: {},
  POST_NOTICE: { startDay: '2025-11-04' },
  RECORD_OBJECTION: {},
  RESOLVE_OBJECTION: { founded: false, opinion: '不属实' },
  END_NOTICE: {},
  FILING_ACCEPTED: { filing: 21 },
  FILING_REJECTED: { filing: 21 },
  REFILE: {},
  TERMINATE: { opinion: '不再任用' },
  APPOINT: { documentNo: '某组任〔2025〕3号', documentDay: '2025-11-20' },
  CONFIRM_PROBATION: {},
  RELIEVE: { opinion: '不胜任' },
  ARCHIVE: {},
  ADD_SIGNER: { userIds: [PEOPLE.signer.userId], kind: 'countersign' },
  SIGN: { agree: true },
  CANCEL_SIGNER: { userId: PEOPLE.signer.userId },
};

const judged = (change: Partial<ItemEligibility>): ItemEligibility => ({
  item: 1,
  cadre: 'C1',
  post: 'P1',
  on: TODAY,
  outcome: 'met',
  exceptional: false,
  idBirthDiffers: false,
  rules: [],
  ...change,
});
const short = (outcome: 'notMet' | 'unknown', code: 'E09' | 'E12', sentence: string): ItemEligibility =>
  judged({ outcome, rules: [{ code, severity: 'hard', outcome, sentence, metOn: null }] });

/** What the rules may say of the one candidate. */
export const JUDGED = {
  met: judged({}),
  notMet: short('notMet', 'E09', '副科任职23个月，应满24个月，2026.12.10起满足'),
  unknown: short('unknown', 'E12', '家庭成员情况未填，任职回避无法判断'),
} satisfies Record<string, ItemEligibility>;

/** The procedure's law kept on paper: specs of everything else need not satisfy it; its own spec asks for all of it. */
export const ON_PAPER: Policy['procedure'] = {
  ...DEFAULT_POLICY.procedure,
  eligibilityBinds: false,
  fourChecks: false,
  disqualifications: false,
  priorReport: { ...DEFAULT_POLICY.procedure.priorReport, required: false },
};

/** Facts under which the chart accepts each event. */
const FACTS: ProposalFacts = {
  gate: GATES.clear,
  holds: [],
  reservations: [],
  limits: limitsOf({ ...DEFAULT_POLICY, procedure: ON_PAPER }),
  attachments: [11],
  noticeEndDay: '2025-11-10',
  unknownUsers: [],
  eligibility: [],
  priorMatters: [],
};

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
  TERMINATE: PEOPLE.chief,
  ACCEPT_JUSTIFICATION: PEOPLE.chief,
  SIGN: PEOPLE.signer,
};

interface Change<T extends ProposalEventType> {
  payload?: Partial<ProposalPayloads[T]>;
  facts?: Partial<ProposalFacts>;
  by?: Actor;
  today?: string;
}

/** An event as it would arrive, acceptable unless changed. */
export function event<T extends ProposalEventType>(type: T, change: Change<T> = {}): WorkflowEvent {
  const facts = { ...FACTS, ...change.facts };
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

export const EVENT_TYPES = Object.keys(PAYLOADS) as ProposalEventType[];
