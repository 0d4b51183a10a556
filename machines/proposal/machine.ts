import { SIGNER_EVENTS } from '../kernel/index.js';
import { gateDecision } from './chart.gate.js';
import { preReview } from './chart.pre-review.js';
import { inSelection } from './chart.selection.js';
import { chart } from './chart.setup.js';
import { ANSWERED, RETURN_TO_DRAFT, TO_DRAFT, TRAINING, UNDECIDED } from './chart.steps.js';
import { emptyContext } from './context.js';

/** The posts are free again, and questions about the proposal need no answer. */
const ENDED = ['releasePosts', 'tellEnded'] as const;

/** The whole way of a proposal. Names only: bodies are in checks, assigns and effects. */
export const machine = chart.createMachine({
  id: 'proposal',
  initial: 'new',
  context: () => emptyContext(),
  states: {
    new: {
      on: { CREATE: { target: 'draft', actions: ['startDraft', 'storeItems'] } },
    },
    draft: {
      on: {
        ...UNDECIDED,
        EDIT: { actions: ['editDraft', 'storeItems'] },
        CONSULT: 'preConsultation',
        CLAIM_EXCEPTIONAL: { guard: 'namesAppointee', actions: ['claimExceptional', 'addAuthor'] },
        SUBMIT: { guard: 'canBeSubmitted', target: 'submitted', actions: ['recordSubmission', 'holdPosts'] },
      },
    },
    preConsultation: {
      on: { ...UNDECIDED, RECORD_CONSULTATION: 'draft', RECALL: 'draft' },
    },
    submitted: {
      meta: { deadlines: ['reviewStart'] },
      on: {
        ...UNDECIDED,
        ...ANSWERED,
        RECALL: { guard: 'isUntouched', ...TO_DRAFT },
        ACCEPT_FOR_REVIEW: { target: 'preReview', actions: 'takeUp' },
        RETURN: RETURN_TO_DRAFT,
      },
    },
    preReview,
    gateDecision,
    inSelection,
    filing: {
      tags: 'decided',
      entry: 'openFiling',
      on: {
        ...SIGNER_EVENTS,
        FILING_ACCEPTED: { target: 'filed', actions: 'recordFiling' },
        FILING_REJECTED: { target: 'filingRefused', actions: 'recordFiling' },
        TERMINATE: { target: 'terminated', actions: 'cancelFiling' },
      },
    },
    filingRefused: {
      tags: 'decided',
      on: { ...SIGNER_EVENTS, REFILE: 'filing', TERMINATE: 'terminated' },
    },
    filed: {
      tags: 'decided',
      on: {
        ...SIGNER_EVENTS,
        APPOINT: {
          guard: 'documentFollowsNotice',
          target: 'appointed',
          actions: ['recordAppointment', 'writeAppointments'],
        },
      },
    },
    appointed: {
      tags: 'decided',
      meta: { deadlines: ['trainingMakeUp'] },
      always: { guard: 'someoneOnProbation', target: 'probation' },
      on: { ...SIGNER_EVENTS, ...TRAINING, ARCHIVE: { guard: 'noTrainingIsDue', target: 'archived' } },
    },
    probation: {
      tags: 'decided',
      meta: { deadlines: ['probationEnd', 'trainingMakeUp'] },
      on: {
        ...SIGNER_EVENTS,
        ...TRAINING,
        CONFIRM_PROBATION: { guard: 'probationIsOver', target: 'confirmed', actions: 'confirmAppointments' },
        RELIEVE: { target: 'relieved', actions: 'relieveAppointments' },
      },
    },
    withdrawn: { type: 'final', tags: 'done', entry: ENDED },
    terminated: { type: 'final', tags: ['done', 'decided'], entry: ENDED },
    notPassed: { type: 'final', tags: 'done', entry: ENDED },
    lapsed: { type: 'final', tags: 'done', entry: ENDED },
    archived: { type: 'final', tags: ['done', 'decided'] },
    confirmed: { type: 'final', tags: ['done', 'decided'] },
    relieved: { type: 'final', tags: ['done', 'decided'] },
  },
});
