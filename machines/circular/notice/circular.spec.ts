import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../kernel/index.js';
import { itTakesOn } from '../../kernel/golden-spec-support.js';
import { coverTransitions, say, walk } from '../../kernel/spec-support.js';
import { everyOne, itKeepsTo, type Row } from '../../kernel/state-event-spec-support.js';
import { definition } from './index.js';
import type { CircularContext } from './context.js';
import type { CircularEventType } from './payloads.js';
import { event, LISTING, PEOPLE, WAYS } from './spec-support.js';

const TABLE: Readonly<Record<CircularEventType, Row>> = {
  CREATE: {},
  REDRAFT: { drafted: 'drafted' },
  SUBMIT: { drafted: 'submitted' },
  SIGN: { submitted: 'signed' },
  RETURN: everyOne(['submitted', 'signed'], 'drafted'),
  ISSUE: { signed: 'issued' },
  WITHDRAW: { drafted: 'withdrawn' },
  CLOSE: { issued: 'closed' },
};

describe('every state of a circular × every event', () => {
  itKeepsTo({ definition, ways: WAYS, table: TABLE, event: (type) => event(type as CircularEventType) });
  itTakesOn(definition, new URL('./golden/', import.meta.url));

  it('has no transition that lies on no path', () => {
    const samples = (Object.keys(TABLE) as CircularEventType[]).map((type) => event(type));
    expect(coverTransitions(definition, { samples, digest: () => null }).missed).toEqual([]);
  });
});

describe('what a circular refuses', () => {
  const at = (state: string) => walk(definition, WAYS[state]!);
  const refused = (state: string | null, sent: ReturnType<typeof event>) =>
    say(applyEvent(definition, state === null ? null : at(state), sent));

  it('to begin outside the department, and to be handed in without anybody to name', () => {
    expect(refused(null, event('CREATE', { facts: { unitKind: 'township' } }))).toBe('CIRCULAR_NOT_OF_DEPARTMENT');
    const empty = walk(definition, [event('CREATE', { facts: { listing: { ...LISTING, listed: [] } } })]);
    expect(say(applyEvent(definition, empty, event('SUBMIT')))).toBe('LISTS_NOBODY');
  });

  it('to be signed by who drew it up, by one person twice, or by the head first', () => {
    const drafter = PEOPLE.reviewer.userId;
    expect(refused('submitted', event('SIGN', { by: { userId: drafter, role: 'deputy' } }))).toBe('NO_SELF_APPROVAL');
    const both = { userId: PEOPLE.deputy.userId, role: 'head' } as const;
    expect(refused('signed', event('ISSUE', { by: both }))).toBe('NO_SELF_APPROVAL');
    expect(refused('submitted', event('ISSUE'))).toBe('EVENT_NOT_ALLOWED');
    expect(refused('signed', event('ISSUE', { by: PEOPLE.deputy }))).toBe('ROLE_NOT_ALLOWED');
  });

  it('to name a team that has met its task since, or to rest on a ledger that was frozen anew', () => {
    const listing = { ...LISTING, listed: [] };
    expect(refused('signed', event('ISSUE', { facts: { listing } }))).toBe('LISTING_CHANGED');
    const ledger = { quarter: '2026Q3', referenceDay: '2026-09-30', revision: 2, hash: 'cd'.repeat(32) };
    expect(refused('signed', event('ISSUE', { facts: { ledger } }))).toBe('LISTING_CHANGED');
    const another = { ...LISTING.listed[0]!, team: 'T9' };
    const later = { ...LISTING, listed: [...LISTING.listed, another] };
    expect(refused('signed', event('ISSUE', { facts: { listing: later } }))).toBe('issued');
    const issued = walk(definition, [...WAYS['signed']!, event('ISSUE', { facts: { listing: later } })]);
    expect((issued.context as CircularContext).listing!.listed).toHaveLength(1);
  });

  it('to close over missing receipts that are not owned up to, and forgets a signature with a return', () => {
    const copies = { open: 2, received: 1 };
    expect(refused('issued', event('CLOSE', { facts: { copies } }))).toBe('COPIES_OPEN');
    const reasoned = { despiteOpen: true, opinion: '两单位正在撤并' };
    expect(refused('issued', event('CLOSE', { facts: { copies }, payload: reasoned }))).toBe('closed');
    const returned = walk(definition, [...WAYS['signed']!, event('RETURN', { by: PEOPLE.head })]);
    expect((returned.context as CircularContext).signedBy).toEqual([]);
  });
});
