import { describe, expect, it } from '@jest/globals';
import { applyEvent, type Stored, type WorkflowEvent } from '../kernel/index.js';
import { say, walk } from '../kernel/spec-support.js';
import { DEFAULT_POLICY, quorumSentence } from '../rules/index.js';
import { decisionsOf, definition, itemStandingOf, type MeetingContext } from './index.js';
import { agendaFact, attendance, event, grid, MEMBERS, PEOPLE, STEPS, WAYS } from './spec-support.js';

const at = (state: string): Stored => walk(definition, WAYS[state]!);
const after = (from: Stored, ...events: WorkflowEvent[]): Stored => walk(definition, events, from);
const contextOf = (stored: Stored): MeetingContext => stored.context as MeetingContext;
const outcome = (from: Stored | null, sent: WorkflowEvent): string => say(applyEvent(definition, from, sent));
function refused(from: Stored | null, sent: WorkflowEvent) {
  const applied = applyEvent(definition, from, sent);
  if (applied.ok) throw new Error(`${sent.type} was taken`);
  return applied.refusal;
}

const votingWith = (...present: number[]): Stored =>
  walk(definition, [
    ...WAYS['draft']!,
    event('CONVENE'),
    event('RECORD_ATTENDANCE', { payload: { attendance: attendance(present) } }),
    event('OPEN_VOTING'),
  ]);

describe('the agenda', () => {
  it('takes only proposals of the unit that await its party group and are on no other agenda', () => {
    const with7 = (change: Parameters<typeof agendaFact>[1]) =>
      event('CREATE', { facts: { agenda: [agendaFact(7, change), agendaFact(8)] } });
    expect(outcome(null, with7({ unit: 'U2' }))).toBe('PROPOSAL_UNKNOWN');
    expect(outcome(null, event('CREATE', { facts: { agenda: [agendaFact(8)] } }))).toBe('PROPOSAL_UNKNOWN');
    expect(outcome(null, with7({ inDeliberation: false, state: '考察' }))).toBe('PROPOSAL_NOT_IN_DELIBERATION');
    expect(refused(null, with7({ elsewhere: 3 }))).toEqual({
      code: 'PROPOSAL_ON_OTHER_AGENDA',
      params: { proposal: 7, meeting: 3 },
    });
    expect(outcome(null, event('CREATE', { payload: { agenda: [7, 7] } }))).toBe('PROPOSAL_TWICE');
  });

  it('has members known once each, one of whom presides', () => {
    const twice = [...MEMBERS, MEMBERS[0]!];
    expect(outcome(null, event('CREATE', { payload: { members: twice } }))).toBe('MEMBER_TWICE');
    expect(outcome(null, event('CREATE', { payload: { chair: 6 } }))).toBe('CHAIR_NOT_A_MEMBER');
    expect(outcome(null, event('CREATE', { facts: { unknownMembers: ['M1'] } }))).toBe('MEMBER_UNKNOWN');
    const fewer = event('EDIT', { payload: { members: MEMBERS.slice(1), chair: 4 } });
    expect(contextOf(after(at('draft'), fewer)).members.map(({ no, name }) => `${no}${name}`)).toEqual([
      '1钱二',
      '2孙三',
      '3李四',
      '4周五',
    ]);
  });

  it('loses a proposal that goes elsewhere, with the reason, and what remains is decided', () => {
    const left = after(at('voting'), event('PROPOSAL_LEFT'));
    expect(contextOf(left).agenda[1]!.dropped).toEqual({
      reason: '动议已“退回”，不再处于讨论决定环节',
      on: '2026-11-23',
    });
    expect(outcome(left, event('PROPOSAL_LEFT'))).toBe('NOT_ON_AGENDA');
    const counted = after(left, event('END_VOTING'));
    expect(counted.state).toBe('counted');
    const vote = grid('against', [1]).slice(-1);
    expect(outcome(left, event('RECORD_VOTES', { payload: { votes: vote, opinion: '更正' } }))).toBe('MATTER_UNKNOWN');
  });

  it('that is empty convenes nobody; a new day asks anew who comes', () => {
    const empty = after(at('draft'), ...[7, 8].map((proposal) => event('DROP_ITEM', { payload: { proposal } })));
    expect(outcome(empty, event('CONVENE'))).toBe('AGENDA_EMPTY');
    expect(outcome(at('convened'), event('POSTPONE', { payload: { day: '2026-11-23' } }))).toBe(
      'MEETING_POSTPONED_BACK',
    );
    const postponed = contextOf(after(at('convened'), event('POSTPONE')));
    expect(postponed).toMatchObject({ day: '2026-11-30', attendance: {} });
    expect(postponed.postponements).toHaveLength(1);
  });
});

