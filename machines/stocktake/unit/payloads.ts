import { eventReader } from '../../kernel/index.js';
import type { Day } from '../../rules/index.js';
import type { Periods } from '../periods.js';
import type { Quarter } from '../quarter.js';

type Opinion = { opinion?: string };
type MandatoryOpinion = { opinion: string };

/** One row of the ledger that the unit finds wrong. */
export type WrongRow = { team: string; task?: string; note: string };

/** What each event asks for. */
export type UnitPayloads = {
  CREATE: { round: number; quarter: Quarter; referenceDay: Day; periods: Periods };
  CONFIRM: Opinion;
  REQUEST_CORRECTION: MandatoryOpinion & { rows: WrongRow[] };
  /** The directory itself is corrected by the usual import; here stands what became of the request. */
  DECIDE_CORRECTION: MandatoryOpinion & { made: boolean };
  CHASE: Opinion;
  DEADLINE_PASSED: { name: string };
  COLLECTED: Opinion;
  ISSUE_LETTER: { signer: number | null };
  RECEIVE: Opinion;
  REPLY: MandatoryOpinion & { attachments?: number[] };
  ACCEPT_REPLY: Opinion;
  RETURN_REPLY: MandatoryOpinion;
  CLOSE: Opinion;
};
export type UnitEventType = keyof UnitPayloads;

/** The number that the letter is given, in the transaction of its sign-off. */
export type UnitFacts = { documentNo: string | null };
export type UnitFact = keyof UnitFacts;

export const UNIT_FACTS: Partial<Record<UnitEventType, readonly UnitFact[]>> = { ISSUE_LETTER: ['documentNo'] };

export const { payloadOf } = eventReader<UnitPayloads, UnitFacts>();
