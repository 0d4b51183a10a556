import { defineWorkflow } from '../kernel/index.js';
import { CARD } from './card.js';
import { CHECKS, FORESIGHT } from './checks.js';
import { DEADLINES } from './deadlines.js';
import { EFFECTS, EFFECT_NAMES } from './effects.js';
import { LABELS } from './labels.js';
import { machine } from './machine.js';
import { POLICY } from './policy.js';

/** 调整动议: from a unit's draft through the first gate, the selection procedure and the filing to the appointment. */
export const definition = defineWorkflow({
  name: 'proposal',
  revision: 2,
  machine,
  checks: CHECKS,
  foresight: FORESIGHT,
  policy: POLICY,
  deadlines: DEADLINES,
  effects: EFFECT_NAMES,
  effectParams: EFFECTS,
  labels: LABELS,
  card: CARD,
  // Revision 2 only adds: events, and conclusions of two reviews. What stands in a case stays what it is.
  migrations: { 1: (stored) => stored },
});

/** Revision 2 understands every event of revision 1 and answers it as it did: what was not asked then came without facts. */
export const EARLIER = [{ ...definition, revision: 1, migrations: {} }];

export { machine } from './machine.js';
export { emptyContext } from './context.js';
export type * from './context.js';
export { RETURN_STEPS } from './payloads.js';
export type * from './payloads.js';
export { FACTS_BY_EVENT, limitsOf } from './facts.js';
export type { Limits, ProposalFact, ProposalFacts } from './facts.js';
export { composeSuggestionLetter, type SuggestionLetterQuestion } from './suggestion-letter.js';
export type { DeliberationOutcome, Votes } from '../rules/index.js';
