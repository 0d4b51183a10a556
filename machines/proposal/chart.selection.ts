import { SIGNER_EVENTS } from '../kernel/index.js';
import { chart } from './chart.setup.js';
import {
  AFTER_RECOMMENDATION,
  BEFORE_SELECTION,
  IN_SELECTION,
  RETURN_TO_DELIBERATION,
  RETURN_TO_INSPECTION,
  RETURN_TO_RECOMMENDATION,
} from './chart.steps.js';

/** The selection procedure, from the recommendation to the end of the public notice; no step can be skipped. */
export const inSelection = chart.createStateConfig({
  initial: 'recommendation',
  states: {
    recommendation: {
      on: {
        ...IN_SELECTION,
        RECORD_RECOMMENDATION: {
          guard: 'recommendationIsSound',
          target: 'inspection',
          actions: 'recordRecommendation',
        },
        RETURN: BEFORE_SELECTION,
      },
    },
    inspection: {
      meta: { deadlines: ['recommendationLapse'] },
      on: {
        ...AFTER_RECOMMENDATION,
        RECORD_INSPECTION: { guard: 'inspectionIsSound', target: 'deliberation', actions: 'recordInspection' },
        RETURN: [...BEFORE_SELECTION, RETURN_TO_RECOMMENDATION],
      },
    },
    deliberation: {
      meta: { deadlines: ['recommendationLapse'] },
      exit: 'tellOfDeliberation',
      on: {
        ...AFTER_RECOMMENDATION,
        RECORD_DELIBERATION: {
          guard: 'deliberationIsSound',
          target: 'voteCounted',
          actions: 'recordDeliberation',
        },
        RETURN: [...BEFORE_SELECTION, RETURN_TO_RECOMMENDATION, RETURN_TO_INSPECTION],
      },
    },
    voteCounted: {
      always: [
        { guard: 'everyItemPassed', target: 'publicNotice' },
        { guard: 'someItemDeferred', target: 'deferred' },
        { target: '#proposal.notPassed' },
      ],
    },
    deferred: {
      meta: { deadlines: ['recommendationLapse'] },
      on: {
        ...AFTER_RECOMMENDATION,
        RESUME_DELIBERATION: { target: 'deliberation', actions: 'forgetDeliberation' },
        RETURN: [...BEFORE_SELECTION, RETURN_TO_RECOMMENDATION, RETURN_TO_INSPECTION, RETURN_TO_DELIBERATION],
      },
    },
    publicNotice: {
      initial: 'pending',
      tags: 'decided',
      on: SIGNER_EVENTS,
      states: {
        pending: {
          on: { POST_NOTICE: { guard: 'noticeFollowsDecision', target: 'posted', actions: 'recordNotice' } },
        },
        posted: {
          meta: { deadlines: ['noticeEnd'] },
          on: {
            END_NOTICE: { guard: 'noticeIsOver', target: '#proposal.filing' },
            RECORD_OBJECTION: {
              guard: 'objectionIsSound',
              target: 'objectionUnderVerification',
              actions: 'recordObjection',
            },
          },
        },
        objectionUnderVerification: {
          meta: { deadlines: ['noticeEnd'] },
          on: {
            // Another one may come while one is being verified; the notice goes on when all have their conclusion.
            RECORD_OBJECTION: { guard: 'objectionIsSound', actions: 'recordObjection' },
            RESOLVE_OBJECTION: [
              { guard: 'foundedObjection', target: '#proposal.terminated', actions: 'concludeObjection' },
              { guard: 'oneOfSeveralObjections', actions: 'concludeObjection' },
              { guard: 'lastObjection', target: 'posted', actions: 'concludeObjection' },
            ],
          },
        },
      },
    },
  },
});
