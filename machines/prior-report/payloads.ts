import { eventReader } from '../kernel/index.js';
import type { PriorMatter } from '../rules/index.js';
import type { Letter, ReportedPerson } from './context.js';

type Opinion = { opinion?: string };
type MandatoryOpinion = { opinion: string };

/** What each event asks for. */
export type ReportPayloads = {
  CREATE: { proposal: number; matters?: PriorMatter[] } & Partial<Letter>;
  EDIT: { matters?: PriorMatter[] } & Partial<Letter>;
  SUBMIT: Opinion;
  TAKE_UP: Opinion;
  RETURN: MandatoryOpinion;
  DRAFT_REPLY: Opinion & { approvedMatters: PriorMatter[]; refusedMatters: PriorMatter[] };
  SIGN_REPLY: Opinion;
  SEND_BACK: MandatoryOpinion;
  NOTE: Opinion;
  REPORT_AGAIN: MandatoryOpinion;
  WITHDRAW: MandatoryOpinion;
  /** The proposal is no longer under way: at its end, or open as a draft again. */
  PROPOSAL_LEFT: { because: 'proposalEnded' | 'proposalReturned' };
};
export type ReportEventType = keyof ReportPayloads;

/** The proposal as it stands at the moment of an event. */
export type ProposalSeen = {
  title: string;
  unitName: string;
  /** Submitted and not decided. */
  underWay: boolean;
  ofUnit: boolean;
  version: number;
  /** Matters that the rules found at its submission or review, and those ticked there. */
  found: PriorMatter[];
  people: ReportedPerson[];
};

export type ReportFacts = {
  proposal: ProposalSeen;
  documentNo: string;
};
export type ReportFact = keyof ReportFacts;

/** What the loader must bring for each event; an event without a row needs nothing from the ledger. */
export const FACTS_BY_EVENT: Partial<Record<ReportEventType, readonly ReportFact[]>> = {
  CREATE: ['proposal'],
  SUBMIT: ['proposal'],
  SIGN_REPLY: ['proposal', 'documentNo'],
};

export const { factOf, payloadOf } = eventReader<ReportPayloads, ReportFacts>();
