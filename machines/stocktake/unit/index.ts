import {
  defineWorkflow,
  type DeadlineOf,
  type EventPolicy,
  type JsonObject,
  type Role,
  type WorkflowEvent,
  type WorkflowLabels,
} from '../../kernel/index.js';
import type { Policy } from '../../rules/index.js';
import { quarterLabel } from '../quarter.js';
import { CHECKS } from './checks.js';
import type { UnitContext } from './context.js';
import { EFFECT_NAMES, machine } from './machine.js';
import type { UnitEventType } from './payloads.js';

const UNIT: readonly Role[] = ['clerk', 'leader'];
const SECTION: readonly Role[] = ['reviewer', 'chief'];
const SYSTEM: EventPolicy = { roles: ['system'] };

/** Who may send what. Nobody decides on what he asked for himself on the unit's side. */
const POLICY: Readonly<Record<UnitEventType, EventPolicy>> = {
  CREATE: SYSTEM,
  CONFIRM: { roles: UNIT },
  REQUEST_CORRECTION: { roles: UNIT, needsOpinion: true, aside: true },
  DECIDE_CORRECTION: { roles: SECTION, needsOpinion: true, notBy: ['answeredBy'] },
  CHASE: { roles: [...SECTION, 'system'], aside: true },
  DEADLINE_PASSED: SYSTEM,
  COLLECTED: SYSTEM,
  ISSUE_LETTER: SYSTEM,
  RECEIVE: { roles: UNIT },
  REPLY: { roles: UNIT, needsOpinion: true },
  ACCEPT_REPLY: { roles: SECTION, notBy: ['repliedBy'] },
  RETURN_REPLY: { roles: SECTION, needsOpinion: true, notBy: ['repliedBy'], sendsBack: true },
  CLOSE: SYSTEM,
};

type Deadline = DeadlineOf<UnitContext, Policy>;

/** So many working days from the day the state is entered. */
const within = (label: string, period: keyof UnitContext['periods']): Deadline => ({
  label,
  startDay: (_context, { today }) => today,
  spec: (_policy, { periods }) => ({ kind: 'working-days', n: periods[period], countStart: false }),
});

const EVENTS: Readonly<Record<UnitEventType, string>> = {
  CREATE: '通知核对',
  CONFIRM: '确认无误',
  REQUEST_CORRECTION: '申请更正',
  DECIDE_CORRECTION: '处理更正',
  CHASE: '催报',
  DEADLINE_PASSED: '到期',
  COLLECTED: '核对结束',
  ISSUE_LETTER: '发出反馈函',
  RECEIVE: '签收',
  REPLY: '回复',
  ACCEPT_REPLY: '回复通过',
  RETURN_REPLY: '退回重报',
  CLOSE: '随调度办结',
};

/** What people read. */
const LABELS: WorkflowLabels = {
  workflow: '摸底核对与反馈',
  states: {
    awaiting: '待核对',
    confirmed: '已确认',
    correctionRequested: '申请更正',
    corrected: '更正已处理',
    collected: '核对结束',
    letterIssued: '反馈函待签收',
    received: '已签收，待回复',
    replied: '已回复',
    settled: '已办结',
    closed: '随调度办结',
  },
  events: EVENTS,
};

/** Which letter, of which round, and who took the step on which day. */
function letterOf({ round, documentNo }: UnitContext, { actor, today }: WorkflowEvent): JsonObject {
  return { round, documentNo, day: today, by: actor.userId };
}

/** 一对一: each unit answers for its own rows and gets its own letter. */
export const definition = defineWorkflow({
  name: 'stocktake_unit',
  revision: 1,
  machine,
  checks: CHECKS,
  policy: POLICY,
  deadlines: {
    confirmation: { ...within('核对期限', 'confirmation'), tells: true },
    correction: within('更正期限', 'correction'),
    reply: within('回复期限', 'reply'),
  },
  effects: EFFECT_NAMES,
  effectParams: { tellOfLetter: letterOf, tellOfReceipt: letterOf },
  labels: LABELS,
  card: { title: ({ quarter }) => `${quarterLabel(quarter)}摸底核对与反馈` },
  arisesInMass: true,
  migrations: {},
});
