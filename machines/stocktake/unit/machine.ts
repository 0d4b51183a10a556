import { setup } from 'xstate';
import { actionsOf, guardsOf, type WorkflowEvent } from '../../kernel/index.js';
import { CHANGES } from './assigns.js';
import { CHECKS } from './checks.js';
import { emptyContext, type UnitContext } from './context.js';

/** What follows from a step outside the case itself: the letter is written with the event that issues it; others learn of it. */
export const EFFECT_NAMES = ['writeLetter', 'tellOfLetter', 'tellOfReceipt'] as const;

const COLLECTED = { COLLECTED: 'collected' } as const;
const REQUEST_CORRECTION = {
  REQUEST_CORRECTION: { target: 'correctionRequested', actions: 'requestCorrection' },
} as const;
const CLOSE = { CLOSE: 'closed' } as const;

/** One unit's side of a round: it answers for its rows until they are frozen, then it gets its letter and replies. Names only. */
export const machine = setup({
  types: { context: {} as UnitContext, events: {} as WorkflowEvent },
  guards: guardsOf(CHECKS),
  actions: actionsOf(CHANGES, EFFECT_NAMES),
}).createMachine({
  id: 'stocktake_unit',
  initial: 'new',
  context: () => emptyContext(),
  states: {
    new: { on: { CREATE: { target: 'awaiting', actions: 'open' } } },
    awaiting: {
      meta: { deadlines: ['confirmation'] },
      on: {
        ...REQUEST_CORRECTION,
        ...COLLECTED,
        CONFIRM: { target: 'confirmed', actions: 'confirm' },
        CHASE: { actions: 'chase' },
        DEADLINE_PASSED: { guard: 'answerIsOverdue', actions: 'chase' },
      },
    },
    confirmed: { on: { ...REQUEST_CORRECTION, ...COLLECTED } },
    correctionRequested: {
      meta: { deadlines: ['correction'] },
      on: { ...COLLECTED, DECIDE_CORRECTION: { target: 'corrected', actions: 'decideCorrection' } },
    },
    corrected: {
      on: { ...REQUEST_CORRECTION, ...COLLECTED, CONFIRM: { target: 'confirmed', actions: 'confirm' } },
    },
    collected: {
      on: { ISSUE_LETTER: { target: 'letterIssued', actions: ['issue', 'writeLetter', 'tellOfLetter'] } },
    },
    letterIssued: {
      meta: { deadlines: ['reply'] },
      on: { ...CLOSE, RECEIVE: { target: 'received', actions: ['receive', 'tellOfReceipt'] } },
    },
    received: {
      meta: { deadlines: ['reply'] },
      on: { ...CLOSE, REPLY: { target: 'replied', actions: 'reply' } },
    },
    replied: {
      on: { ...CLOSE, ACCEPT_REPLY: 'settled', RETURN_REPLY: 'received' },
    },
    settled: { tags: 'done' },
    closed: { tags: 'done' },
  },
});
