import { describe, expect, it } from '@jest/globals';
import { deadlinesOf, type EventPolicy, type Role } from '../kernel/index.js';
import { walk } from '../kernel/spec-support.js';
import { DEFAULT_POLICY } from '../rules/index.js';
import { definition } from './index.js';
import { WAYS, event } from './spec-support.js';

const eventsWith = (has: (policy: EventPolicy) => boolean | undefined) =>
  Object.entries(definition.policy)
    .filter(([, policy]) => has(policy))
    .map(([name]) => name)
    .toSorted();

const UNIT = ['ARCHIVE', 'CORRECT', 'RECALL', 'SIGN', 'SUBMIT_FILING', 'SUPPLEMENT'];
const READING = ['ACCEPT_MATERIALS', 'RECORD_REVIEW', 'REQUEST_SUPPLEMENT', 'RETURN'];
const DECIDING = ['ACCEPT', 'ACCEPT_WITH_REMARKS', 'ORDER_CORRECTION', 'REJECT'];
const SIGNATURES = ['ADD_SIGNER', 'CANCEL_SIGNER', 'SIGN'];

describe('who may send what', () => {
  it.each<[Role, string[]]>([
    ['clerk', UNIT],
    ['leader', UNIT],
    ['reviewer', ['ARCHIVE', ...READING, ...SIGNATURES]],
    ['chief', ['ARCHIVE', ...READING, ...DECIDING, ...SIGNATURES]],
    ['deputy', [...DECIDING, ...SIGNATURES, 'RETURN']],
    ['head', SIGNATURES],
    ['admin', []],
    ['system', ['ARCHIVE', 'CANCEL', 'CREATE', 'DEADLINE_PASSED']],
  ])('%s', (role, events) => {
    expect(eventsWith(({ roles }) => roles.includes(role))).toEqual(events.toSorted());
  });

  it('every judgement and signature is closed to those who filed, and the decision to who wrote both reviews', () => {
    expect(eventsWith(({ notBy }) => notBy?.includes('submitters'))).toEqual(
      [...READING, ...DECIDING, 'SIGN'].toSorted(),
    );
    expect(eventsWith(({ notBy }) => notBy?.includes('soleReviewers'))).toEqual(DECIDING);
  });

  it('reasons and signatures', () => {
    expect(eventsWith(({ needsOpinion }) => needsOpinion)).toEqual([
      'ACCEPT_WITH_REMARKS',
      'ORDER_CORRECTION',
      'REJECT',
      'REQUEST_SUPPLEMENT',
      'RETURN',
    ]);
    expect(eventsWith(({ waitsForSigners }) => waitsForSigners)).toEqual([
      'ACCEPT',
      'ACCEPT_WITH_REMARKS',
      'RECORD_REVIEW',
      'REJECT',
    ]);
  });
});

describe('what is awaited by a day', () => {
  it.each([
    ['filingDue', 'pending', '2026-09-23', { kind: 'calendar-days', n: 7, roll: true }],
    ['supplement', 'returnedForSupplement', '2026-09-28', { kind: 'working-days', n: 5, countStart: false }],
    ['filingReview', 'underReview', '2026-09-28', { kind: 'working-days', n: 2, countStart: false }],
    ['correction', 'correctionOrdered', '2026-09-28', { kind: 'working-days', n: 10, countStart: false }],
  ])('%s while %s, from %s', (name, state, startDay, spec) => {
    const stored = walk(definition, WAYS[state]!);
    expect(deadlinesOf(definition, stored.state)).toEqual([{ name, owner: '' }]);
    expect(definition.deadlines[name]!.startDay(stored.context, event('RECALL'))).toBe(startDay);
    expect(definition.deadlines[name]!.spec(DEFAULT_POLICY, stored.context)).toEqual(spec);
  });

  it('nothing in any other state', () => {
    const names = Object.values(WAYS).flatMap((events) => deadlinesOf(definition, walk(definition, events).state));
    expect(names).toHaveLength(4);
  });
});
