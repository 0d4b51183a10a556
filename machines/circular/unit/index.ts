import { setup } from 'xstate';
import {
  actionsOf,
  defineWorkflow,
  eventReader,
  type ChangeOf,
  type DeadlineOf,
  type EventPolicy,
  type WorkflowEvent,
  type WorkflowLabels,
} from '../../kernel/index.js';
import type { Day, Policy } from '../../rules/index.js';

/** One unit's copy of a circular. */
export type CopyContext = {
  createdBy: number | null;
  circular: number;
  documentNo: string;
  sentOn: Day | null;
  receivedOn: Day | null;
};

/** What each event asks for. */
export type CopyPayloads = {
  CREATE: { circular: number; documentNo: string };
  RECEIVE: { opinion?: string };
  CLOSE: { opinion?: string };
};
export type CopyEventType = keyof CopyPayloads;

const { payloadOf } = eventReader<CopyPayloads, Record<string, never>>();

type Change = ChangeOf<CopyContext>;
const open: Change = (_context, event) => ({
  ...payloadOf(event, 'CREATE'),
  createdBy: event.actor.userId,
  sentOn: event.today,
});
const receive: Change = (_context, { today }) => ({ receivedOn: today });

/** The copy is kept with the step that sends it. */
const EFFECT_NAMES = ['keepCopy'] as const;

const machine = setup({
  types: { context: {} as CopyContext, events: {} as WorkflowEvent },
  actions: actionsOf({ open, receive }, EFFECT_NAMES),
}).createMachine({
  id: 'circular_unit',
  initial: 'new',
  context: () => ({ createdBy: null, circular: 0, documentNo: '', sentOn: null, receivedOn: null }),
  states: {
    new: { on: { CREATE: { target: 'sent', actions: ['open', 'keepCopy'] } } },
    sent: {
      meta: { deadlines: ['receipt'] },
      on: { RECEIVE: { target: 'received', actions: 'receive' }, CLOSE: 'closed' },
    },
    received: { tags: 'done' },
    closed: { tags: 'done' },
  },
});

const POLICY: Readonly<Record<CopyEventType, EventPolicy>> = {
  CREATE: { roles: ['system'] },
  RECEIVE: { roles: ['clerk', 'leader'] },
  CLOSE: { roles: ['system'] },
};

const DEADLINES = {
  receipt: {
    label: '通报签收期限',
    startDay: (_context, { today }) => today,
    spec: ({ warning }) => ({ kind: 'working-days', n: warning.receiptWorkingDays, countStart: false }),
  },
} satisfies Record<string, DeadlineOf<CopyContext, Policy>>;

const EVENTS: Readonly<Record<CopyEventType, string>> = { CREATE: '送达通报', RECEIVE: '签收', CLOSE: '随通报办结' };

const LABELS: WorkflowLabels = {
  workflow: '通报送达',
  states: { sent: '待签收', received: '已签收', closed: '随通报办结' },
  events: EVENTS,
};

/** Each unit confirms that it has received a circular. */
export const definition = defineWorkflow({
  name: 'circular_unit',
  revision: 1,
  machine,
  checks: {},
  policy: POLICY,
  deadlines: DEADLINES,
  effects: EFFECT_NAMES,
  labels: LABELS,
  card: { title: ({ documentNo }) => `通报${documentNo}` },
  arisesInMass: true,
  migrations: {},
});
