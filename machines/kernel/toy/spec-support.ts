import { raise, setup } from 'xstate';
import {
  SIGNER_CHANGES,
  SIGNER_EVENTS,
  SIGNER_FORESIGHT,
  SIGNER_LABELS,
  actionsOf,
  defineWorkflow,
  guardsOf,
  refuse,
  signerChecks,
  signerPolicy,
  type Actor,
  type Context,
  type EventPolicy,
  type JsonObject,
  type Signer,
  type WorkflowEvent,
  type WorkflowParts,
} from '../index.js';

/** A small workflow with one of everything: a leave request. */
export type LeaveContext = { author: number | null; days: number; approvals: number[]; signers: Signer[] };

const CHECKS = {
  ...signerChecks(['author']),
  isShort: ({ days }: LeaveContext) => (days <= 3 ? null : refuse('TOO_LONG', { days })),
  isPlanned: (_context: LeaveContext, { payload }: WorkflowEvent) =>
    payload['planned'] === true ? null : refuse('NOT_PLANNED'),
};
const CHANGES = {
  ...SIGNER_CHANGES,
  ask: (_context: LeaveContext, { actor, payload }: WorkflowEvent) => ({
    author: actor.userId,
    days: Number(payload['days']),
  }),
  noteApproval: ({ approvals }: LeaveContext, { actor }: WorkflowEvent) => ({
    approvals: [...approvals, actor.userId ?? 0],
  }),
};
const EFFECTS = ['tellAuthor', 'bookDays'] as const;

const machine = setup({
  types: { context: {} as LeaveContext, events: {} as WorkflowEvent },
  guards: guardsOf<LeaveContext, keyof typeof CHECKS>(CHECKS),
  actions: {
    ...actionsOf<LeaveContext, keyof typeof CHANGES, (typeof EFFECTS)[number]>(CHANGES, EFFECTS),
    goOn: raise({ type: 'BOOK', payload: {}, facts: {}, actor: { userId: null, role: 'system' }, at: '', today: '' }),
  },
}).createMachine({
  id: 'leave',
  initial: 'new',
  context: () => ({ author: null, days: 0, approvals: [], signers: [] }),
  states: {
    new: { on: { CREATE: { target: 'asked', actions: 'ask' } } },
    asked: {
      meta: { deadlines: ['reply'] },
      on: {
        ...SIGNER_EVENTS,
        APPROVE: [
          { guard: 'isShort', target: 'approved', actions: ['noteApproval', 'goOn'] },
          { guard: 'isPlanned', target: 'approved', actions: ['noteApproval', 'goOn'] },
        ],
        REFUSE: { target: 'refused', actions: 'tellAuthor' },
        FORWARD: 'forwarded',
      },
    },
    forwarded: {
      meta: { deadlines: ['reply'] },
      on: { ...SIGNER_EVENTS, REFUSE: { target: 'refused', actions: 'tellAuthor' } },
    },
    approved: { on: { BOOK: { target: 'booked', actions: ['bookDays', 'tellAuthor'] } } },
    booked: { type: 'final', tags: ['done', 'settled'] },
    refused: { type: 'final', tags: 'done' },
  },
});

const POLICY: Readonly<Record<string, EventPolicy>> = {
  ...signerPolicy(['author']),
  CREATE: { roles: ['clerk'] },
  APPROVE: { roles: ['chief', 'head'], notBy: ['author', 'approvals'], needsOpinion: true, waitsForSigners: true },
  REFUSE: { roles: ['chief'], refusedIn: { settled: 'ALREADY_BOOKED' } },
  FORWARD: { roles: ['chief'] },
  BOOK: { roles: ['system'] },
};

type Parts = WorkflowParts<LeaveContext, unknown>;

const PARTS: Parts = {
  name: 'leave',
  revision: 1,
  machine,
  checks: CHECKS,
  foresight: SIGNER_FORESIGHT,
  policy: POLICY,
  deadlines: {
    reply: { label: '答复', startDay: (_context, { today }) => today, spec: () => ({ kind: 'months', n: 1 }) },
  },
  effects: EFFECTS,
  effectParams: { bookDays: ({ days, approvals }) => ({ days, approvals }) },
  labels: {
    workflow: '请假',
    states: { asked: '待批', forwarded: '转呈', approved: '同意', booked: '已登记', refused: '不同意' },
    events: { ...SIGNER_LABELS, CREATE: '请假', APPROVE: '同意', REFUSE: '不同意', FORWARD: '转呈', BOOK: '登记' },
  },
  migrations: {},
};

/** The workflow, with parts replaced. */
export const leave = (change: Partial<Parts> = {}) => defineWorkflow<LeaveContext, unknown>({ ...PARTS, ...change });

export const CLERK: Actor = { userId: 1, role: 'clerk' };
export const CHIEF: Actor = { userId: 4, role: 'chief' };

/** An event as it would arrive. */
export function event(
  type: string,
  actor: Actor = CHIEF,
  payload: JsonObject = {},
  facts: JsonObject = {},
): WorkflowEvent {
  return { type, payload, facts, actor, at: '2026-11-23T02:00:00.000Z', today: '2026-11-23' };
}

export const CREATE = event('CREATE', CLERK, { days: 2 });
export const LONG = event('CREATE', CLERK, { days: 9 });
export const APPROVE = event('APPROVE', CHIEF, { opinion: '同意' });

/** A stored request, asked by user 1. */
export const asked = (change: Partial<LeaveContext> = {}): { state: string; context: Context } => ({
  state: 'asked',
  context: { author: 1, days: 2, approvals: [], signers: [], ...change },
});
