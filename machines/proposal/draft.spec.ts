import { describe, expect, it } from '@jest/globals';
import type { ProposalFacts } from './facts.js';
import { after, at, contextOf, effectsOf, event, outcome, PEOPLE, refused } from './spec-support.js';

describe('drafting', () => {
  it('fills in what an item leaves out; a secondee takes no headcount', () => {
    const items = [
      { cadre: 'C1', removeFrom: 'P9', kind: 'retire' as const },
      { cadre: 'C2', appointTo: 'P1', kind: 'transfer' as const, mode: 'secondment' as const },
    ];
    expect(contextOf(after(at('draft'), event('EDIT', { payload: { items } }))).items).toEqual([
      {
        cadre: 'C1',
        appointTo: null,
        removeFrom: 'P9',
        kind: 'retire',
        mode: 'regular',
        occupiesHeadcount: true,
        note: '',
      },
      {
        cadre: 'C2',
        appointTo: 'P1',
        removeFrom: null,
        kind: 'transfer',
        mode: 'secondment',
        occupiesHeadcount: false,
        note: '',
      },
    ]);
  });

  it('counts versions of the content and keeps what an edit leaves out', () => {
    const edited = contextOf(after(at('draft'), event('EDIT', { payload: { title: '新题目' } })));
    expect([edited.contentVersion, edited.title, edited.reason, edited.items.length]).toEqual([
      2,
      '新题目',
      '班子缺额',
      1,
    ]);
    expect(effectsOf(at('draft'), event('EDIT'))).toEqual(['storeItems']);
  });
});

describe('submitting', () => {
  const submit = (facts: Partial<ProposalFacts>) => event('SUBMIT', { facts });

  it('needs somebody to be proposed', () => {
    const empty = after(at('draft'), event('EDIT', { payload: { items: [] } }));
    expect(refused(empty, event('SUBMIT')).code).toBe('EMPTY_PROPOSAL');
  });

  it('refuses a post that another open proposal holds', () => {
    expect(refused(at('draft'), submit({ holds: [{ post: 'P1', proposal: 4 }] }))).toEqual({
      code: 'POST_RESERVED',
      params: { post: 'P1', proposal: 4 },
    });
  });

  it('refuses a vacancy that others have reserved, with the numbers', () => {
    const last = { team: 'T1', tier: 'deputy', approved: 5, filled: 4, reserved: 1, adding: 1 } as const;
    expect(refused(at('draft'), submit({ reservations: [last] }))).toEqual({ code: 'NO_VACANCY', params: last });
  });

  it.each([
    ['one more vacancy is left', { approved: 6, filled: 4, reserved: 1, adding: 1 }],
    ['the proposal adds nobody', { approved: 5, filled: 5, reserved: 1, adding: 0 }],
    ['nobody else is in the way: then the headcount review judges', { approved: 5, filled: 5, reserved: 0, adding: 1 }],
  ])('goes ahead when %s', (_why, numbers) => {
    const reservations = [{ team: 'T1', tier: 'deputy' as const, ...numbers }];
    expect(outcome(at('draft'), submit({ reservations }))).toBe('submitted');
    expect(effectsOf(at('draft'), submit({ reservations }))).toEqual(['holdPosts']);
  });
});

describe('taking back', () => {
  it('frees the posts while nobody has touched the case', () => {
    expect(effectsOf(at('submitted'), event('RECALL'))).toEqual(['releasePosts', 'tellReturned']);
    expect(contextOf(after(at('submitted'), event('RECALL')))).toMatchObject({ gate: null, submittedOn: null });
  });

  it('is over once the department has acted', () => {
    const backAtSubmitted = after(at('preReview'), event('RETURN', { payload: { to: 'submitted' } }));
    const askedToSign = after(at('submitted'), event('ADD_SIGNER'));
    expect([backAtSubmitted, askedToSign].map((stored) => outcome(stored, event('RECALL')))).toEqual([
      'ALREADY_TAKEN_UP',
      'ALREADY_TAKEN_UP',
    ]);
  });
});

describe('separation of duties', () => {
  const edited = after(at('draft'), event('EDIT', { by: { userId: 3, role: 'clerk' } }), event('SUBMIT'));
  const no = { code: 'NO_SELF_APPROVAL', params: { because: 'authors' } };

  it('who drafted, changed or submitted a case takes no part in judging it', () => {
    expect(refused(edited, event('ACCEPT_FOR_REVIEW', { by: PEOPLE.reviewer }))).toEqual(no);
    expect(refused(edited, event('RETURN', { by: { userId: 2, role: 'chief' } }))).toEqual(no);
    expect(outcome(edited, event('ACCEPT_FOR_REVIEW', { by: PEOPLE.chief }))).toBe('preReview');
  });

  it('nor does the colleague who stands in for him, nor he for a colleague', () => {
    expect(refused(edited, event('ACCEPT_FOR_REVIEW', { by: { userId: 4, role: 'chief', onBehalfOf: 3 } }))).toEqual(
      no,
    );
    expect(refused(edited, event('ACCEPT_FOR_REVIEW', { by: { userId: 3, role: 'chief', onBehalfOf: 4 } }))).toEqual(
      no,
    );
    const submittedFor = after(at('draft'), event('SUBMIT', { by: { userId: 8, role: 'leader', onBehalfOf: 4 } }));
    expect(refused(submittedFor, event('ACCEPT_FOR_REVIEW', { by: PEOPLE.chief }))).toEqual(no);
  });
});
