import { describe, expect, it } from '@jest/globals';
import { applyEvent, type Actor, type SignerKind, type Stored, type WorkflowEvent } from './index.js';
import { say, walk } from './spec-support.js';
import { APPROVE, asked, CHIEF, event, leave } from './toy/spec-support.js';

const definition = leave();
const outcome = (stored: Stored, event: WorkflowEvent): string => say(applyEvent(definition, stored, event));
const ask = (kind: SignerKind, userIds: number[] = [7], unknownUsers: number[] = [], by: Actor = CHIEF) =>
  event('ADD_SIGNER', by, { userIds, kind }, { unknownUsers });
const SEVEN: Actor = { userId: 7, role: 'leader' };
const sign = (agree: boolean, actor: Actor = SEVEN) =>
  event('SIGN', actor, { agree, ...(!agree && { opinion: '不同意' }) });
const after = (...events: WorkflowEvent[]) => walk(definition, events, asked());

describe('asking for signatures', () => {
  it.each([
    ['nobody', [], [], 'SIGNER_MISSING'],
    ['an account that does not exist', [7, 9], [9], 'SIGNER_UNKNOWN'],
    ['the same person twice', [7, 7], [], 'ALREADY_A_SIGNER'],
    ['whose case it is', [7, 1], [], 'SIGNER_IS_AUTHOR'],
  ])('not of %s', (_who, users, unknown, code) => {
    expect(outcome(asked(), ask('added', users, unknown))).toBe(code);
  });

  it('not again of one who has been asked', () => {
    expect(outcome(after(ask('added'), sign(true)), ask('countersign'))).toBe('ALREADY_A_SIGNER');
  });
});

describe('signing', () => {
  it('only by those asked, and once', () => {
    const waiting = after(ask('countersign', [7, 8]));
    expect(outcome(waiting, sign(true, { userId: 9, role: 'leader' }))).toBe('NOT_A_SIGNER');
    expect(outcome(walk(definition, [sign(true)], waiting), sign(true))).toBe('ALREADY_SIGNED');
    expect(outcome(waiting, APPROVE)).toBe('SIGNATURES_PENDING');
    const one = walk(definition, [sign(true)], waiting);
    expect(outcome(one, APPROVE)).toBe('SIGNATURES_PENDING');
    expect(outcome(walk(definition, [sign(true, { userId: 8, role: 'head' })], one), APPROVE)).toBe('booked');
  });

  it('by one who stands in, for himself first and then for his colleague', () => {
    const both = after(ask('added', [7, 8]));
    const eightForSeven: Actor = { userId: 8, role: 'leader', onBehalfOf: 7 };
    const once = walk(definition, [sign(true, eightForSeven)], both);
    const twice = walk(definition, [sign(true, eightForSeven)], once);
    expect(outcome(twice, sign(true, eightForSeven))).toBe('ALREADY_SIGNED');
    expect(outcome(twice, APPROVE)).toBe('booked');
  });

  it('not in one’s own case, for a colleague neither', () => {
    const clerkForSeven: Actor = { userId: 1, role: 'clerk', onBehalfOf: 7 };
    expect(outcome(after(ask('countersign')), sign(true, clerkForSeven))).toBe('NO_SELF_APPROVAL');
  });

  it('a disagreement needs its reason', () => {
    expect(outcome(after(ask('added')), event('SIGN', SEVEN, { agree: false }))).toBe('OPINION_REQUIRED');
  });

  it('a disagreement stops a countersignature 会签, and is only on record for an added signer 加签', () => {
    expect(outcome(after(ask('countersign'), sign(false)), APPROVE)).toBe('SIGNATURES_PENDING');
    expect(outcome(after(ask('added'), sign(false)), APPROVE)).toBe('booked');
  });
});

describe('doing without a signature', () => {
  const disagreed = after(ask('countersign'), sign(false));
  const cancel = (by: Actor, userId = 7) => event('CANCEL_SIGNER', by, { userId });

  it('only by who asked, or for him', () => {
    expect(outcome(disagreed, cancel({ userId: 5, role: 'deputy' }))).toBe('NOT_THE_REQUESTER');
    expect(outcome(disagreed, cancel(CHIEF, 8))).toBe('NOT_A_SIGNER');
    expect(outcome(walk(definition, [cancel(CHIEF)], disagreed), APPROVE)).toBe('booked');
    const standIn: Actor = { userId: 5, role: 'chief', onBehalfOf: 4 };
    expect(outcome(disagreed, cancel(standIn))).toBe('asked');
  });
});
