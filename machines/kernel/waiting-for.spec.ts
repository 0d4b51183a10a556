import { describe, expect, it } from '@jest/globals';
import { nextSteps, refuse, waitingFor, type Actor, type Foresight } from './index.js';
import { asked, CHIEF, CLERK, leave, type LeaveContext } from './toy/spec-support.js';

const TODAY = '2026-11-23';
const waiting = (change = {}, definition = leave()) => waitingFor(definition, asked(change), TODAY);

describe('for whom a case waits', () => {
  it('for whoever holds a role that may go on with it, and nobody else', () => {
    expect(waiting({ author: 9 })).toEqual({ roles: ['chief', 'head'], barred: ['head:9'], asked: [], from: TODAY });
  });

  it('not for a person barred from every step of a role; one step left open is enough', () => {
    // The chief may still refuse or forward what he may not approve; the head can only approve.
    expect(waiting({ author: 4 }).barred).toEqual(['head:4']);
    const { policy } = leave();
    const strict = leave({
      policy: { ...policy, REFUSE: { ...policy['REFUSE']!, notBy: ['author'] }, FORWARD: aside('FORWARD') },
    });
    expect(waiting({ author: 4 }, strict).barred).toEqual(['chief:4', 'head:4']);
  });

  it('for those asked to sign, while what waits for their signature does not', () => {
    const signers = [{ user: 7, kind: 'added', by: [4], agree: null }];
    expect(waiting({ signers })).toEqual({ roles: ['chief'], barred: [], asked: [7], from: TODAY });
  });

  it('for nobody when the product itself acts next, or when all that is open lies aside', () => {
    const approved = { ...asked(), state: 'approved' };
    expect(waitingFor(leave(), approved, TODAY)).toEqual({ roles: [], barred: [], asked: [], from: TODAY });
  });

  it('from the first day on which a check lets it pass', () => {
    const isShort: Foresight = (_context, { today }) => (today >= '2027-02-14' ? null : refuse('TOO_EARLY'));
    const isPlanned: Foresight = () => refuse('NEVER');
    const later = leave({ foresight: { isShort, isPlanned } });
    const onlyApprove = {
      ...later,
      policy: { ...later.policy, REFUSE: aside('REFUSE'), FORWARD: aside('FORWARD') },
    };
    expect(waitingFor(onlyApprove, asked(), TODAY)).toMatchObject({ roles: ['chief', 'head'], from: '2027-02-14' });
    const never = { ...onlyApprove, foresight: { isShort: isPlanned, isPlanned } };
    expect(waitingFor(never, asked(), TODAY).roles).toEqual([]);
  });
});

function aside(event: string) {
  return { ...leave().policy[event]!, aside: true as const };
}

describe('what somebody may do of it', () => {
  const steps = (actors: Actor[], change: Partial<LeaveContext> = {}) =>
    nextSteps(leave(), asked(change), actors, TODAY).map(({ event }) => event);

  it('leaves out what lies aside and what is closed', () => {
    expect(steps([CHIEF])).toEqual(['APPROVE', 'REFUSE', 'FORWARD']);
    expect(steps([CHIEF], { author: 4 })).toEqual(['REFUSE', 'FORWARD']);
    expect(steps([CLERK])).toEqual([]);
  });

  it('names a signature after what leads on', () => {
    const signers = [{ user: 4, kind: 'added' as const, by: [5], agree: null }];
    expect(steps([CHIEF], { signers })).toEqual(['REFUSE', 'FORWARD', 'SIGN']);
  });
});
