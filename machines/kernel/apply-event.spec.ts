import { describe, expect, it } from '@jest/globals';
import { createMachine } from 'xstate';
import { applyEvent, type Actor, type Refusal, type Signer, type Stored, type WorkflowEvent } from './index.js';
import { APPROVE, asked, CHIEF, CLERK, CREATE, event, leave } from './toy/spec-support.js';

const definition = leave();

function refused(stored: Stored | null, event: WorkflowEvent): Refusal {
  const applied = applyEvent(definition, stored, event);
  if (applied.ok) throw new Error(`${event.type} was not refused`);
  return applied.refusal;
}
const waiting: Signer = { user: 7, kind: 'added', by: [4], agree: null };

describe('a case begins', () => {
  it('with CREATE and nothing else', () => {
    expect(applyEvent(definition, null, CREATE)).toEqual({ ok: true, ...asked(), effects: [], done: false });
    expect(refused(null, APPROVE)).toEqual({ code: 'EVENT_NOT_ALLOWED', params: { state: 'new', event: 'APPROVE' } });
  });

  it('once', () => {
    expect(refused(asked(), CREATE).code).toBe('EVENT_NOT_ALLOWED');
  });
});

describe('reasons are given in one order: each event here has every fault after the one it is refused for', () => {
  const everyFault = asked({ author: 4, days: 9, signers: [waiting] });
  const bare = event('APPROVE', CHIEF, {});

  it('an unknown event, names of the language included', () => {
    expect(refused(everyFault, event('CRAETE')).code).toBe('EVENT_UNKNOWN');
    expect(refused(everyFault, event('toString')).code).toBe('EVENT_UNKNOWN');
  });

  it('the role', () => {
    expect(refused(everyFault, { ...bare, actor: { userId: 4, role: 'reviewer' } })).toEqual({
      code: 'ROLE_NOT_ALLOWED',
      params: { role: 'reviewer', roles: ['chief', 'head'] },
    });
  });

  it('a part in the case', () => {
    expect(refused(everyFault, bare)).toEqual({ code: 'NO_SELF_APPROVAL', params: { because: 'author' } });
  });

  it('the missing reason, blanks being none', () => {
    const notOwn = asked({ days: 9, signers: [waiting] });
    expect(refused(notOwn, bare)).toEqual({ code: 'OPINION_REQUIRED', params: { event: 'APPROVE' } });
    expect(refused(notOwn, event('APPROVE', CHIEF, { opinion: ' \n' })).code).toBe('OPINION_REQUIRED');
  });

  it('the missing signature', () => {
    expect(refused(asked({ days: 9, signers: [waiting] }), APPROVE)).toEqual({
      code: 'SIGNATURES_PENDING',
      params: { waiting: [7], disagreed: [] },
    });
  });

  it('the chart', () => {
    expect(refused({ ...asked({ days: 9 }), state: 'forwarded' }, APPROVE).code).toBe('EVENT_NOT_ALLOWED');
  });

  it('the check of the first way', () => {
    expect(refused(asked({ days: 9 }), APPROVE)).toEqual({ code: 'TOO_LONG', params: { days: 9 } });
  });
});

describe('separation of duties', () => {
  const forAuthor: Actor = { userId: 4, role: 'chief', onBehalfOf: 1 };

  it('looks at who acts and at whom he acts for, against one id or many', () => {
    expect(refused(asked(), { ...APPROVE, actor: forAuthor }).params).toEqual({ because: 'author' });
    expect(refused(asked({ approvals: [8, 4] }), APPROVE).params).toEqual({ because: 'approvals' });
    expect(applyEvent(definition, asked({ approvals: [8] }), APPROVE).ok).toBe(true);
  });
});

describe('what follows', () => {
  it('a second way is taken where the first is closed', () => {
    const planned = event('APPROVE', CHIEF, { opinion: '同意', planned: true });
    expect(applyEvent(definition, asked({ days: 9 }), planned)).toMatchObject({ ok: true, state: 'booked' });
  });

  it('effects come by name, in order, with what the case knows at that moment; raised events are not among them', () => {
    expect(applyEvent(definition, asked(), APPROVE)).toEqual({
      ok: true,
      state: 'booked',
      context: { author: 1, days: 2, approvals: [4], signers: [] },
      effects: [
        { type: 'bookDays', params: { days: 2, approvals: [4] } },
        { type: 'tellAuthor', params: {} },
      ],
      done: true,
    });
  });

  it('a state may say better why it is too late', () => {
    const booked = { ...asked(), state: 'booked' };
    expect(refused(booked, event('REFUSE'))).toEqual({
      code: 'ALREADY_BOOKED',
      params: { state: 'booked', event: 'REFUSE' },
    });
    expect(refused({ ...asked(), state: 'refused' }, event('REFUSE')).code).toBe('EVENT_NOT_ALLOWED');
  });
});

describe('faults are thrown, not refused', () => {
  const states = (actions: unknown) => ({ new: { on: { CREATE: { target: 'asked', actions } } }, asked: {} }) as never;

  it('an action without a name', () => {
    const machine = createMachine({ initial: 'new', states: states(() => undefined) });
    expect(() => applyEvent(leave({ machine }), null, CREATE)).toThrow('not a declared effect');
  });

  it('an effect nobody declared', () => {
    expect(() => applyEvent(leave({ effects: ['bookDays'] }), asked(), event('REFUSE'))).toThrow(
      'REFUSE returned tellAuthor, which is not a declared effect',
    );
  });

  it('a guard without a check', () => {
    expect(() => applyEvent(leave({ checks: {} }), asked({ days: 9 }), APPROVE)).toThrow(
      'guard "isShort" has no check',
    );
  });

  it('a stored state that the chart does not have', () => {
    expect(() => applyEvent(definition, { ...asked(), state: 'lost' }, APPROVE)).toThrow(
      'leave r1 has no state "lost"',
    );
  });

  it('the actor is not part of the chart: a clerk is refused, not thrown at', () => {
    expect(refused(asked(), { ...APPROVE, actor: CLERK }).code).toBe('ROLE_NOT_ALLOWED');
  });
});
