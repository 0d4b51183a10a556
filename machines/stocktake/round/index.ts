import {
  defineWorkflow,
  type DeadlineOf,
  type EventPolicy,
  type Role,
  type WorkflowLabels,
} from '../../kernel/index.js';
import type { Policy } from '../../rules/index.js';
import { quarterLabel } from '../quarter.js';
import { CHECKS } from './checks.js';
import type { RoundContext } from './context.js';
import { EFFECT_NAMES, machine } from './machine.js';
import type { RoundEventType } from './payloads.js';

const SECTION: readonly Role[] = ['reviewer', 'chief'];
/** The heads judge what others report, and sign off. */
const HEADS: EventPolicy = { roles: ['deputy', 'head'], notBy: ['reporters'] };

/** Who may send what. */
const POLICY: Readonly<Record<RoundEventType, EventPolicy>> = {
  CREATE: { roles: [...SECTION, 'system'] },
  UNITS_INVITED: { roles: ['system'] },
  FREEZE: { roles: SECTION },
  SNAPSHOT_TAKEN: { roles: ['system'] },
  REVISE: { roles: SECTION, needsOpinion: true, aside: true },
  REPORT: { roles: SECTION },
  ENDORSE: HEADS,
  RETURN: { ...HEADS, needsOpinion: true, aside: true, sendsBack: true },
  ISSUE_LETTERS: HEADS,
  CLOSE: { roles: SECTION },
};

const DEADLINES = {
  collection: {
    label: '摸底期限',
    startDay: (_context, { today }) => today,
    spec: (_policy, { periods }) => ({ kind: 'working-days', n: periods.confirmation, countStart: false }),
  },
  endorsement: {
    label: '部领导审阅期限',
    startDay: (_context, { today }) => today,
    spec: (_policy, { periods }) => ({ kind: 'working-days', n: periods.endorsement, countStart: false }),
  },
} satisfies Record<string, DeadlineOf<RoundContext, Policy>>;

const EVENTS: Readonly<Record<RoundEventType, string>> = {
  CREATE: '开展摸底调度',
  UNITS_INVITED: '已通知各单位',
  FREEZE: '固化台账',
  SNAPSHOT_TAKEN: '台账已固化',
  REVISE: '更正后重新固化',
  REPORT: '报部领导',
  ENDORSE: '审阅同意',
  RETURN: '退回',
  ISSUE_LETTERS: '签发反馈函',
  CLOSE: '办结',
};

/** What people read. */
const LABELS: WorkflowLabels = {
  workflow: '季度摸底调度',
  states: {
    opening: '正在通知各单位',
    collecting: '摸底核对',
    freezing: '正在固化台账',
    frozen: '台账已固化',
    reported: '报部领导审阅',
    endorsed: '部领导已审阅',
    lettersIssued: '已书面反馈',
    closed: '已办结',
  },
  events: EVENTS,
};

/** 季度摸底调度: stock is taken at each quarter's end, reported to the heads, and fed back one to one. */
export const definition = defineWorkflow({
  name: 'stocktake',
  revision: 1,
  machine,
  checks: CHECKS,
  policy: POLICY,
  deadlines: DEADLINES,
  effects: EFFECT_NAMES,
  labels: LABELS,
  card: { title: ({ quarter }) => `${quarterLabel(quarter)}摸底调度` },
  migrations: {},
});
