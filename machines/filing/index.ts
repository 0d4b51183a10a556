import { defineWorkflow } from '../kernel/index.js';
import { CARD } from './card.js';
import { CHECKS, FORESIGHT } from './checks.js';
import { DEADLINES } from './deadlines.js';
import { EFFECTS, EFFECT_NAMES } from './effects.js';
import { LABELS } from './labels.js';
import { machine } from './machine.js';
import { POLICY } from './policy.js';

/** 备案: what the unit decided is filed, read by two sections, and judged at the second gate. */
export const definition = defineWorkflow({
  name: 'filing',
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
  // Revision 2 only adds: what E01 to E16 say at the filing gate. What stands in a case stays what it is.
  migrations: { 1: (stored) => stored },
});

/** Revision 2 understands every event of revision 1 and answers it as it did: what was not asked then came without facts. */
export const EARLIER: readonly (typeof definition)[] = [{ ...definition, revision: 1, migrations: {} }];

export { machine } from './machine.js';
export { SECTIONS, emptyContext } from './context.js';
export type * from './context.js';
export { departuresOf, type Departure } from './departures.js';
export { RETURN_STEPS } from './payloads.js';
export type * from './payloads.js';
export { FACTS_BY_EVENT } from './facts.js';
export type { FilingFact, FilingFacts } from './facts.js';
