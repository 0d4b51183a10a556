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
  revision: 1,
  machine,
  checks: CHECKS,
  foresight: FORESIGHT,
  policy: POLICY,
  deadlines: DEADLINES,
  effects: EFFECT_NAMES,
  effectParams: EFFECTS,
  labels: LABELS,
  card: CARD,
  migrations: {},
});

export { machine } from './machine.js';
export { SECTIONS, emptyContext } from './context.js';
export type * from './context.js';
export { departuresOf, type Departure } from './departures.js';
export { RETURN_STEPS } from './payloads.js';
export type * from './payloads.js';
export { FACTS_BY_EVENT } from './facts.js';
export type { FilingFact, FilingFacts } from './facts.js';
