import { eventReader, type AddSignerFacts, type GateFacts } from '../kernel/index.js';
import type { Day } from '../rules/index.js';
import type { FilingEventType, FilingPayloads } from './payloads.js';

/** Everything the ledger can be asked for. Which event needs which is in FACTS_BY_EVENT. */
export type FilingFacts = {
  /** A fresh run of the gate over the cleared items: the second gate. A full result may be given, with its differences. */
  gate: GateFacts;
  /** The day by which the unit must file: so many days after the notice, rolled forward to a working day. */
  dueDay: Day;
} & AddSignerFacts;

export type FilingFact = keyof FilingFacts;

/** What the loader must bring for each event; an event without a row needs nothing from the ledger. */
export const FACTS_BY_EVENT: Partial<Record<FilingEventType, readonly FilingFact[]>> = {
  CREATE: ['dueDay'],
  ACCEPT: ['gate'],
  ACCEPT_WITH_REMARKS: ['gate'],
  ADD_SIGNER: ['unknownUsers'],
};

/** Facts and payloads of this workflow's events. */
export const { factOf, payloadOf } = eventReader<FilingPayloads, FilingFacts>();
