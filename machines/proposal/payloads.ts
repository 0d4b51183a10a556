import type { AddSignerPayload, CancelSignerPayload, SignPayload } from '../kernel/index.js';
import type {
  Day,
  Disqualification,
  ExceptionalGround,
  FourCheck,
  ItemCodes,
  ObjectionChannel,
  PriorMatter,
  Votes,
} from '../rules/index.js';
import type { Commitment } from './context.js';

/** An item as a person sends it; what is left out takes its ordinary value. */
export type ItemPayload = ItemCodes & { note?: string };

/** Steps a case can be returned to. */
export const RETURN_STEPS = [
  'draft',
  'submitted',
  'preReview',
  'inSelection.recommendation',
  'inSelection.inspection',
  'inSelection.deliberation',
] as const;
export type ReturnStep = (typeof RETURN_STEPS)[number];

export type Opinion = { opinion?: string };
export type MandatoryOpinion = { opinion: string };

/** What each event asks for. Shapes and ranges of single fields are checked before the machine is asked. */
export type ProposalPayloads = {
  CREATE: { unit: string; title: string; reason: string; items: ItemPayload[]; resumes?: number | null };
  EDIT: { title?: string; reason?: string; items?: ItemPayload[] };
  CONSULT: Opinion;
  RECORD_CONSULTATION: MandatoryOpinion;
  /** 破格提拔: claimed with grounds, or given up again. */
  CLAIM_EXCEPTIONAL: { cadre: string; ground: ExceptionalGround | null; reason: string };
  SUBMIT: Opinion;
  RECALL: Opinion;
  ACCEPT_FOR_REVIEW: Opinion;
  RETURN: MandatoryOpinion & { to: ReturnStep };
  /** The result is the rules' own; who signs may disagree, with words, and can never pass what they do not. */
  HEADCOUNT_REVIEW: Opinion & { agree?: boolean };
  /** The result is the rules' own; the reviewer signs it. */
  YOUNG_CADRE_REVIEW: Opinion;
  ELIGIBILITY_REVIEW: Opinion & { result: 'passed' | 'failed' | 'unknown' };
  PRIOR_REPORT_REVIEW: Opinion & { result: 'passed' | 'failed' | 'unknown'; matters?: PriorMatter[] };
  /** A reply that came on paper. */
  RECORD_PRIOR_REPLY: { matters: PriorMatter[]; approved: boolean; documentNo: string; day: Day };
  /** What the discipline commission's opinion comes to; null: it was asked again, and stands no more. */
  OPINION_REPLIED: {
    opinion: number;
    cadre: string;
    clear: boolean | null;
    day: Day | null;
    validUntil: Day | null;
  };
  /** What the department replied to a prior report. */
  PRIOR_REPORT_REPLIED: {
    report: number;
    approved: PriorMatter[];
    refused: PriorMatter[];
    documentNo: string;
    day: Day;
  };
  ISSUE_SUGGESTION: Opinion;
  REVISE: Opinion;
  REQUEST_OVERRIDE: { reason: string; attachments: number[] };
  APPROVE_OVERRIDE: Opinion;
  REFUSE_OVERRIDE: MandatoryOpinion;
  JUSTIFY: { explanation: string; commitment?: Commitment | null };
  ACCEPT_JUSTIFICATION: Opinion;
  REFUSE_JUSTIFICATION: MandatoryOpinion;
  RERUN_GATE: Opinion;
  START_SELECTION: Opinion;
  /** Persons: entitled 应到, present 实到; the other four add up to present. */
  RECORD_RECOMMENDATION: {
    talkDay: Day;
    meetingDay: Day;
    entitled: number;
    present: number;
    recommended: number;
    notRecommended: number;
    other: number;
    abstained: number;
  };
  RECORD_INSPECTION: { inspectors: string[]; fromDay: Day; toDay: Day; conclusion: string };
  /** One of 凡提四必, with what shows it. */
  RECORD_CHECK: {
    cadre: string;
    check: FourCheck;
    clear: boolean;
    day: Day;
    evidence: string;
    attachments?: number[];
    /** Who signed the opinion 廉洁意见 that came on paper. */
    partySecretary?: string;
    disciplineSecretary?: string;
  };
  /** 任职回避: what the register cannot tell, looked into by a person. */
  ANSWER_AVOIDANCE: { cadre: string; clear: boolean; day: Day; evidence: string; attachments?: number[] };
  ANSWER_DISQUALIFICATIONS: {
    cadre: string;
    answers: { case: Disqualification; applies: boolean; evidence: string }[];
  };
  /** Votes in the order of the items. `meeting` is the number of the meeting that counted them; one held on paper has none. */
  RECORD_DELIBERATION: {
    meetingDay: Day;
    entitled: number;
    present: number;
    votes: Votes[];
    chairSpokeLast: boolean;
    meeting?: number;
  };
  RESUME_DELIBERATION: Opinion;
  LAPSE: Opinion;
  POST_NOTICE: { startDay: Day };
  /** Without its content an objection is merely noted, as it was before contents were asked for. */
  RECORD_OBJECTION: Opinion & {
    channel?: ObjectionChannel;
    day?: Day;
    content?: string;
    cadre?: string;
    named?: boolean;
  };
  /** The opinion is the conclusion. Of several open objections the one concluded is named. */
  RESOLVE_OBJECTION: MandatoryOpinion & {
    objection?: number;
    founded: boolean;
    verifier?: string;
    verifiedOn?: Day;
  };
  END_NOTICE: Opinion;
  FILING_ACCEPTED: { filing: number };
  FILING_REJECTED: { filing: number };
  REFILE: Opinion;
  TERMINATE: MandatoryOpinion;
  APPOINT: { documentNo: string; documentDay: Day };
  /** Training that was short at the decision (E06) has been made up. */
  RECORD_TRAINING: { cadre: string; day: Day; evidence: string; attachments?: number[] };
  CONFIRM_PROBATION: Opinion;
  RELIEVE: MandatoryOpinion;
  ARCHIVE: Opinion;
  WITHDRAW: MandatoryOpinion;
  ADD_SIGNER: AddSignerPayload;
  SIGN: SignPayload;
  CANCEL_SIGNER: CancelSignerPayload;
};

export type ProposalEventType = keyof ProposalPayloads;
