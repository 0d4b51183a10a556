import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, outcomeOf } from '../rules/index.js';
import { limitsOf } from './index.js';
import { after, at, contextOf, event, ON_PAPER, outcome, refused } from './spec-support.js';

const recommend = (payload: Parameters<typeof event<'RECORD_RECOMMENDATION'>>[1]) =>
  event('RECORD_RECOMMENDATION', payload);
const decide = (payload: NonNullable<Parameters<typeof event<'RECORD_DELIBERATION'>>[1]>['payload']) =>
  event('RECORD_DELIBERATION', { payload });

describe('recommendation and inspection', () => {
  it('the tally adds up to those present, who are no more than those entitled', () => {
    const at1 = at('inSelection.recommendation');
    expect(refused(at1, recommend({ payload: { abstained: 2 } }))).toEqual({
      code: 'TALLY_MISMATCH',
      params: { entitled: 30, present: 28, counted: 29 },
    });
    expect(refused(at1, recommend({ payload: { entitled: 27 } })).code).toBe('TALLY_MISMATCH');
  });

  it('days lie in order and not ahead', () => {
    const at1 = at('inSelection.recommendation');
    expect(refused(at1, recommend({ payload: { talkDay: '2025-10-11' } }))).toEqual({
      code: 'DAYS_OUT_OF_ORDER',
      params: { earlier: '2025-10-11', later: '2025-10-10' },
    });
    expect(refused(at1, recommend({ payload: { meetingDay: '2026-11-24' } })).code).toBe('DAY_IN_FUTURE');
    const early = event('RECORD_INSPECTION', { payload: { fromDay: '2025-10-09' } });
    expect(refused(at('inSelection.inspection'), early).code).toBe('DAYS_OUT_OF_ORDER');
    expect(refused(at('inSelection.deliberation'), decide({ meetingDay: '2025-10-19' })).code).toBe(
      'DAYS_OUT_OF_ORDER',
    );
    expect(refused(at('inSelection.deliberation'), decide({ meetingDay: '2026-11-24' })).code).toBe('DAY_IN_FUTURE');
  });

  it('an inspection takes two people, not one named twice', () => {
    const alone = event('RECORD_INSPECTION', { payload: { inspectors: ['甲', ' 甲 '] } });
    expect(refused(at('inSelection.inspection'), alone)).toEqual({
      code: 'TOO_FEW_INSPECTORS',
      params: { needed: 2, named: 1 },
    });
  });
});

describe('the party group decides', () => {
  const deliberation = at('inSelection.deliberation');

  const passed = 'inSelection.publicNotice.pending';
  it.each([
    [9, 6, passed],
    [9, 5, 'QUORUM_NOT_REACHED'],
    [10, 7, passed],
    [10, 6, 'QUORUM_NOT_REACHED'],
  ])('of %i entitled, %i present: %s', (entitled, present, result) => {
    const unanimous = decide({ entitled, present, votes: [{ for: present, against: 0, deferred: 0 }] });
    expect(outcome(deliberation, unanimous)).toBe(result);
  });

  it('says how many are needed, and that none can be present who is not entitled', () => {
    expect(refused(deliberation, decide({ present: 5 })).params).toEqual({ entitled: 9, present: 5, needed: 6 });
    expect(refused(deliberation, decide({ entitled: 6 })).code).toBe('TALLY_MISMATCH');
  });

  it('every vote of everyone present is counted, on every item', () => {
    expect(refused(deliberation, decide({ votes: [] })).params).toEqual({ items: 1, counted: 0 });
    const six = { for: 6, against: 0, deferred: 0 };
    expect(refused(deliberation, decide({ votes: [six] })).params).toEqual({ item: 1, present: 7, ...six });
  });

  it('the chair speaks last', () => {
    expect(refused(deliberation, decide({ chairSpokeLast: false })).code).toBe('CHAIR_SPEAKS_LAST');
  });

  it('a passed batch is decided on the day of the meeting; a deferred one may be taken up again', () => {
    expect(contextOf(after(deliberation, decide({}))).decidedOn).toBe('2025-11-03');
    const resumed = after(at('inSelection.deferred'), event('RESUME_DELIBERATION'));
    expect(contextOf(resumed)).toMatchObject({ deliberation: null, decidedOn: null });
    expect(outcome(resumed, decide({}))).toBe('inSelection.publicNotice.pending');
  });
});

describe('more than half of those entitled, not of those present', () => {
  const half = { num: 1, den: 2 };
  const item = (yes: number, no: number, deferred: number) => ({ for: yes, against: no, deferred });

  it.each([
    ['one more than half', [item(6, 1, 0)], 10, 'passed'],
    ['exactly half', [item(5, 2, 0)], 10, 'notPassed'],
    ['most of those present, but not of those entitled', [item(4, 3, 0)], 9, 'notPassed'],
    ['as many for deferral as against', [item(3, 2, 2)], 9, 'deferred'],
    ['fewer for deferral than against', [item(3, 3, 1)], 9, 'notPassed'],
    ['one item of two deferred', [item(7, 0, 0), item(2, 1, 4)], 9, 'deferred'],
    ['one item of two lost', [item(7, 0, 0), item(1, 6, 0)], 9, 'notPassed'],
  ] as const)('%s', (_case, votes, entitled, result) => {
    expect(outcomeOf(votes, entitled, half)).toBe(result);
  });
});

describe('a decision from a meeting', () => {
  const deliberation = at('inSelection.deliberation');
  const fromMeeting = { userId: null, role: 'system' } as const;

  it('names it, counts the recused among those present, and cannot be typed in', () => {
    const votes = [{ for: 6, against: 0, deferred: 0, recused: 1 }];
    const sent = event('RECORD_DELIBERATION', { payload: { meeting: 11, votes }, by: fromMeeting });
    expect(contextOf(after(deliberation, sent)).deliberation).toMatchObject({ outcome: 'passed', meeting: 11 });
    expect(outcome(deliberation, decide({ meeting: 11 }))).toBe('MEETING_NOT_BY_HAND');
  });

  it('is the only one where the settings ask for a meeting', () => {
    const limits = { ...limitsOf({ ...DEFAULT_POLICY, procedure: ON_PAPER }), meetingRequired: true };
    const typed = event('RECORD_DELIBERATION', { facts: { limits } });
    expect(outcome(deliberation, typed)).toBe('MEETING_REQUIRED');
    expect(outcome(deliberation, { ...typed, actor: fromMeeting })).toBe('inSelection.publicNotice.pending');
  });
});
