import { eventReader } from '../../kernel/index.js';
import type { Day } from '../../rules/index.js';
import type { Listing } from '../listing.js';

type Opinion = { opinion?: string };
type MandatoryOpinion = { opinion: string };

/** What each event asks for. */
export type CircularPayloads = {
  CREATE: { round: number };
  /** The list is drawn up anew, with the receipts of now. */
  REDRAFT: Opinion;
  SUBMIT: Opinion;
  SIGN: Opinion;
  RETURN: MandatoryOpinion;
  ISSUE: Opinion;
  WITHDRAW: MandatoryOpinion;
  /** To close while receipts are missing must be said, with a reason. */
  CLOSE: Opinion & { despiteOpen?: boolean };
};
export type CircularEventType = keyof CircularPayloads;

/** The frozen ledger that a circular rests on. */
export type LedgerFact = { quarter: string; referenceDay: Day; revision: number; hash: string };

/** What the ledger, the warnings and the recipients say at the moment of an event. */
export type CircularFacts = {
  unitKind: string;
  ledger: LedgerFact;
  listing: Listing;
  documentNo: string;
  /** Copies by whether they have been received. */
  copies: { open: number; received: number };
};
export type CircularFact = keyof CircularFacts;

export const CIRCULAR_FACTS: Partial<Record<CircularEventType, readonly CircularFact[]>> = {
  CREATE: ['unitKind', 'ledger', 'listing'],
  REDRAFT: ['ledger', 'listing'],
  ISSUE: ['ledger', 'listing', 'documentNo'],
  CLOSE: ['copies'],
};

export const { factOf, payloadOf } = eventReader<CircularPayloads, CircularFacts>();
