import {
  defineWorkflow,
  type DeadlineOf,
  type EventPolicy,
  type Role,
  type WorkflowLabels,
} from '../../kernel/index.js';
import type { Policy } from '../../rules/index.js';
import { quarterWords } from '../letter.js';
import { CHECKS, FORESIGHT } from './checks.js';
import type { CircularContext } from './context.js';
import { EFFECT_NAMES, machine } from './machine.js';
import type { CircularEventType } from './payloads.js';

const SECTION: EventPolicy = { roles: ['reviewer', 'chief'] satisfies readonly Role[] };

/** Who may send what: the section draws up, the deputy head signs, the head signs off; three different people. */
const POLICY: Readonly<Record<CircularEventType, EventPolicy>> = {
  CREATE: SECTION,
  REDRAFT: { ...SECTION, aside: true },
  SUBMIT: SECTION,
  WITHDRAW: { ...SECTION, needsOpinion: true, aside: true },
  SIGN: { roles: ['deputy'], notBy: ['drafters'] },
  RETURN: { roles: ['deputy', 'head'], notBy: ['drafters'], needsOpinion: true, aside: true, sendsBack: true },
  ISSUE: { roles: ['head'], notBy: ['drafters', 'signedBy'] },
  CLOSE: SECTION,
};

const DEADLINES = {
  signature: {
    label: '通报签发期限',
    startDay: (_context, { today }) => today,
    spec: ({ warning }) => ({ kind: 'working-days', n: warning.circularSignWorkingDays, countStart: false }),
  },
} satisfies Record<string, DeadlineOf<CircularContext, Policy>>;

const EVENTS: Readonly<Record<CircularEventType, string>> = {
  CREATE: '起草通报',
  REDRAFT: '重新拟定名单',
  SUBMIT: '报签',
  SIGN: '分管部长签署',
  RETURN: '退回',
  ISSUE: '部长签发',
  WITHDRAW: '撤销',
  CLOSE: '办结',
};

/** What people read. */
const LABELS: WorkflowLabels = {
  workflow: '通报',
  states: {
    drafted: '起草中',
    submitted: '待分管部长签署',
    signed: '待部长签发',
    issued: '已印发，待签收',
    closed: '已办结',
    withdrawn: '已撤销',
  },
  events: EVENTS,
};

/** 一通报: the teams that are still short after two reminders, circulated to everybody. */
export const definition = defineWorkflow({
  name: 'circular',
  revision: 1,
  machine,
  checks: CHECKS,
  foresight: FORESIGHT,
  policy: POLICY,
  deadlines: DEADLINES,
  effects: EFFECT_NAMES,
  labels: LABELS,
  card: { title: ({ quarter }) => `${quarterWords(quarter)}年轻干部配备通报` },
  migrations: {},
});
