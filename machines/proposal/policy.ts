import { signerPolicy, type EventPolicy, type Role } from '../kernel/index.js';
import type { ProposalEventType } from './payloads.js';

const UNIT: readonly Role[] = ['clerk', 'leader'];
const DEPARTMENT: readonly Role[] = ['reviewer', 'chief'];
const HEADS: readonly Role[] = ['deputy', 'head'];
/** The procedure in the party group is recorded by whoever conducted it. */
const EITHER_SIDE: readonly Role[] = [...UNIT, ...DEPARTMENT];

/** Nobody judges what he drafted, submitted or explained, on any path. */
const NOT_OWN = { notBy: ['authors'] };
const REVIEW: EventPolicy = { roles: DEPARTMENT, ...NOT_OWN };
/** The case goes back; a way out beside what it waits for. */
const BACK = { aside: true, sendsBack: true } as const;
const UNDECIDED_ONLY = { refusedIn: { decided: 'ALREADY_DECIDED' } };

/** Who may send what. */
export const POLICY: Readonly<Record<ProposalEventType, EventPolicy>> = {
  ...signerPolicy(NOT_OWN.notBy),

  CREATE: { roles: UNIT },
  EDIT: { roles: UNIT },
  CONSULT: { roles: UNIT, aside: true },
  RECORD_CONSULTATION: { ...REVIEW, needsOpinion: true },
  CLAIM_EXCEPTIONAL: { roles: UNIT, aside: true },
  SUBMIT: { roles: UNIT },
  RECALL: { roles: UNIT, aside: true },
  WITHDRAW: { roles: UNIT, needsOpinion: true, ...UNDECIDED_ONLY, aside: true },
  RETURN: { roles: [...DEPARTMENT, ...HEADS], ...NOT_OWN, needsOpinion: true, ...UNDECIDED_ONLY, ...BACK },

  ACCEPT_FOR_REVIEW: { ...REVIEW, waitsForSigners: true },
  HEADCOUNT_REVIEW: { roles: [...DEPARTMENT, 'establishment'], ...NOT_OWN, waitsForSigners: true },
  YOUNG_CADRE_REVIEW: { ...REVIEW, waitsForSigners: true },
  ELIGIBILITY_REVIEW: { ...REVIEW, waitsForSigners: true },
  PRIOR_REPORT_REVIEW: { ...REVIEW, waitsForSigners: true },

  ISSUE_SUGGESTION: REVIEW,
  REVISE: { roles: UNIT },
  REQUEST_OVERRIDE: { roles: [...UNIT, 'chief'] },
  APPROVE_OVERRIDE: {
    roles: HEADS,
    notBy: ['authors', 'overrideRequestedBy', 'overrideApprovedBy'],
    waitsForSigners: true,
  },
  REFUSE_OVERRIDE: { roles: HEADS, notBy: ['authors', 'overrideRequestedBy'], needsOpinion: true },
  JUSTIFY: { roles: UNIT },
  ACCEPT_JUSTIFICATION: { ...REVIEW, waitsForSigners: true },
  REFUSE_JUSTIFICATION: { ...REVIEW, needsOpinion: true, sendsBack: true },
  RERUN_GATE: { roles: [...DEPARTMENT, 'system'], ...NOT_OWN, aside: true },

  START_SELECTION: { roles: EITHER_SIDE, waitsForSigners: true },
  RECORD_RECOMMENDATION: { roles: EITHER_SIDE },
  RECORD_INSPECTION: { roles: EITHER_SIDE },
  RECORD_CHECK: { roles: EITHER_SIDE },
  ANSWER_AVOIDANCE: { ...REVIEW, aside: true },
  ANSWER_DISQUALIFICATIONS: { roles: EITHER_SIDE },
  RECORD_PRIOR_REPLY: REVIEW,
  OPINION_REPLIED: { roles: ['system'] },
  PRIOR_REPORT_REPLIED: { roles: ['system'] },
  RECORD_DELIBERATION: { roles: [...EITHER_SIDE, 'system'], waitsForSigners: true },
  RESUME_DELIBERATION: { roles: EITHER_SIDE },
  LAPSE: { roles: [...DEPARTMENT, 'system'], aside: true },
  POST_NOTICE: { roles: EITHER_SIDE },
  RECORD_OBJECTION: { roles: EITHER_SIDE, aside: true },
  RESOLVE_OBJECTION: { ...REVIEW, needsOpinion: true },
  END_NOTICE: { roles: EITHER_SIDE, waitsForSigners: true },

  FILING_ACCEPTED: { roles: ['system'] },
  FILING_REJECTED: { roles: ['system'] },
  REFILE: { roles: UNIT },
  TERMINATE: { roles: ['chief'], ...NOT_OWN, needsOpinion: true, aside: true },
  APPOINT: { roles: EITHER_SIDE, waitsForSigners: true },
  RECORD_TRAINING: { roles: EITHER_SIDE, aside: true },
  CONFIRM_PROBATION: { roles: EITHER_SIDE, waitsForSigners: true },
  RELIEVE: { roles: EITHER_SIDE, needsOpinion: true, aside: true },
  ARCHIVE: { roles: [...EITHER_SIDE, 'system'] },
};
