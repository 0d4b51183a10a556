import { eventReader } from '../../kernel/index.js';
import type { Periods } from '../periods.js';
import type { Quarter } from '../quarter.js';

type Opinion = { opinion?: string };
type MandatoryOpinion = { opinion: string };

/** What each event asks for. */
export type RoundPayloads = {
  CREATE: { quarter: Quarter; periods?: Partial<Periods> };
  UNITS_INVITED: { units: number };
  /** Units that have not answered are passed over only if that is said, with a reason. */
  FREEZE: Opinion & { despiteSilent?: boolean };
  SNAPSHOT_TAKEN: { hash: string; revision: number };
  REVISE: MandatoryOpinion;
  REPORT: Opinion;
  ENDORSE: Opinion;
  RETURN: MandatoryOpinion;
  ISSUE_LETTERS: Opinion;
  CLOSE: Opinion & { despiteOpen?: boolean };
};
export type RoundEventType = keyof RoundPayloads;

/** What the ledger and the units' cases say at the moment of an event. */
export type RoundFacts = {
  /** Kind of the unit in which the round begins. */
  unitKind: string;
  /** Units by where their answers stand; of a closing round, by where their letters stand. */
  answers: { silent: number; correcting: number; answered: number };
  letters: { waiting: number; open: number; settled: number };
};
export type RoundFact = keyof RoundFacts;

export const ROUND_FACTS: Partial<Record<RoundEventType, readonly RoundFact[]>> = {
  CREATE: ['unitKind'],
  FREEZE: ['answers'],
  CLOSE: ['letters'],
};

export const { factOf, payloadOf } = eventReader<RoundPayloads, RoundFacts>();
