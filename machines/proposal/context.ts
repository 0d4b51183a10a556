import type { GateSummary, Signer } from '../kernel/index.js';
import type {
  Day,
  DeliberationOutcome,
  Disqualification,
  ExceptionalGround,
  FourCheck,
  FullItem,
  HeadcountReviewer,
  ObjectionChannel,
  PriorMatter,
} from '../rules/index.js';

/** One person, one change of post, as the case keeps it. */
export type ProposalItem = FullItem & { note: string };

/** What a reviewer or the rules found. `unknown` never counts as met. */
export type ReviewResult = 'passed' | 'failed' | 'unknown';
export type Review = 'headcount' | 'youngCadre' | 'eligibility' | 'priorReport';

/** 配备承诺: so many young cadres more by that day. */
export type Commitment = { count: number; byDay: Day };

export type Justification = {
  commitment: Commitment | null;
  accepted: boolean;
  /** The gate run that was explained; a worse one is not covered. */
  answered: GateSummary;
};

export type Override = { approved: boolean; answered: GateSummary };

export type Recommendation = { talkDay: Day; meetingDay: Day };
export type Inspection = { fromDay: Day; toDay: Day };
export type Deliberation = { meetingDay: Day; outcome: DeliberationOutcome; meeting?: number };

/** 反映问题: what was said during the public notice, and what its verification found. */
export type Objection = {
  /** From 1, in the order in which they came. */
  no: number;
  channel: ObjectionChannel;
  day: Day;
  content: string;
  /** Whom it is about; null when it is about the batch. */
  cadre: string | null;
  /** 署名; null when nobody said. */
  named: boolean | null;
  conclusion: { founded: boolean; verifier: string; day: Day; text: string } | null;
};

/** A proposal as stored: decisions and the few numbers later steps ask for. Texts and tallies stay with their events. */
export type ProposalContext = {
  createdBy: number | null;
  unit: string;
  title: string;
  reason: string;
  /** The withdrawn or terminated proposal that this one takes up again. */
  resumes: number | null;
  items: ProposalItem[];
  contentVersion: number;
  /** Everyone who drafted, submitted, explained or asked on the unit's side; they review nothing here. */
  authors: number[];
  signers: Signer[];
  submittedOn: Day | null;
  /** The department has acted on the submission: the unit can no longer simply take it back. */
  takenUp: boolean;
  /** The gate run the case last showed. */
  gate: GateSummary | null;
  reviews: { [review in Review]: ReviewResult | null };
  justification: Justification | null;
  override: Override | null;
  overrideRequestedBy: number[];
  overrideApprovedBy: number[];
  recommendation: Recommendation | null;
  inspection: Inspection | null;
  deliberation: Deliberation | null;
  /** The day the party group decided: tenure and probation start here. */
  decidedOn: Day | null;
  notice: { startDay: Day; endDay: Day } | null;
  filing: number | null;
  appointment: { documentNo: string; documentDay: Day } | null;

  /*
   * What the procedure's law added. Absent until first recorded, so that cases from before it are what they were.
   */
  /** 破格提拔 claimed, by cadre. */
  exceptional?: { [cadre: string]: { ground: ExceptionalGround; reason: string } };
  /** 凡提四必 concluded, by cadre: true is clear. */
  checks?: { [cadre: string]: { [check in FourCheck]?: boolean } };
  /** 任职回避 looked into by a person, by cadre: what was open, and whether it is clear. */
  avoidance?: { [cadre: string]: { clear: boolean; about: string[] } };
  /** Appointed short of training (E06): to be made up within the time that the settings give. */
  trainingDue?: string[];
  /** Of the seven cases those that apply, by cadre; empty is "answered, none". */
  disqualified?: { [cadre: string]: Disqualification[] };
  /** Matters of a prior report ticked by hand. */
  matters?: PriorMatter[];
  /** Objections to the public notice, each with its conclusion once there is one. */
  objections?: Objection[];
  /** Matters whose report was approved, on paper or in the product. */
  approvedMatters?: PriorMatter[];
  /** Opinions 廉洁意见 that the discipline commission gave in the product, by cadre: which case, and how long they hold. */
  opinions?: { [cadre: string]: { opinion: number; validUntil: Day | null } };
  /** Who signs the headcount pre-review of this submission; the section where nothing is said. */
  headcountBy?: HeadcountReviewer;
  /** The headcount pre-review was signed with disagreement: no gate run answers that. */
  headcountDisputed?: boolean;
};

/** Nothing reviewed yet. */
export const NO_REVIEWS: ProposalContext['reviews'] = {
  headcount: null,
  youngCadre: null,
  eligibility: null,
  priorReport: null,
};

/** The context of a proposal that does not exist yet. */
export function emptyContext(): ProposalContext {
  return {
    createdBy: null,
    unit: '',
    title: '',
    reason: '',
    resumes: null,
    items: [],
    contentVersion: 0,
    authors: [],
    signers: [],
    submittedOn: null,
    takenUp: false,
    gate: null,
    reviews: NO_REVIEWS,
    justification: null,
    override: null,
    overrideRequestedBy: [],
    overrideApprovedBy: [],
    recommendation: null,
    inspection: null,
    deliberation: null,
    decidedOn: null,
    notice: null,
    filing: null,
    appointment: null,
  };
}
