import { setup } from 'xstate';
import { actionsOf, guardsOf, type WorkflowEvent } from '../../kernel/index.js';
import { CHANGES } from './assigns.js';
import { CHECKS } from './checks.js';
import { emptyContext, type CircularContext } from './context.js';

/** What follows from a step outside the case itself: the circular is written with its sign-off, copies go out afterwards. */
export const EFFECT_NAMES = ['writeCircular', 'sendCopies', 'closeCopies'] as const;

const RETURN = { RETURN: { target: 'drafted', actions: 'unsign' } } as const;

/** A circular from its draft to its receipts. Names only. The deputy signs first, the head's signature gives the number. */
export const machine = setup({
  types: { context: {} as CircularContext, events: {} as WorkflowEvent },
  guards: guardsOf(CHECKS),
  actions: actionsOf(CHANGES, EFFECT_NAMES),
}).createMachine({
  id: 'circular',
  initial: 'new',
  context: () => emptyContext(),
  states: {
    new: { on: { CREATE: { guard: 'isOfDepartment', target: 'drafted', actions: 'open' } } },
    drafted: {
      on: {
        REDRAFT: { actions: 'redraft' },
        SUBMIT: { guard: 'listsSomebody', target: 'submitted', actions: 'submit' },
        WITHDRAW: 'withdrawn',
      },
    },
    submitted: {
      meta: { deadlines: ['signature'] },
      on: { ...RETURN, SIGN: { target: 'signed', actions: 'sign' } },
    },
    signed: {
      meta: { deadlines: ['signature'] },
      on: {
        ...RETURN,
        ISSUE: { guard: 'listingStands', target: 'issued', actions: ['issue', 'writeCircular', 'sendCopies'] },
      },
    },
    issued: {
      on: { CLOSE: { guard: 'copiesAreReceived', target: 'closed', actions: 'closeCopies' } },
    },
    closed: { tags: 'done' },
    withdrawn: { tags: 'done' },
  },
});
