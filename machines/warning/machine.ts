import { setup } from 'xstate';
import { actionsOf, guardsOf, type WorkflowEvent } from '../kernel/index.js';
import { CHANGES } from './assigns.js';
import { CHECKS } from './checks.js';
import { emptyContext, type WarningContext } from './context.js';

/** What follows from a step outside the case itself: a reminder of its own is written with the event that issues it. */
export const EFFECT_NAMES = ['writeReminder'] as const;

const SUBMIT_PLAN = {
  SUBMIT_PLAN: { guard: 'planSaysWhatAndWhen', target: 'submitted', actions: 'submitPlan' },
} as const;
const RECEIVE_FIRST = { guard: 'firstIsOut', actions: 'receiveFirstLetter' } as const;
const RECEIVE_LATE = { FIRST_RECEIVED: { actions: 'receiveFirst' }, RECEIVE: RECEIVE_FIRST } as const;
const FIRST_BY_ROUND = { FIRST_ISSUED: { target: 'firstReminder', actions: 'issueFirst' } } as const;
const TAKE_NOTE = { TAKE_NOTE: { actions: 'takeNote' } } as const;

/**
 * A warning from the round that opens it to the day its team meets the task. Names only. How far the two reminders are, and
 * beside it what the unit has undertaken; whatever state they are in, the team may be judged anew and the warning end.
 */
export const machine = setup({
  types: { context: {} as WarningContext, events: {} as WorkflowEvent },
  guards: guardsOf(CHECKS),
  actions: actionsOf(CHANGES, EFFECT_NAMES),
}).createMachine({
  id: 'warning',
  initial: 'new',
  context: () => emptyContext(),
  states: {
    new: { on: { CREATE: { target: 'open', actions: 'open' } } },
    open: {
      type: 'parallel',
      on: {
        ROUND_JUDGED: [{ guard: 'isMet', target: 'resolved', actions: 'resolve' }, { actions: 'judge' }],
        REASSESS: [{ guard: 'isMet', target: 'resolved', actions: 'resolve' }, { actions: 'judge' }],
        TEAM_GONE: { target: 'ended', actions: 'end' },
      },
      states: {
        progress: {
          initial: 'opened',
          states: {
            opened: {
              on: { ...FIRST_BY_ROUND, DRAFT_FIRST: { target: 'firstDrafted', actions: 'draftFirst' } },
            },
            // Warned between two rounds: a letter of its own, unless the round's comes before it is signed off.
            firstDrafted: {
              meta: { deadlines: ['firstIssue'] },
              on: {
                ...FIRST_BY_ROUND,
                ISSUE_FIRST: { target: 'firstReminder', actions: ['issueFirstLetter', 'writeReminder'] },
              },
            },
            firstReminder: {
              initial: 'issued',
              meta: { deadlines: ['secondReminder'] },
              on: { DRAFT_SECOND: { target: 'secondReminder', actions: 'draftSecond' } },
              states: {
                issued: {
                  meta: { deadlines: ['receipt'] },
                  on: {
                    FIRST_RECEIVED: { target: 'delivered', actions: 'receiveFirst' },
                    RECEIVE: { ...RECEIVE_FIRST, target: 'delivered' },
                  },
                },
                delivered: {},
              },
            },
            secondReminder: {
              initial: 'drafted',
              on: RECEIVE_LATE,
              states: {
                drafted: {
                  meta: { deadlines: ['secondIssue'] },
                  on: { ISSUE_SECOND: { target: 'issued', actions: ['issueSecond', 'writeReminder'] } },
                },
                issued: {
                  meta: { deadlines: ['receipt'] },
                  on: {
                    ...TAKE_NOTE,
                    RECEIVE: { guard: 'secondIsOut', target: 'delivered', actions: 'receiveSecond' },
                  },
                },
                delivered: { on: TAKE_NOTE },
              },
            },
          },
        },
        plan: {
          initial: 'none',
          states: {
            none: { on: { ...SUBMIT_PLAN, RECEIVE: { guard: 'secondIsOut', target: 'awaited' } } },
            awaited: { meta: { deadlines: ['planSubmission'] }, on: SUBMIT_PLAN },
            submitted: {
              meta: { deadlines: ['planReview'] },
              on: {
                ACCEPT_PLAN: { target: 'accepted', actions: 'acceptPlan' },
                RETURN_PLAN: { target: 'returned', actions: 'returnPlan' },
              },
            },
            returned: { meta: { deadlines: ['planSubmission'] }, on: SUBMIT_PLAN },
            accepted: {
              meta: { deadlines: ['planDue'] },
              on: { DEADLINE_PASSED: { guard: 'planIsOverdue', target: 'broken', actions: 'breakPlan' } },
            },
            broken: { on: SUBMIT_PLAN },
          },
        },
      },
    },
    resolved: { tags: 'done' },
    ended: { tags: 'done' },
  },
});