describe('attendance and recusal', () => {
  it.each([
    [[1, 2, 3, 4], 'voting'],
    [[1, 2, 3], 'QUORUM_LACKING'],
  ])('two thirds of those entitled must be present: of five, %j', (present, result) => {
    const attended = after(
      walk(definition, [...WAYS['draft']!, event('CONVENE')]),
      event('RECORD_ATTENDANCE', { payload: { attendance: attendance(present) } }),
    );
    expect(outcome(attended, event('OPEN_VOTING'))).toBe(result);
  });

  it('everybody entitled is named once, and who presides is there', () => {
    const convened = walk(definition, [...WAYS['draft']!, event('CONVENE')]);
    const record = (payload: Parameters<typeof event<'RECORD_ATTENDANCE'>>[1]) => event('RECORD_ATTENDANCE', payload);
    expect(refused(convened, record({ payload: { attendance: attendance([1, 2, 3]).slice(0, 4) } }))).toEqual({
      code: 'ATTENDANCE_INCOMPLETE',
      params: { names: ['周五'] },
    });
    const absent = { attendance: attendance([2, 3, 4, 5]) };
    expect(refused(convened, record({ payload: absent })).params).toEqual({ name: '赵一' });
    expect(outcome(convened, record({ payload: { ...absent, chair: 2 } }))).toBe('convened');
    expect(outcome(convened, event('OPEN_VOTING'))).toBe('ATTENDANCE_NOT_RECORDED');
  });

  it('nobody votes before the day of the meeting, nor on an inspection that was not over', () => {
    const early = event('OPEN_VOTING', { today: '2026-11-22' });
    expect(outcome(at('convened'), early)).toBe('MEETING_DAY_AHEAD');
    const late = { agenda: [agendaFact(7, { inspectedUntil: '2026-11-24' }), agendaFact(8)] };
    expect(outcome(at('convened'), event('OPEN_VOTING', { facts: late }))).toBe('MEETING_BEFORE_INSPECTION');
  });

  it('nobody votes on what may not be decided yet: an unanswered report, an open check, a rule that is not met', () => {
    const reason = '须事前报告并得到批复后方可讨论决定：破格提拔干部。';
    const barred = { agenda: [agendaFact(7, { barred: null }), agendaFact(8, { barred: reason })] };
    expect(refused(at('convened'), event('OPEN_VOTING', { facts: barred }))).toEqual({
      code: 'PROPOSAL_NOT_READY',
      params: { proposal: 8, reason },
    });
    const ready = { agenda: [agendaFact(7, { barred: null }), agendaFact(8, { barred: null })] };
    expect(outcome(at('convened'), event('OPEN_VOTING', { facts: ready }))).toBe('voting');
  });

  it('a member whom an item concerns recuses himself; for kin by name the reason why not will do', () => {
    const self = { proposal: 7, item: 1, member: 2, because: 'self', relation: null } as const;
    const kin = { proposal: 8, item: 2, member: 4, because: 'relative', relation: '舅舅' } as const;
    const facts = { concerns: [self, kin] };
    const recusal = (proposal: number, item: number, member: number, recuses: boolean) =>
      event('RECORD_RECUSAL', { payload: { proposal, item, member, recuses, reason: '说明' }, facts });
    expect(refused(at('convened'), event('OPEN_VOTING', { facts }))).toEqual({
      code: 'RECUSAL_NOT_ANSWERED',
      params: { no: 1, person: '甲71', name: '钱二', because: 'self', relation: null, open: 2 },
    });
    expect(outcome(at('convened'), recusal(7, 1, 2, false))).toBe('MUST_RECUSE');
    const one = after(at('convened'), recusal(7, 1, 2, true));
    expect(refused(one, event('OPEN_VOTING', { facts })).params).toMatchObject({
      no: 4,
      name: '李四',
      relation: '舅舅',
    });
    expect(outcome(after(one, recusal(8, 2, 4, false)), event('OPEN_VOTING', { facts }))).toBe('voting');
    // Who is not there need not recuse himself.
    const away = after(
      walk(definition, [...WAYS['draft']!, event('CONVENE')]),
      event('RECORD_ATTENDANCE', { payload: { attendance: attendance([1, 3, 4, 5]) } }),
    );
    expect(outcome(away, event('OPEN_VOTING', { facts: { concerns: [self] } }))).toBe('voting');
  });

  it('whoever recuses himself while votes are recorded loses the vote, on record', () => {
    const recused = contextOf(after(at('voting'), event('RECORD_RECUSAL')));
    expect(recused.votes['7.1']).not.toHaveProperty('5');
    expect(recused.votes['7.2']).toHaveProperty('5');
    expect(recused.corrections).toEqual([
      { proposal: 7, item: 1, member: 5, from: 'for', to: null, reason: '亲属', by: 1, on: '2026-11-23' },
    ]);
  });
});

