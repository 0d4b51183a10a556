import type { Day } from '../../rules/index.js';
import { DEFAULT_PERIODS, type Periods } from '../periods.js';
import type { Quarter } from '../quarter.js';

/** A round as stored. The ledger it freezes stands in snapshots of its own, the units' answers in their own cases. */
export type RoundContext = {
  /** Nobody: opened by the product at the quarter's end. */
  createdBy: number | null;
  quarter: Quarter;
  referenceDay: Day;
  periods: Periods;
  /** Revision of the ledger that is frozen, 0 before the first. */
  revision: number;
  /** Why the ledger is frozen anew; null for the first time. */
  reason: string | null;
  /** SM3 of the frozen ledger. */
  hash: string | null;
  /** Those who froze or reported: they do not endorse their own report. */
  reporters: number[];
  endorsedBy: number[];
};

/** The context of a round that does not exist yet. */
export function emptyContext(): RoundContext {
  return {
    createdBy: null,
    quarter: '',
    referenceDay: '',
    periods: DEFAULT_PERIODS,
    revision: 0,
    reason: null,
    hash: null,
    reporters: [],
    endorsedBy: [],
  };
}
