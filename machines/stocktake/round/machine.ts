import { setup } from 'xstate';
import { actionsOf, guardsOf, type WorkflowEvent } from '../../kernel/index.js';
import { CHANGES } from './assigns.js';
import { CHECKS } from './checks.js';
import { emptyContext, type RoundContext } from './context.js';

/** What follows from a round's steps outside the case itself. */
export const EFFECT_NAMES = ['inviteUnits', 'takeSnapshot', 'tellOfLedger', 'sendLetters', 'closeUnits'] as const;

const REVISE = { REVISE: { target: 'freezing', actions: 'revise' } } as const;

/**
 * A round from the quarter's end to the last reply. Names only. `opening` and `freezing` are states of their own:
 * hundreds of units are written to, and a whole city's ledger is read, after the commit; nothing but the end of that work
 * leads out of them.
 */
export const machine = setup({
  types: { context: {} as RoundContext, events: {} as WorkflowEvent },
  guards: guardsOf(CHECKS),
  actions: actionsOf(CHANGES, EFFECT_NAMES),
}).createMachine({
  id: 'stocktake',
  initial: 'new',
  context: () => emptyContext(),
  states: {
    new: {
      on: { CREATE: { guard: 'mayBegin', target: 'opening', actions: ['open', 'inviteUnits'] } },
    },
    opening: {
      on: { UNITS_INVITED: 'collecting' },
    },
    collecting: {
      meta: { deadlines: ['collection'] },
      on: { FREEZE: { guard: 'mayFreeze', target: 'freezing', actions: 'freeze' } },
    },
    freezing: {
      entry: 'takeSnapshot',
      on: { SNAPSHOT_TAKEN: { target: 'frozen', actions: 'keepHash' } },
    },
    frozen: {
      on: { ...REVISE, REPORT: { target: 'reported', actions: 'report' } },
    },
    reported: {
      meta: { deadlines: ['endorsement'] },
      on: { ...REVISE, ENDORSE: { target: 'endorsed', actions: ['endorse', 'tellOfLedger'] }, RETURN: 'frozen' },
    },
    endorsed: {
      on: { ...REVISE, ISSUE_LETTERS: { target: 'lettersIssued', actions: 'sendLetters' } },
    },
    lettersIssued: {
      on: { CLOSE: { guard: 'lettersAreSettled', target: 'closed', actions: 'closeUnits' } },
    },
    closed: { tags: 'done' },
  },
});
