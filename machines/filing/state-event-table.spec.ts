import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../kernel/index.js';
import { restingStates, say, walk } from '../kernel/spec-support.js';
import { definition } from './index.js';
import type { FilingEventType } from './payloads.js';
import { EVENT_TYPES, WAYS, event } from './spec-support.js';

type Row = Readonly<Record<string, string>>;

const OPEN = ['pending', 'submitted', 'returnedForSupplement', 'underReview', 'correctionOrdered'];
const DECIDED = ['accepted', 'acceptedWithRemarks', 'rejected'];
const everyOne = (states: readonly string[], outcome: string): Row =>
  Object.fromEntries(states.map((state) => [state, outcome]));
const staying = (states: readonly string[]): Row => Object.fromEntries(states.map((state) => [state, state]));

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
  const stored = Object.entries(WAYS).map(([state, events]) => [state, walk(definition, events)] as const);

  it('has a way into every state, and a row for every event', () => {
    expect(Object.keys(WAYS).sort()).toEqual(restingStates(definition).sort());
    expect(Object.keys(TABLE).sort()).toEqual(Object.keys(definition.policy).sort());
    expect(EVENT_TYPES.toSorted()).toEqual(Object.keys(definition.policy).sort());
  });

  it.each(EVENT_TYPES)('%s', (type) => {
    const outcomes = stored.map(([state, at]) => [state, say(applyEvent(definition, at, event(type)))]);
    const expected = stored.map(([state]) => [state, TABLE[type][state] ?? 'EVENT_NOT_ALLOWED']);
    expect(outcomes).toEqual(expected);
  });

  it('leads into the state each way says', () => {
    expect(stored.map(([, at]) => say({ ok: true, ...at, effects: [], done: false }))).toEqual(Object.keys(WAYS));
  });
});