describe('the vote', () => {
  it('is of those present who are not recused', () => {
    const voting = votingWith(1, 2, 3, 4);
    const cast = (member: number) => event('RECORD_VOTES', { payload: { votes: grid('for', [member]) } });
    expect(outcome(voting, cast(5))).toBe('MEMBER_NOT_PRESENT');
    const recused = after(voting, event('RECORD_RECUSAL', { payload: { member: 4 } }));
    expect(outcome(recused, cast(4))).toBe('MEMBER_RECUSED');
    const twice = [...grid('for', [2]), ...grid('against', [2])];
    expect(outcome(voting, event('RECORD_VOTES', { payload: { votes: twice } }))).toBe('VOTED_TWICE');
  });

  it('of the chair is the last, item by item', () => {
    const voting = votingWith(1, 2, 3, 4);
    const chair = event('RECORD_VOTES', { payload: { votes: grid('for', [1]) } });
    expect(refused(voting, chair)).toEqual({
      code: 'CHAIR_VOTES_LAST',
      params: { no: 1, person: '甲71', names: ['钱二', '孙三', '李四'] },
    });
    const others = after(voting, event('RECORD_VOTES', { payload: { votes: grid('for', [2, 3, 4]) } }));
    expect(outcome(others, chair)).toBe('voting');
    expect(outcome(at('voting'), event('END_VOTING', { payload: { chairSpokeLast: false } }))).toBe('MUST_SPEAK_LAST');
  });

  it('is complete before it ends: the first item and the names are told', () => {
    const voting = votingWith(1, 2, 3, 4);
    const some = after(voting, event('RECORD_VOTES', { payload: { votes: grid('for', [2, 3]) } }));
    expect(refused(some, event('END_VOTING'))).toEqual({
      code: 'VOTES_MISSING',
      params: { no: 1, person: '甲71', names: ['赵一', '李四'], items: 4 },
    });
  });

  it('that stands is corrected only with a reason, and the old one stays on record', () => {
    const votes = grid('against', [3]).slice(0, 1);
    expect(refused(at('voting'), event('RECORD_VOTES', { payload: { votes } })).params).toMatchObject({
      name: '孙三',
      changed: 1,
    });
    const corrected = contextOf(after(at('voting'), event('RECORD_VOTES', { payload: { votes, opinion: '误记' } })));
    expect(corrected.corrections).toMatchObject([{ member: 3, from: 'for', to: 'against', reason: '误记', by: 1 }]);
  });

  it('of two people who record their parts at once is the sum of both', () => {
    const voting = votingWith(1, 2, 3, 4);
    const both = after(
      voting,
      event('RECORD_VOTES', { payload: { votes: grid('for', [2, 3]) } }),
      event('RECORD_VOTES', { payload: { votes: grid('deferred', [4]) }, by: PEOPLE.leader }),
    );
    expect(contextOf(both).votes['8.2']).toEqual({ 2: 'for', 3: 'for', 4: 'deferred' });
  });

  it('falls below the quorum by no correction of who was there', () => {
    const three = event('RECORD_ATTENDANCE', { payload: { attendance: attendance([1, 2, 3]) } });
    expect(outcome(at('voting'), three)).toBe('QUORUM_LACKING');
    const four = event('RECORD_ATTENDANCE', { payload: { attendance: attendance([1, 2, 3, 4]) } });
    const corrected = contextOf(after(at('voting'), four));
    expect(Object.keys(corrected.votes['7.1']!)).toEqual(['1', '2', '3', '4']);
    expect(corrected.corrections).toHaveLength(4);
  });
});

