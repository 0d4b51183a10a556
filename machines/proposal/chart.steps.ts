import { SIGNER_EVENTS } from '../kernel/index.js';

/** Going back before the gate frees the posts; going back to the gate takes the clearance away. */
export const TO_DRAFT = {
  target: '#proposal.draft',
  actions: ['releasePosts', 'forgetSubmission', 'tellReturned'],
} as const;
export const RETURN_TO_DRAFT = { guard: 'returnsToDraft', ...TO_DRAFT } as const;
export const RETURN_TO_SUBMITTED = {
  guard: 'returnsToSubmitted',
  target: '#proposal.submitted',
  actions: ['unmarkCleared', 'forgetPreReview'],
} as const;
export const RETURN_TO_PRE_REVIEW = {
  guard: 'returnsToPreReview',
  target: '#proposal.preReview',
  actions: ['unmarkCleared', 'forgetPreReview'],
} as const;
export const RETURN_TO_RECOMMENDATION = {
  guard: 'returnsToRecommendation',
  target: '#proposal.inSelection.recommendation',
  actions: 'forgetRecommendation',
} as const;
export const RETURN_TO_INSPECTION = {
  guard: 'returnsToInspection',
  target: '#proposal.inSelection.inspection',
  actions: 'forgetInspection',
} as const;
export const RETURN_TO_DELIBERATION = {
  guard: 'returnsToDeliberation',
  target: '#proposal.inSelection.deliberation',
  actions: 'forgetDeliberation',
} as const;
export const BEFORE_GATE = [RETURN_TO_DRAFT, RETURN_TO_SUBMITTED] as const;
export const BEFORE_SELECTION = [...BEFORE_GATE, RETURN_TO_PRE_REVIEW] as const;

/** What others answer about a proposal under way, whenever the answer comes. */
export const ANSWERED = {
  OPINION_REPLIED: { guard: 'namesAppointee', actions: 'recordOpinion' },
  PRIOR_REPORT_REPLIED: { actions: 'recordReportReply' },
} as const;

/** Until the party group has decided, the unit can take the proposal back; from then on only a new proposal undoes it. */
export const UNDECIDED = { ...SIGNER_EVENTS, WITHDRAW: { target: '#proposal.withdrawn' } } as const;

export const TO_GATE_AGAIN = { target: '#proposal.gateDecision', actions: ['recordGate', 'unmarkCleared'] } as const;

/** What the register cannot tell of kin, a person looks into: with the review, or any time before the meeting. */
export const AVOIDANCE = { ANSWER_AVOIDANCE: { guard: 'avoidanceIsOpen', actions: 'answerAvoidance' } } as const;

/** Training short at the decision is made up within a year of it (E06). */
export const TRAINING = { RECORD_TRAINING: { guard: 'trainingWasDue', actions: 'recordTraining' } } as const;

/** What the procedure's law asks for before the meeting, in any order, and as often as it changes. */
export const PREPARING = {
  ...AVOIDANCE,
  RECORD_CHECK: { guard: 'checkIsSound', actions: 'recordCheck' },
  ANSWER_DISQUALIFICATIONS: { guard: 'answersAreComplete', actions: 'answerDisqualifications' },
  RECORD_PRIOR_REPLY: { guard: 'replyHasCome', actions: 'recordPriorReply' },
} as const;

/** A fresh run of the gate in the selection procedure: nothing recorded is lost, whatever it shows. */
export const IN_SELECTION = {
  ...UNDECIDED,
  ...ANSWERED,
  ...PREPARING,
  RERUN_GATE: [{ guard: 'gateStillClears', actions: 'recordGate' }, TO_GATE_AGAIN],
} as const;

export const AFTER_RECOMMENDATION = {
  ...IN_SELECTION,
  LAPSE: { guard: 'recommendationLapsed', target: '#proposal.lapsed' },
} as const;

export const RERUN = { target: '#proposal.gateDecision', actions: 'recordGate' } as const;
