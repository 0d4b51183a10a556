import { setup } from 'xstate';
import { actionsOf, guardsOf, type WorkflowEvent } from '../kernel/index.js';
import { CHANGES } from './assigns.js';
import { CHECKS } from './checks.js';
import { emptyContext, type OpinionContext } from './context.js';
import { EFFECT_NAMES } from './effects.js';

const WITHDRAW = { target: '#integrity_opinion.withdrawn', actions: 'withdraw' } as const;
const ASK_AGAIN = {
  guard: 'mayBeAskedAgain',
  target: '#integrity_opinion.asked',
  actions: ['askAgain', 'retractConclusion'],
} as const;
const NOTE = { target: '#integrity_opinion.closed', actions: 'note' } as const;
const LEFT_UNANSWERED = { PROPOSAL_LEFT: { target: '#integrity_opinion.withdrawn', actions: 'leave' } } as const;

/** 征求廉洁意见 of one cadre: asked, taken up, replied, noted; asked again when it has expired or matters are new. Names only. */
export const machine = setup({
  types: { context: {} as OpinionContext, events: {} as WorkflowEvent },
  guards: guardsOf(CHECKS),
  actions: actionsOf(CHANGES, EFFECT_NAMES),
}).createMachine({
  id: 'integrity_opinion',
  initial: 'new',
  context: () => emptyContext(),
  states: {
    new: { on: { CREATE: { guard: 'mayBeAsked', target: 'asked', actions: 'ask' } } },
    asked: {
      initial: 'requested',
      meta: { deadlines: ['opinionReply'] },
      on: { ...LEFT_UNANSWERED, WITHDRAW, RETURN_REQUEST: 'returned' },
      states: {
        requested: { on: { TAKE_UP: { target: 'underReview', actions: 'takeUp' } } },
        underReview: {
          on: {
            REPLY: [
              {
                guard: 'repliesNone',
                target: '#integrity_opinion.replied.none',
                actions: ['recordReply', 'recordConclusion'],
              },
              { guard: 'repliesConcerns', target: '#integrity_opinion.replied.concerns', actions: 'recordReply' },
              {
                guard: 'repliesAgainst',
                target: '#integrity_opinion.replied.doNotProceed',
                actions: ['recordReply', 'recordConclusion'],
              },
            ],
          },
        },
      },
    },
    returned: {
      meta: { deadlines: ['supplement'] },
      on: { ...LEFT_UNANSWERED, WITHDRAW, ASK_AGAIN },
    },
    replied: {
      initial: 'none',
      meta: { deadlines: ['opinionValidity'] },
      on: { ASK_AGAIN, PROPOSAL_LEFT: { target: 'closed', actions: 'leave' } },
      states: {
        none: { on: { NOTE } },
        concerns: {
          on: {
            WEIGH: { guard: 'proposalIsUnderWay', target: 'weighed', actions: ['weigh', 'recordConclusion'] },
          },
        },
        weighed: { on: { NOTE } },
        doNotProceed: { on: { NOTE } },
      },
    },
    closed: { tags: 'done' },
    withdrawn: { tags: 'done' },
  },
});
