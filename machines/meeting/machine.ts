import { setup } from 'xstate';
import { actionsOf, guardsOf, type WorkflowEvent } from '../kernel/index.js';
import { CHANGES } from './assigns.js';
import { CHECKS } from './checks.js';
import { emptyContext, type MeetingContext } from './context.js';

/** What follows from a step outside the case itself: which proposals the meeting holds, and their decisions afterwards. */
export const EFFECT_NAMES = ['keepAgenda', 'recordDecisions'] as const;

const CANCEL = { CANCEL: { target: 'cancelled', actions: ['callOff', 'keepAgenda'] } } as const;
/** Until the minutes are closed a proposal may go elsewhere: its item is off the agenda, whatever was voted. */
const OPEN_AGENDA = {
  DROP_ITEM: { guard: 'standsOnAgenda', actions: ['dropItem', 'keepAgenda'] },
  PROPOSAL_LEFT: { guard: 'standsOnAgenda', actions: ['dropLeft', 'keepAgenda'] },
} as const;
const REOPEN = { REOPEN_VOTING: { target: 'voting', actions: 'uncount' } } as const;
const POSTPONE = { POSTPONE: { guard: 'newDayLiesAhead', target: 'draft', actions: 'postpone' } } as const;

/** A meeting from its agenda to the decisions in the proposals. Names only. */
export const machine = setup({
  types: { context: {} as MeetingContext, events: {} as WorkflowEvent },
  guards: guardsOf(CHECKS),
  actions: actionsOf(CHANGES, EFFECT_NAMES),
}).createMachine({
  id: 'meeting',
  initial: 'new',
  context: () => emptyContext(),
  states: {
    new: {
      on: { CREATE: { guard: 'arrangementIsSound', target: 'draft', actions: ['arrange', 'keepAgenda'] } },
    },
    draft: {
      on: {
        ...CANCEL,
        ...OPEN_AGENDA,
        ...POSTPONE,
        EDIT: { guard: 'arrangementIsSound', actions: ['rearrange', 'keepAgenda'] },
        CONVENE: { guard: 'canBeConvened', target: 'convened', actions: 'fixAgenda' },
      },
    },
    convened: {
      on: {
        ...CANCEL,
        ...OPEN_AGENDA,
        ...POSTPONE,
        RECORD_ATTENDANCE: { guard: 'attendanceIsSound', actions: 'recordAttendance' },
        RECORD_RECUSAL: { guard: 'recusalIsSound', actions: 'recordRecusal' },
        OPEN_VOTING: { guard: 'canOpenVoting', target: 'voting' },
      },
    },
    voting: {
      on: {
        ...CANCEL,
        ...OPEN_AGENDA,
        RECORD_ATTENDANCE: { guard: 'attendanceIsCorrected', actions: 'recordAttendance' },
        RECORD_RECUSAL: { guard: 'recusalIsSound', actions: 'recordRecusal' },
        RECORD_VOTES: { guard: 'votesAreSound', actions: 'recordVotes' },
        END_VOTING: { guard: 'canEndVoting', target: 'counted', actions: 'count' },
      },
    },
    counted: {
      on: { ...CANCEL, ...OPEN_AGENDA, ...REOPEN, DRAFT_MINUTES: { target: 'drafted', actions: 'draftMinutes' } },
    },
    drafted: {
      on: {
        ...CANCEL,
        ...OPEN_AGENDA,
        ...REOPEN,
        DRAFT_MINUTES: { actions: 'draftMinutes' },
        RETURN_MINUTES: 'counted',
        SIGN_MINUTES: { target: 'signed', actions: 'signMinutes' },
      },
    },
    signed: {
      on: {
        ...OPEN_AGENDA,
        ...REOPEN,
        CLOSE: { target: 'recording', actions: ['awaitDecisions', 'recordDecisions'] },
      },
    },
    recording: {
      always: { guard: 'allDecisionsSettled', target: 'closed' },
      on: {
        DECISION_RECORDED: { actions: ['recordDecision', 'keepAgenda'] },
        DECISION_REFUSED: { actions: 'refuseDecision' },
        RETRY_DECISIONS: { guard: 'someDecisionWasRefused', actions: ['retryDecisions', 'recordDecisions'] },
        SET_ASIDE: { guard: 'decisionWasRefused', actions: ['setAside', 'keepAgenda'] },
      },
    },
    closed: { tags: 'done' },
    cancelled: { tags: 'done' },
  },
});
