import { eventReader, type AddSignerFacts, type GateFacts, type WorkflowEvent } from '../kernel/index.js';
import type { Day, ItemEligibility } from '../rules/index.js';
import type { FilingEventType, FilingPayloads } from './payloads.js';

/** Everything the ledger can be asked for. Which event needs which is in FACTS_BY_EVENT. */
export type FilingFacts = {
  /** A fresh run of the gate over the cleared items: the second gate. A full result may be given, with its differences. */
  gate: GateFacts;
  /** The day by which the unit must file: so many days after the notice, rolled forward to a working day. */
  dueDay: Day;
  /** E01 to E16 for everybody appointed, as of the day of the decision: tenure starts there. */
  eligibility: ItemEligibility[];
  /** Whether the settings make them bind. */
  eligibilityBinds: boolean;
} & AddSignerFacts;

export type FilingFact = keyof FilingFacts;

/** What the loader must bring for each event; an event without a row needs nothing from the ledger. */
export const FACTS_BY_EVENT: Partial<Record<FilingEventType, readonly FilingFact[]>> = {
  CREATE: ['dueDay'],
  SUBMIT_FILING: ['eligibility'],
  CORRECT: ['eligibility'],
  ACCEPT: ['gate', 'eligibility', 'eligibilityBinds'],
  ACCEPT_WITH_REMARKS: ['gate', 'eligibility', 'eligibilityBinds'],
  ADD_SIGNER: ['unknownUsers'],
};

/** Facts and payloads of this workflow's events. */
export const { factOf, payloadOf } = eventReader<FilingPayloads, FilingFacts>();

/** A fact that events from before revision 2 came without: what was not asked then is not asked of them now. */
export function factIfAny<F extends FilingFact>(event: WorkflowEvent, name: F): FilingFacts[F] | undefined {
  return event.facts[name] as FilingFacts[F] | undefined;
}
