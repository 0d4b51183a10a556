import { setup } from 'xstate';
import { actionsOf, guardsOf, type WorkflowEvent } from '../kernel/index.js';
import { CHANGES } from './assigns.js';
import { CHECKS } from './checks.js';
import { emptyContext, type ReportContext } from './context.js';

/** The proposal hears what was approved and what was refused. */
export const EFFECT_NAMES = ['recordReply'] as const;

const LEFT = { PROPOSAL_LEFT: { target: '#prior_report.withdrawn', actions: 'leave' } } as const;
const WITHDRAW = { target: '#prior_report.withdrawn', actions: 'withdraw' } as const;
const RETURN = { target: '#prior_report.draft', actions: 'takeBack' } as const;
const SIGNED = ['sign', 'recordReply'] as const;

/** 事前报告: drawn up by the unit, read by the section, answered by a head; reported again when something was refused. Names only. */
export const machine = setup({
  types: { context: {} as ReportContext, events: {} as WorkflowEvent },
  guards: guardsOf(CHECKS),
  actions: actionsOf(CHANGES, EFFECT_NAMES),
}).createMachine({
  id: 'prior_report',
  initial: 'new',
  context: () => emptyContext(),
  states: {
    new: { on: { CREATE: { guard: 'mayBeDrawnUp', target: 'draft', actions: 'drawUp' } } },
    draft: {
      on: {
        ...LEFT,
        WITHDRAW,
        EDIT: { actions: 'edit' },
        SUBMIT: { guard: 'mayBeSubmitted', target: 'reported', actions: 'submit' },
      },
    },
    reported: {
      initial: 'submitted',
      meta: { deadlines: ['reportReply'] },
      on: { ...LEFT, WITHDRAW, RETURN },
      states: {
        submitted: { on: { TAKE_UP: 'underReview' } },
        underReview: {
          on: { DRAFT_REPLY: { guard: 'replyIsComplete', target: 'replyDrafted', actions: 'draftReply' } },
        },
        replyDrafted: {
          on: {
            SEND_BACK: { target: 'underReview', actions: 'dropDraft' },
            SIGN_REPLY: [
              { guard: 'approvesAll', target: '#prior_report.replied.approved', actions: SIGNED },
              { guard: 'refusesAll', target: '#prior_report.replied.refused', actions: SIGNED },
              { guard: 'proposalIsUnderWay', target: '#prior_report.replied.partly', actions: SIGNED },
            ],
          },
        },
      },
    },
    replied: {
      initial: 'approved',
      on: { NOTE: { target: 'closed', actions: 'note' }, PROPOSAL_LEFT: { target: 'closed', actions: 'leave' } },
      states: {
        approved: {},
        partly: { on: { REPORT_AGAIN: { target: '#prior_report.draft', actions: 'reportAgain' } } },
        refused: { on: { REPORT_AGAIN: { target: '#prior_report.draft', actions: 'reportAgain' } } },
      },
    },
    closed: { tags: 'done' },
    withdrawn: { tags: 'done' },
  },
});
