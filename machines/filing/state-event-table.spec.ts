import { describe } from '@jest/globals';
import { everyOne, itKeepsTo, type Row, staying } from '../kernel/state-event-spec-support.js';
import { definition } from './index.js';
import type { FilingEventType } from './payloads.js';
import { WAYS, event } from './spec-support.js';

const OPEN = ['pending', 'submitted', 'returnedForSupplement', 'underReview', 'correctionOrdered'];
const DECIDED = ['accepted', 'acceptedWithRemarks', 'rejected'];

/** Event → state → the state entered, or the refusal. Whatever is not in a row must be EVENT_NOT_ALLOWED. */
const TABLE: Readonly<Record<FilingEventType, Row>> = {
  CREATE: {},
  SUBMIT_FILING: { pending: 'submitted' },
  RECALL: { submitted: 'pending' },
  ACCEPT_MATERIALS: { submitted: 'underReview' },
  REQUEST_SUPPLEMENT: { submitted: 'returnedForSupplement' },
  SUPPLEMENT: { returnedForSupplement: 'submitted' },
  RECORD_REVIEW: { underReview: 'underReview' },
  ACCEPT: { underReview: 'accepted' },
  ACCEPT_WITH_REMARKS: { underReview: 'acceptedWithRemarks' },
  ORDER_CORRECTION: { underReview: 'correctionOrdered' },
  CORRECT: { correctionOrdered: 'submitted' },
  REJECT: { underReview: 'rejected' },
  RETURN: everyOne(['submitted', 'underReview'], 'pending'),
  ARCHIVE: everyOne(DECIDED, 'archived'),
  CANCEL: everyOne(OPEN, 'cancelled'),
  // Lateness stands beside the progress: noticed while nothing is filed, and impossible afterwards.
  DEADLINE_PASSED: {
    ...everyOne([...OPEN, ...DECIDED, 'archived'], 'ALREADY_FILED'),
    ...staying(['pending', 'cancelled']),
  },
  ADD_SIGNER: staying(OPEN),
  SIGN: everyOne(OPEN, 'NOT_A_SIGNER'),
  CANCEL_SIGNER: everyOne(OPEN, 'NOT_A_SIGNER'),
};

describe('every state of a filing × every event', () => {
  itKeepsTo({ definition, ways: WAYS, table: TABLE, event: (type) => event(type as FilingEventType) });
});
