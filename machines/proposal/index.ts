import { defineWorkflow } from '../kernel/index.js';
import type { NarrowFace } from '../kernel/index.js';
import { CARD } from './card.js';
import { CHECKS, FORESIGHT } from './checks.js';
import { DEADLINES } from './deadlines.js';
import { EFFECTS, EFFECT_NAMES } from './effects.js';
import { LABELS } from './labels.js';
import { machine } from './machine.js';
import { POLICY } from './policy.js';

/** 编办 answers for approved headcount and sees the headcount pre-review 职数预审 alone. @source handbook §1.2, §3.2 */
const NARROW: NarrowFace = {
  readers: ['establishment'],
  plural: 'headcount_reviews',
  label: '干部职数配备预审',
};

/** 调整动议: from a unit's draft through the first gate, the selection procedure and the filing to the appointment. */
export const definition = defineWorkflow({
  name: 'proposal',
  narrow: NARROW,
  revision: 3,
  machine,
  checks: CHECKS,
  foresight: FORESIGHT,
  policy: POLICY,
  deadlines: DEADLINES,
  effects: EFFECT_NAMES,
  effectParams: EFFECTS,
  labels: LABELS,
  card: CARD,
  // Revisions 2 and 3 only add: events, conclusions of two reviews, answers of others. What stands in a case stays what it is.
  migrations: { 1: (stored) => stored, 2: (stored) => stored },
});

/** Each revision understands every event of those before and answers it as they did: what was not asked then came without facts. */
export const EARLIER: readonly (typeof definition)[] = [
  { ...definition, revision: 1, migrations: {} },
  { ...definition, revision: 2, migrations: { 1: definition.migrations[1]! } },
];

export { machine } from './machine.js';
export { emptyContext } from './context.js';
export type * from './context.js';
export { RETURN_STEPS } from './payloads.js';
export type * from './payloads.js';
export { FACTS_BY_EVENT, limitsOf } from './facts.js';
export type { Limits, ProposalFact, ProposalFacts } from './facts.js';
export { composeSuggestionLetter, type SuggestionLetterQuestion } from './suggestion-letter.js';
export type { DeliberationOutcome, Votes } from '../rules/index.js';
