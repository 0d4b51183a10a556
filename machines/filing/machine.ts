import { setup } from 'xstate';
import { SIGNER_EVENTS, actionsOf, guardsOf, type WorkflowEvent } from '../kernel/index.js';
import { CHANGES } from './assigns.js';
import { CHECKS } from './checks.js';
import { emptyContext, type FilingContext } from './context.js';
import { EFFECT_NAMES } from './effects.js';

/** As long as nothing is decided: signatures, and the end of the proposal ends the filing. */
const UNDECIDED = { ...SIGNER_EVENTS, CANCEL: 'cancelled' } as const;
const RETURN_TO_PENDING = { guard: 'returnsToPending', target: 'pending', actions: 'forgetReviews' } as const;
const RETURN_TO_SUBMITTED = { guard: 'returnsToSubmitted', target: 'submitted', actions: 'forgetReviews' } as const;

const REPORTED = ['recordReport', 'recordEligibility'] as const;

/**
 * How far a filing is, and beside it whether it came in time: lateness is recorded and never in the way. Names only:
 * bodies are in checks, assigns and effects.
 */
export const machine = setup({
  types: { context: {} as FilingContext, events: {} as WorkflowEvent },
  guards: guardsOf(CHECKS),
  actions: actionsOf(CHANGES, EFFECT_NAMES),
}).createMachine({
  id: 'filing',
  type: 'parallel',
  context: () => emptyContext(),
  states: {
    progress: {
      initial: 'new',
      states: {
        new: {
          on: { CREATE: { target: 'pending', actions: 'open' } },
        },
        pending: {
          meta: { deadlines: ['filingDue'] },
          on: {
            ...UNDECIDED,
            SUBMIT_FILING: { guard: 'filesWhatWasCleared', target: 'submitted', actions: REPORTED },
          },
        },
        submitted: {
          on: {
            ...UNDECIDED,
            RECALL: { guard: 'isUntouched', target: 'pending', actions: 'forgetReport' },
            ACCEPT_MATERIALS: { target: 'underReview', actions: 'takeUp' },
            REQUEST_SUPPLEMENT: { target: 'returnedForSupplement', actions: 'takeUp' },
            RETURN: { ...RETURN_TO_PENDING, actions: ['takeUp', 'forgetReviews'] },
          },
        },
        returnedForSupplement: {
          meta: { deadlines: ['supplement'] },
          on: { ...UNDECIDED, SUPPLEMENT: { target: 'submitted', actions: 'addSubmitter' } },
        },
        underReview: {
          meta: { deadlines: ['filingReview'] },
          on: {
            ...UNDECIDED,
            RECORD_REVIEW: { guard: 'reviewIsReasoned', actions: 'recordReview' },
            ACCEPT: { guard: 'mayBeAccepted', target: 'accepted', actions: ['recordGate', 'recordEligibility'] },
            ACCEPT_WITH_REMARKS: {
              guard: 'mayBeAcceptedWithRemarks',
              target: 'acceptedWithRemarks',
              actions: ['recordGate', 'recordEligibility'],
            },
            ORDER_CORRECTION: { target: 'correctionOrdered', actions: 'forgetReviews' },
            REJECT: 'rejected',
            RETURN: [RETURN_TO_PENDING, RETURN_TO_SUBMITTED],
          },
        },
        correctionOrdered: {
          meta: { deadlines: ['correction'] },
          on: {
            ...UNDECIDED,
            CORRECT: { guard: 'filesWhatWasCleared', target: 'submitted', actions: REPORTED },
          },
        },
        accepted: { tags: 'done', entry: 'signalProposal', on: { ARCHIVE: 'archived' } },
        acceptedWithRemarks: { tags: 'done', entry: 'signalProposal', on: { ARCHIVE: 'archived' } },
        rejected: { tags: 'done', entry: 'signalProposal', on: { ARCHIVE: 'archived' } },
        archived: { tags: 'done' },
        cancelled: { tags: 'done' },
      },
    },
    timeliness: {
      initial: 'onTime',
      states: {
        onTime: {
          always: { guard: 'wasFiledLate', target: 'filedLate' },
          on: { DEADLINE_PASSED: { guard: 'filingIsOverdue', target: 'overdue' } },
        },
        overdue: {
          always: { guard: 'wasFiledLate', target: 'filedLate' },
        },
        filedLate: {},
      },
    },
  },
});
