import { assign, setup } from 'xstate';
import { type CheckOf, defineWorkflow, guardsOf, refuse, type WorkflowEvent } from '../../../machines/kernel/index.js';
import type { Policy } from '../../../machines/rules/index.js';

/** The smallest workflow that uses everything the engine offers: a request for something of which there is a stock. */
export type ToyContext = {
  title: string;
  createdBy: number | null;
  submittedBy: number | null;
  /** Signals received from another request. */
  signals: number;
};

type Args = { context: ToyContext; event: WorkflowEvent };

const checks = {
  inStock: (_context: ToyContext, event: WorkflowEvent) =>
    Number(event.facts['left']) > 0 ? null : refuse('OUT_OF_STOCK', { left: event.facts['left'] ?? null }),
} satisfies Record<string, CheckOf<ToyContext>>;

const titleOf = (event: WorkflowEvent): string => (event.payload as { title: string }).title;

/** Effects are names here; the engine carries them out. */
const forShell = (): void => undefined;

const machine = setup({
  types: { context: {} as ToyContext, events: {} as WorkflowEvent },
  guards: guardsOf(checks),
  actions: {
    begin: assign(({ event }: Args) => ({ title: titleOf(event), createdBy: event.actor.userId })),
    rename: assign(({ event }: Args) => ({ title: titleOf(event) })),
    rememberSubmitter: assign(({ event }: Args) => ({ submittedBy: event.actor.userId })),
    takeFromStock: forShell,
    tellNeighbour: forShell,
    announce: forShell,
    countSignal: assign(({ context }: Args) => ({ signals: context.signals + 1 })),
  },
}).createMachine({
  id: 'toy_request',
  context: { title: '', createdBy: null, submittedBy: null, signals: 0 },
  initial: 'new',
  on: { SIGNAL: { actions: 'countSignal' } },
  states: {
    new: { on: { CREATE: { target: 'draft', actions: 'begin' } } },
    draft: {
      on: { EDIT: { actions: 'rename' }, SUBMIT: { target: 'submitted', actions: 'rememberSubmitter' } },
    },
    submitted: {
      meta: { deadlines: ['review'] },
      on: {
        WITHDRAW: 'draft',
        APPROVE: { target: 'approved', guard: 'inStock', actions: ['takeFromStock', 'tellNeighbour', 'announce'] },
      },
    },
    approved: { tags: 'done' },
  },
});

/** @param revision a later one moves drafts on without change and leaves every other state to a person */
export function toyDefinition(revision = 1) {
  return defineWorkflow<ToyContext, Policy>({
    name: 'toy_request',
    revision,
    machine,
    checks,
    policy: {
      CREATE: { roles: ['clerk', 'leader', 'system'] },
      EDIT: { roles: ['clerk', 'leader'] },
      SUBMIT: { roles: ['clerk', 'leader'] },
      WITHDRAW: { roles: ['clerk', 'leader'] },
      APPROVE: { roles: ['chief', 'deputy'], notBy: ['createdBy', 'submittedBy'] },
      SIGNAL: { roles: ['system'] },
    },
    deadlines: {
      review: {
        label: '审核时限',
        startDay: (_context, event) => event.today,
        spec: (policy) => ({ kind: 'working-days', n: policy.filing.preReviewWorkingDays, countStart: false }),
      },
    },
    effects: ['takeFromStock', 'tellNeighbour', 'announce'],
    labels: {
      workflow: '申请',
      states: { draft: '草稿', submitted: '待审核', approved: '已同意' },
      events: { CREATE: '新建', EDIT: '修改', SUBMIT: '提交', WITHDRAW: '撤回', APPROVE: '同意', SIGNAL: '知悉' },
    },
    migrations: Object.fromEntries(
      Array.from({ length: revision - 1 }, (_, index) => [
        index + 1,
        (stored) => (stored.state === 'draft' ? stored : null),
      ]),
    ),
  });
}
