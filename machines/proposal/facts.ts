import { eventReader, type AddSignerFacts, type GateFacts } from '../kernel/index.js';
import type { Day, Policy, Rational, Reservation } from '../rules/index.js';
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
} & AddSignerFacts;

export type ProposalFact = keyof ProposalFacts;

/** What the loader must bring for each event; an event without a row needs nothing from the ledger. */
export const FACTS_BY_EVENT: Partial<Record<ProposalEventType, readonly ProposalFact[]>> = {
  SUBMIT: ['gate', 'holds', 'reservations'],
  HEADCOUNT_REVIEW: ['gate'],
  YOUNG_CADRE_REVIEW: ['gate'],
  ELIGIBILITY_REVIEW: ['gate'],
  PRIOR_REPORT_REVIEW: ['gate'],
  REQUEST_OVERRIDE: ['limits', 'attachments'],
  APPROVE_OVERRIDE: ['gate'],
  JUSTIFY: ['limits'],
  ACCEPT_JUSTIFICATION: ['gate'],
  RERUN_GATE: ['gate'],
  RECORD_DELIBERATION: ['gate', 'limits'],
  LAPSE: ['limits'],
  POST_NOTICE: ['noticeEndDay'],
  CONFIRM_PROBATION: ['limits'],
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
  };
}

/** Facts and payloads of this workflow's events. */
export const { factOf, payloadOf } = eventReader<ProposalPayloads, ProposalFacts>();
