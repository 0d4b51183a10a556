import { eventReader } from '../kernel/index.js';
import type { Day, OpinionConclusion, ReasonToAskAgain } from '../rules/index.js';

type Opinion = { opinion?: string };
type MandatoryOpinion = { opinion: string };

/** What each event asks for. */
export type OpinionPayloads = {
  CREATE: { proposal: number; cadre: string; opinion?: string };
  TAKE_UP: Opinion;
  RETURN_REQUEST: MandatoryOpinion;
  REPLY: {
    conclusion: OpinionConclusion;
    partySecretary: string;
    disciplineSecretary: string;
    signedOn: Day;
    opinion?: string;
  };
  WEIGH: MandatoryOpinion & { clear: boolean };
  ASK_AGAIN: MandatoryOpinion & { cause: ReasonToAskAgain };
  NOTE: Opinion;
  WITHDRAW: MandatoryOpinion;
  /** The proposal is no longer under way: at its end, or open as a draft again. */
  PROPOSAL_LEFT: { because: 'proposalEnded' | 'proposalReturned' };
};
export type OpinionEventType = keyof OpinionPayloads;

/** The proposal as it stands at the moment of an event. */
export type ProposalSeen = {
  /** Submitted and not decided. */
  underWay: boolean;
  /** Of the unit in which the opinion is asked for. */
  ofUnit: boolean;
  version: number;
  appointees: string[];
};

export type OpinionFacts = {
  proposal: ProposalSeen;
  /** How the person and the posts are called in the request. */
  names: { cadreName: string; unitName: string; currentPosts: string[]; proposedPosts: string[] };
  /** Months for which an opinion may be relied on. */
  validMonths: number;
};
export type OpinionFact = keyof OpinionFacts;

/** What the loader must bring for each event; an event without a row needs nothing from the ledger. */
export const FACTS_BY_EVENT: Partial<Record<OpinionEventType, readonly OpinionFact[]>> = {
  CREATE: ['proposal', 'names'],
  REPLY: ['proposal', 'validMonths'],
  WEIGH: ['proposal'],
  ASK_AGAIN: ['proposal', 'names'],
};

export const { factOf, payloadOf } = eventReader<OpinionPayloads, OpinionFacts>();
