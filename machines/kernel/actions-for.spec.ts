import { describe, expect, it } from '@jest/globals';
import { actionsFor, type Actor } from './index.js';
import { asked, CHIEF, CLERK, leave } from './toy/spec-support.js';

const definition = leave();
const find = (name: string, actors: Actor[], change = {}) =>
  actionsFor(definition, asked(change), actors).find(({ event }) => event === name);

describe('what a person may do now', () => {
  it('lists what the chart has here, in its order, and nothing else', () => {
    expect(actionsFor(definition, asked(), [CHIEF]).map(({ event }) => event)).toEqual([
      'ADD_SIGNER',
      'SIGN',
      'CANCEL_SIGNER',
      'APPROVE',
      'REFUSE',
      'FORWARD',
    ]);
    expect(actionsFor(definition, { ...asked(), state: 'booked' }, [CHIEF])).toEqual([]);
  });

  it('says what will be asked for and what is judged on arrival, instead of refusing', () => {
    expect(find('APPROVE', [CHIEF], { days: 9 })).toEqual({
      event: 'APPROVE',
      label: '同意',
      possible: true,
      actor: CHIEF,
      needsOpinion: true,
      judgedOnArrival: true,
    });
    expect(find('REFUSE', [CHIEF])).toMatchObject({ needsOpinion: false, judgedOnArrival: false });
  });

  it('takes the first way of acting that is free', () => {
    const borrowed: Actor = { userId: 5, role: 'head', onBehalfOf: 6 };
    expect(find('APPROVE', [CHIEF, borrowed], { author: 4 })?.actor).toEqual(borrowed);
  });

  it('gives the most telling reason when none is', () => {
    expect(find('APPROVE', [CLERK, CHIEF], { author: 4 })).toMatchObject({
      possible: false,
      refusal: { code: 'NO_SELF_APPROVAL' },
    });
    expect(find('APPROVE', [CLERK])?.refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(find('APPROVE', [])?.refusal?.code).toBe('ROLE_NOT_ALLOWED');
    const signers = [{ user: 7, kind: 'added', by: [4], agree: null }];
    expect(find('APPROVE', [CHIEF], { signers })?.refusal?.code).toBe('SIGNATURES_PENDING');
  });
});