describe('the count', () => {
  const { passShareOfEntitled } = DEFAULT_POLICY.quorum;
  const standing = (stored: Stored) => itemStandingOf(contextOf(stored), { proposal: 7, item: 1 }, passShareOfEntitled);
  const cast = (from: Stored, vote: 'for' | 'against' | 'deferred', ...members: number[]) =>
    after(from, event('RECORD_VOTES', { payload: { votes: grid(vote, members) } }));

  it('is of those entitled, not of those present: two of four present do not carry it among five', () => {
    const split = cast(cast(votingWith(1, 2, 3, 4), 'for', 2, 3), 'against', 4, 1);
    expect(standing(split)).toMatchObject({
      outcome: 'notPassed',
      sentence: '同意2票、不同意2票、缓议0票；应到会成员5人，须3票同意，未过半数，未获通过。',
    });
  });

  it('says while it runs what is still needed, and when nothing can change it any more', () => {
    const voting = votingWith(1, 2, 3, 4, 5);
    expect(standing(cast(voting, 'for', 2, 3))).toMatchObject({
      outcome: 'open',
      sentence: '同意2票、不同意0票、缓议0票，尚有3人未表决；应到会成员5人，须3票同意，还需1票。',
    });
    expect(standing(cast(voting, 'for', 2, 3, 4)).outcome).toBe('passed');
    const lost = cast(cast(voting, 'against', 2, 3), 'deferred', 4);
    expect(standing(lost).sentence).toContain('其余全部同意也不能通过');
    expect(standing(cast(cast(voting, 'deferred', 2, 3, 4, 5), 'for', 1))).toMatchObject({
      outcome: 'deferred',
      sentence: '同意1票、不同意0票、缓议4票；应到会成员5人，须3票同意，未过半数，要求缓议的不少于不同意的，缓议。',
    });
  });

  it('keeps a recused member among those entitled, and says so', () => {
    const recused = after(votingWith(1, 2, 3, 4, 5), event('RECORD_RECUSAL'));
    const votes = grid('for', [2, 3, 4, 5, 1]).filter(
      (one) => one.member !== 5 || one.proposal !== 7 || one.item !== 1,
    );
    const voted = after(recused, event('RECORD_VOTES', { payload: { votes } }));
    expect(standing(voted)).toMatchObject({ entitled: 5, votes: { for: 4, recused: 1 } });
    expect(standing(voted).sentence).toContain('回避1人');
  });

  it('says of the quorum what a chair reads out', () => {
    expect(quorumSentence(7, 5, 5)).toBe('应到会成员7人，实到5人，达到须到会的5人，可以讨论决定。');
    expect(quorumSentence(7, 4, 5)).toBe('应到会成员7人，须有5人以上到会，实到4人，不能讨论决定。');
  });
});

describe('minutes and decisions', () => {
  it('are signed by somebody who did not write them, and go back for a reason', () => {
    const own = walk(definition, [...WAYS['counted']!, event('DRAFT_MINUTES', { by: PEOPLE.leader })]);
    expect(outcome(own, event('SIGN_MINUTES'))).toBe('NO_SELF_APPROVAL');
    expect(outcome(at('drafted'), event('SIGN_MINUTES', { by: PEOPLE.clerk }))).toBe('ROLE_NOT_ALLOWED');
    expect(outcome(at('drafted'), event('RETURN_MINUTES', { payload: { opinion: '' } }))).toBe('OPINION_REQUIRED');
    expect(contextOf(after(at('signed'), event('REOPEN_VOTING')))).toMatchObject({
      minutes: null,
      tally: null,
      drafters: [],
    });
  });

  it('each proposal is told its own count, in the order of its items', () => {
    const closing = walk(definition, [
      ...STEPS.attended,
      event('RECORD_RECUSAL'),
      event('OPEN_VOTING'),
      event('RECORD_VOTES', { payload: { votes: [...grid('for', [2, 3, 4]), ...grid('against', [5]).slice(1)] } }),
      event('RECORD_VOTES', { payload: { votes: grid('for', [1]) } }),
      ...['END_VOTING', 'DRAFT_MINUTES', 'SIGN_MINUTES', 'CLOSE'].map((type) => event(type as 'CLOSE')),
    ]);
    const decisions = decisionsOf(11, contextOf(closing));
    expect(decisions.map(({ proposal }) => proposal)).toEqual([7, 8]);
    expect(decisions[0]!.payload).toEqual({
      meeting: 11,
      meetingDay: '2026-11-23',
      entitled: 5,
      present: 5,
      votes: [
        { for: 4, against: 0, deferred: 0, recused: 1 },
        { for: 4, against: 1, deferred: 0, recused: 0 },
      ],
      chairSpokeLast: true,
    });
  });

  it('what a proposal did not take is shown with its reason, asked again, or set aside', () => {
    const refusedOne = at('recording');
    expect(contextOf(refusedOne).agenda[0]!.decision).toMatchObject({
      status: 'refused',
      reason: '第1项人选的凡提四必尚缺结论。',
    });
    expect(decisionsOf(11, contextOf(refusedOne)).map(({ proposal }) => proposal)).toEqual([8]);
    const again = after(refusedOne, event('RETRY_DECISIONS'));
    expect(decisionsOf(11, contextOf(again)).map(({ proposal }) => proposal)).toEqual([7, 8]);
    expect(outcome(again, event('RETRY_DECISIONS'))).toBe('NOTHING_REFUSED');
    expect(outcome(again, event('SET_ASIDE'))).toBe('DECISION_NOT_REFUSED');
  });
});
