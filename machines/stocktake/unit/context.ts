import type { Day } from '../../rules/index.js';
import { DEFAULT_PERIODS, type Periods } from '../periods.js';
import type { Quarter } from '../quarter.js';

/** What a unit said of its rows before they were frozen. */
export type Answer = 'silent' | 'confirmed' | 'correctionRequested' | 'corrected' | 'correctionDeclined';

/** One unit's side of a round: its answer, and the letter to it. */
export type UnitContext = {
  /** Nobody: opened by the round. */
  createdBy: number | null;
  round: number;
  quarter: Quarter;
  referenceDay: Day;
  periods: Periods;
  answer: Answer;
  /** How often the unit was asked again. */
  chased: number;
  /** Those who answered for the unit; they decide on no correction of theirs. */
  answeredBy: number[];
  documentNo: string | null;
  issuedOn: Day | null;
  receivedOn: Day | null;
  repliedBy: number[];
};

/** The context of a unit's side that does not exist yet. */
export function emptyContext(): UnitContext {
  return {
    createdBy: null,
    round: 0,
    quarter: '',
    referenceDay: '',
    periods: DEFAULT_PERIODS,
    answer: 'silent',
    chased: 0,
    answeredBy: [],
    documentNo: null,
    issuedOn: null,
    receivedOn: null,
    repliedBy: [],
  };
}
