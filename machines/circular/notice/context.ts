import type { Day } from '../../rules/index.js';
import type { Listing } from '../listing.js';

/** A circular as stored. */
export type CircularContext = {
  createdBy: number | null;
  round: number;
  quarter: string;
  referenceDay: Day;
  revision: number;
  /** SM3 of the frozen ledger. */
  hash: string;
  listing: Listing | null;
  /** Those who drew it up or handed it in: they sign nothing of it. */
  drafters: number[];
  signedBy: number[];
  documentNo: string | null;
  issuedOn: Day | null;
};

/** The context of a circular that does not exist yet. */
export function emptyContext(): CircularContext {
  return {
    createdBy: null,
    round: 0,
    quarter: '',
    referenceDay: '',
    revision: 0,
    hash: '',
    listing: null,
    drafters: [],
    signedBy: [],
    documentNo: null,
    issuedOn: null,
  };
}
