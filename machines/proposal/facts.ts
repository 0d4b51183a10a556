import { eventReader, type AddSignerFacts, type GateFacts, type WorkflowEvent } from '../kernel/index.js';
import type {
  Day,
  HeadcountReviewer,
  ItemEligibility,
  Policy,
  PriorMatter,
  Rational,
  Reservation,
} from '../rules/index.js';
import type { ProposalEventType, ProposalPayloads } from './payloads.js';

/** The settings a proposal decides by, taken from the policy in force at the event and stored with it. */
export type Limits = {
  /** Characters of an explanation or of the reason for an override. */
  minReasonLength: number;
  /** Share of those entitled who must be present. */
  presentShare: Rational;
  /** Share of those entitled that votes for an item must exceed. */
  passShareOfEntitled: Rational;
  recommendationValidMonths: number;
  probationMonths: number;
  procedure: ProcedureLimits;
  /** Only a meeting held in the product decides; absent in events from before there were meetings. */
  meetingRequired?: boolean;
};

/** What of the procedure's law the settings ask for. */
export type ProcedureLimits = {
  eligibilityBinds: boolean;
  fourChecks: boolean;
  disqualifications: boolean;
  priorReportRequired: boolean;
  /** Whether an opinion of the discipline commission may be recorded from paper; with events from before it could be asked, it may. */
  opinionOnPaper?: boolean;
  /** One that came on paper names both signatures; events from before it was asked do not. */
  paperIsSigned?: boolean;
  /** Training short at the decision is watched over afterwards; with events from before it was, it is not. */
  trainingIsMadeUp?: boolean;
  headcountBy?: HeadcountReviewer;
};

/** Everything the ledger can be asked for. Which event needs which is in FACTS_BY_EVENT. */
export type ProposalFacts = {
  /** A fresh run of the gate over the items. A full result of the rules may be given, and stays with the event. */
  gate: GateFacts;
  /** Posts of this proposal that other open proposals hold. */
  holds: { post: string; proposal: number }[];
  reservations: Reservation[];
  limits: Limits;
  /** Attachments that exist on this case. */
  attachments: number[];
  /** Last day of the notice, by the announced calendar. */
  noticeEndDay: Day;
  /**
   * E01 to E16 for everybody appointed: as of the meeting for a deliberation, else as of the day of the event. Where a person
   * is to answer, as if nobody had answered before.
   */
  eligibility: ItemEligibility[];
  /** Matters of a prior report that the ledger shows. */
  priorMatters: PriorMatter[];
} & AddSignerFacts;

export type ProposalFact = keyof ProposalFacts;

/** What the loader must bring for each event; an event without a row needs nothing from the ledger. */
export const FACTS_BY_EVENT: Partial<Record<ProposalEventType, readonly ProposalFact[]>> = {
  SUBMIT: ['gate', 'holds', 'reservations', 'eligibility', 'priorMatters'],
  ACCEPT_FOR_REVIEW: ['limits'],
  HEADCOUNT_REVIEW: ['gate'],
  YOUNG_CADRE_REVIEW: ['gate'],
  ELIGIBILITY_REVIEW: ['gate', 'eligibility', 'limits'],
  PRIOR_REPORT_REVIEW: ['gate', 'priorMatters'],
  REQUEST_OVERRIDE: ['limits', 'attachments'],
  APPROVE_OVERRIDE: ['gate'],
  JUSTIFY: ['limits'],
  ACCEPT_JUSTIFICATION: ['gate'],
  RERUN_GATE: ['gate'],
  RECORD_CHECK: ['attachments', 'limits'],
  ANSWER_AVOIDANCE: ['attachments', 'eligibility'],
  RECORD_DELIBERATION: ['gate', 'limits', 'eligibility', 'priorMatters'],
  LAPSE: ['limits'],
  POST_NOTICE: ['noticeEndDay'],
  CONFIRM_PROBATION: ['limits'],
  RECORD_TRAINING: ['attachments'],
  ADD_SIGNER: ['unknownUsers'],
};

/**
 * @param policy the policy in force
 * @returns the fact `limits`
 */
export function limitsOf(policy: Policy): Limits {
  return {
    minReasonLength: policy.override.minReasonLength,
    presentShare: policy.quorum.presentShare,
    passShareOfEntitled: policy.quorum.passShareOfEntitled,
    recommendationValidMonths: policy.recommendationValidMonths,
    probationMonths: policy.probationMonths,
    meetingRequired: policy.meeting.required,
    procedure: {
      eligibilityBinds: policy.procedure.eligibilityBinds,
      fourChecks: policy.procedure.fourChecks,
      disqualifications: policy.procedure.disqualifications,
      priorReportRequired: policy.procedure.priorReport.required,
      opinionOnPaper: policy.procedure.integrityOpinion.paperAllowed,
      paperIsSigned: true,
      trainingIsMadeUp: true,
      headcountBy: policy.procedure.headcountReviewBy,
    },
  };
}

/** Facts and payloads of this workflow's events. */
export const { factOf, payloadOf } = eventReader<ProposalPayloads, ProposalFacts>();

/** A fact that events from before a revision came without: what was not asked then is not asked of them now. */
export function factIfAny<F extends ProposalFact>(event: WorkflowEvent, name: F): ProposalFacts[F] | undefined {
  return event.facts[name] as ProposalFacts[F] | undefined;
}
