import type { Actor, GateFacts } from '../kernel/index.js';
import {
  DEFAULT_POLICY,
  DISQUALIFICATIONS,
  type Disqualification,
  type ItemEligibility,
  type Policy,
} from '../rules/index.js';
import { limitsOf, type ProposalFacts } from './facts.js';
import type { ItemPayload, ProposalPayloads } from './payloads.js';

/** Samples for the specs of this room; every person, post and day is made up. */
export const TODAY = '2026-11-23';

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
export const PAYLOADS: ProposalPayloads = {
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
  ANSWER_AVOIDANCE: { cadre: 'C1', clear: true, day: '2025-10-21', evidence: '本人说明和所在单位证明' },
  ANSWER_DISQUALIFICATIONS: {
    cadre: 'C1',
    answers: (Object.keys(DISQUALIFICATIONS) as Disqualification[]).map((one) => ({
      case: one,
      applies: false,
      evidence: '考察材料',
    })),
  },
  OPINION_REPLIED: { opinion: 31, cadre: 'C1', clear: true, day: '2025-10-22', validUntil: '2026-04-22' },
  PRIOR_REPORT_REPLIED: {
    report: 41,
    approved: ['other'],
    refused: [],
    documentNo: '组复〔2025〕1号',
    day: '2025-10-22',
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
  RECORD_TRAINING: { cadre: 'C1', day: '2026-05-20', evidence: '党校结业证书' },
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
const short = (outcome: 'notMet' | 'unknown', code: 'E06' | 'E09' | 'E12', sentence: string): ItemEligibility =>
  judged({ outcome, rules: [{ code, severity: 'hard', outcome, sentence, metOn: null }] });

/** What the rules may say of the one candidate. */
export const JUDGED = {
  met: judged({}),
  notMet: short('notMet', 'E09', '副科任职23个月，应满24个月，2026.12.10起满足'),
  unknown: short('unknown', 'E12', '家庭成员情况未填，任职回避无法判断'),
  kinOpen: short('unknown', 'E12', '妻子的工作单位或职务未能对应，请人工核对'),
  untrained: { ...judged({}), rules: [{ ...short('notMet', 'E06', '培训未达到规定').rules[0]!, severity: 'warn' }] },
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
export const FACTS: ProposalFacts = {
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
