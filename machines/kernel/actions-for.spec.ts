import { describe, expect, it } from '@jest/globals';
import { actionsFor, refuse, type Actor } from './index.js';
import { asked, CHIEF, CLERK, leave, type LeaveContext } from './toy/spec-support.js';

const definition = leave();
const TODAY = '2026-11-23';
const find = (name: string, actors: Actor[], change = {}) =>
  actionsFor(definition, asked(change), actors, TODAY).find(({ event }) => event === name);

describe('what a person may do now', () => {
  it('lists what the chart has here, in its order, and nothing else', () => {
    expect(actionsFor(definition, asked(), [CHIEF], TODAY).map(({ event }) => event)).toEqual([
      'ADD_SIGNER',
      'SIGN',
      'CANCEL_SIGNER',
      'APPROVE',
      'REFUSE',
      'FORWARD',
    ]);
    expect(actionsFor(definition, { ...asked(), state: 'booked' }, [CHIEF], TODAY)).toEqual([]);
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

  it('offers a signature to those asked, until they have signed, and its withdrawal to who asked', () => {
    const signers = [{ user: 7, kind: 'added', by: [4], agree: null }];
    const SEVEN: Actor = { userId: 7, role: 'leader' };
    const standIn: Actor = { userId: 8, role: 'leader', onBehalfOf: 7 };
    const OTHER: Actor = { userId: 5, role: 'chief' };
    expect(find('SIGN', [SEVEN], { signers })).toMatchObject({ possible: true, judgedOnArrival: true });
    expect(find('SIGN', [standIn], { signers })).toMatchObject({ possible: true, actor: standIn });
    expect(find('SIGN', [CHIEF], { signers })?.refusal?.code).toBe('NOT_A_SIGNER');
    expect(find('SIGN', [SEVEN], { signers: [{ ...signers[0], agree: true }] })?.refusal?.code).toBe('ALREADY_SIGNED');
    expect(find('CANCEL_SIGNER', [CHIEF], { signers })?.possible).toBe(true);
    expect(find('CANCEL_SIGNER', [OTHER], { signers })?.refusal?.code).toBe('NOT_THE_REQUESTER');
    expect(find('CANCEL_SIGNER', [CHIEF])?.refusal?.code).toBe('NOT_A_SIGNER');
  });

  describe('with foresight', () => {
    const isShort = ({ days }: LeaveContext) => (days <= 3 ? null : refuse('TOO_LONG', { days }));
    const foreseeing = leave({ foresight: { isShort } });
    const offer = (days: number) =>
      actionsFor(foreseeing, asked({ days }), [CHIEF], TODAY).find(({ event }) => event === 'APPROVE');

    it('one way that may still be open is enough', () => {
      expect(offer(9)).toMatchObject({ possible: true, judgedOnArrival: true });
    });

    it('a step whose every way is closed is not offered, with the reason of the first', () => {
      const closed = leave({ foresight: { isShort, isPlanned: () => refuse('NOT_PLANNED') } });
      const [refused] = actionsFor(closed, asked({ days: 9 }), [CHIEF], TODAY).filter(
        ({ event }) => event === 'APPROVE',
      );
      expect(refused).toMatchObject({ possible: false, refusal: { code: 'TOO_LONG', params: { days: 9 } } });
    });
  });
});
