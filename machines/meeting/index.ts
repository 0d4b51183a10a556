import { defineWorkflow } from '../kernel/index.js';
import { MEETING_BODIES } from '../rules/index.js';
import { CHECKS, FORESIGHT } from './checks.js';
import { LABELS } from './labels.js';
import { EFFECT_NAMES, machine } from './machine.js';
import { POLICY, READERS } from './policy.js';

/** 会议讨论决定: a party group decides several proposals of its unit. */
export const definition = defineWorkflow({
  name: 'meeting',
  readers: READERS,
  revision: 1,
  machine,
  checks: CHECKS,
  foresight: FORESIGHT,
  policy: POLICY,
  deadlines: {},
  effects: EFFECT_NAMES,
  labels: LABELS,
  card: { title: ({ day, body, agenda }) => `${day} ${MEETING_BODIES[body]}（议题${agenda.length}项）` },
  migrations: {},
});

export * from './agenda.js';
export * from './context.js';
export * from './payloads.js';
export { decisionsOf, type DecisionToRecord } from './decisions.js';
export { itemStandingOf } from './standing.js';
