import { describe } from '@jest/globals';
import { everyOne, itKeepsTo, type Row, staying } from '../kernel/state-event-spec-support.js';
import { definition } from './index.js';
import type { ProposalEventType } from './payloads.js';
import { WAYS, event } from './spec-support.js';

const BEFORE_GATE = ['draft', 'preConsultation', 'submitted', 'preReview'];
const OVERRIDE = ['gateDecision.overrideRequested.awaitingDeputy', 'gateDecision.overrideRequested.awaitingHead'];
const NOT_CLEARED = [
  'gateDecision.blocked',
  'gateDecision.suggestionIssued',
  ...OVERRIDE,
  'gateDecision.flagged',
  'gateDecision.justified',
];
const SELECTION = [
  'inSelection.recommendation',
  'inSelection.inspection',
  'inSelection.deliberation',
  'inSelection.deferred',
];
const UNDECIDED = [...BEFORE_GATE, ...NOT_CLEARED, 'gateDecision.cleared', ...SELECTION];
/** Submitted and not decided: answers of others find their place. */
const UNDER_WAY = ['submitted', 'preReview', ...NOT_CLEARED, 'gateDecision.cleared', ...SELECTION];
const DECIDED_AND_OPEN = [
  'inSelection.publicNotice.pending',
  'inSelection.publicNotice.posted',
  'inSelection.publicNotice.objectionUnderVerification',
  'filing',
  'filingRefused',
  'filed',
  'appointed',
  'probation',
];
const OPEN = [...UNDECIDED, ...DECIDED_AND_OPEN];
const DECIDED = [...DECIDED_AND_OPEN, 'terminated', 'archived', 'confirmed', 'relieved'];
const tooLate = everyOne(DECIDED, 'ALREADY_DECIDED');

/** Event → state → the state entered, or the refusal. Whatever is not in a row must be EVENT_NOT_ALLOWED. */
const TABLE: Readonly<Record<ProposalEventType, Row>> = {
  CREATE: {},
  EDIT: { draft: 'draft' },
  CONSULT: { draft: 'preConsultation' },
  RECORD_CONSULTATION: { preConsultation: 'draft' },
  CLAIM_EXCEPTIONAL: { draft: 'draft' },
  SUBMIT: { draft: 'submitted' },
  RECALL: { preConsultation: 'draft', submitted: 'draft' },
  WITHDRAW: { ...everyOne(UNDECIDED, 'withdrawn'), ...tooLate },
  RETURN: {
    ...everyOne(UNDER_WAY, 'draft'),
    ...tooLate,
  },
  ACCEPT_FOR_REVIEW: { submitted: 'preReview' },
  HEADCOUNT_REVIEW: { preReview: 'preReview' },
  YOUNG_CADRE_REVIEW: { preReview: 'preReview' },
  ELIGIBILITY_REVIEW: { preReview: 'preReview' },
  PRIOR_REPORT_REVIEW: { preReview: 'preReview' },
  ISSUE_SUGGESTION: {
    'gateDecision.blocked': 'gateDecision.suggestionIssued',
    'gateDecision.flagged': 'gateDecision.flagged',
  },
  REVISE: everyOne(['gateDecision.blocked', 'gateDecision.suggestionIssued', 'gateDecision.flagged'], 'draft'),
  REQUEST_OVERRIDE: { 'gateDecision.suggestionIssued': 'gateDecision.overrideRequested.awaitingDeputy' },
  // The sample is sent by the deputy, whose second approval is no second person's.
  APPROVE_OVERRIDE: {
    'gateDecision.overrideRequested.awaitingDeputy': 'gateDecision.overrideRequested.awaitingHead',
    'gateDecision.overrideRequested.awaitingHead': 'NO_SELF_APPROVAL',
  },
  REFUSE_OVERRIDE: everyOne(OVERRIDE, 'gateDecision.suggestionIssued'),
  JUSTIFY: { 'gateDecision.flagged': 'gateDecision.justified' },
  ACCEPT_JUSTIFICATION: { 'gateDecision.justified': 'gateDecision.cleared' },
  REFUSE_JUSTIFICATION: { 'gateDecision.justified': 'gateDecision.flagged' },
  // The sample's gate run is clear.
  RERUN_GATE: {
    ...everyOne([...NOT_CLEARED, 'gateDecision.cleared'], 'gateDecision.cleared'),
    ...staying(SELECTION),
  },
  START_SELECTION: { 'gateDecision.cleared': 'inSelection.recommendation' },
  RECORD_RECOMMENDATION: { 'inSelection.recommendation': 'inSelection.inspection' },
  RECORD_INSPECTION: { 'inSelection.inspection': 'inSelection.deliberation' },
  RECORD_DELIBERATION: { 'inSelection.deliberation': 'inSelection.publicNotice.pending' },
  RECORD_CHECK: staying(SELECTION),
  ANSWER_AVOIDANCE: staying(['preReview', ...SELECTION]),
  ANSWER_DISQUALIFICATIONS: staying(SELECTION),
  RECORD_PRIOR_REPLY: staying(SELECTION),
  OPINION_REPLIED: staying(UNDER_WAY),
  PRIOR_REPORT_REPLIED: staying(UNDER_WAY),
  RESUME_DELIBERATION: { 'inSelection.deferred': 'inSelection.deliberation' },
  LAPSE: everyOne(['inSelection.inspection', 'inSelection.deliberation', 'inSelection.deferred'], 'lapsed'),
  POST_NOTICE: { 'inSelection.publicNotice.pending': 'inSelection.publicNotice.posted' },
  RECORD_OBJECTION: {
    'inSelection.publicNotice.posted': 'inSelection.publicNotice.objectionUnderVerification',
    'inSelection.publicNotice.objectionUnderVerification': 'inSelection.publicNotice.objectionUnderVerification',
  },
  RESOLVE_OBJECTION: {
    'inSelection.publicNotice.objectionUnderVerification': 'inSelection.publicNotice.posted',
  },
  END_NOTICE: { 'inSelection.publicNotice.posted': 'filing' },
  FILING_ACCEPTED: { filing: 'filed' },
  FILING_REJECTED: { filing: 'filingRefused' },
  REFILE: { filingRefused: 'filing' },
  TERMINATE: { filing: 'terminated', filingRefused: 'terminated' },
  APPOINT: { filed: 'probation' },
  RECORD_TRAINING: everyOne(['appointed', 'probation'], 'TRAINING_NOT_DUE'),
  CONFIRM_PROBATION: { probation: 'confirmed' },
  RELIEVE: { probation: 'relieved' },
  ARCHIVE: { appointed: 'archived' },
  ADD_SIGNER: staying(OPEN),
  SIGN: everyOne(OPEN, 'NOT_A_SIGNER'),
  CANCEL_SIGNER: everyOne(OPEN, 'NOT_A_SIGNER'),
};

describe('every state of a proposal × every event', () => {
  itKeepsTo({ definition, ways: WAYS, table: TABLE, event: (type) => event(type as ProposalEventType) });
});
