import { describe, expect, it } from '@jest/globals';
import { deadlinesOf } from '../kernel/index.js';
import { walk } from '../kernel/spec-support.js';
import { addWorkingDays } from '../rules/index.js';
import { definition } from './index.js';
import { after, at, contextOf, effectsOf, event, GATES, outcome, PEOPLE, refused, reviews } from './spec-support.js';

const onBlock = { facts: { gate: GATES.block } };

describe('acceptance scenarios of the handbook', () => {
  it('§7-19 improving but short: cleared on a promise, which stays with the case', () => {
    const justified = after(at('gateDecision.flagged'), event('JUSTIFY'));
    const cleared = after(justified, event('ACCEPT_JUSTIFICATION', { facts: { gate: GATES.stillShort } }));
    expect(contextOf(cleared).justification).toMatchObject({
      accepted: true,
      commitment: { count: 1, byDay: '2027-06-30' },
    });
    expect(cleared.state).toEqual({ gateDecision: 'cleared' });
  });

  describe('§7-20 override by two heads', () => {
    const asked = at('gateDecision.suggestionIssued');
    const awaitingHead = at('gateDecision.overrideRequested.awaitingHead');
    const byHead = { ...onBlock, by: PEOPLE.head };

    it('lifts the block when deputy and head approve', () => {
      const cleared = after(awaitingHead, event('APPROVE_OVERRIDE', byHead));
      expect(cleared.state).toEqual({ gateDecision: 'cleared' });
      expect(contextOf(cleared)).toMatchObject({ override: { approved: true }, overrideApprovedBy: [5, 6] });
      expect(effectsOf(awaitingHead, event('APPROVE_OVERRIDE', byHead))).toEqual(['markCleared']);
    });

    it('still blocked with one of them, or with a reason too short, or without an attachment', () => {
      expect(outcome(awaitingHead, event('START_SELECTION'))).toBe('EVENT_NOT_ALLOWED');
      expect(refused(asked, event('REQUEST_OVERRIDE', { payload: { reason: '确有需要' } })).code).toBe(
        'REASON_TOO_SHORT',
      );
      expect(refused(asked, event('REQUEST_OVERRIDE', { payload: { attachments: [] } })).code).toBe(
        'ATTACHMENT_REQUIRED',
      );
      expect(refused(asked, event('REQUEST_OVERRIDE', { facts: { attachments: [] } })).params).toEqual({
        missing: [11],
      });
    });

    it('takes two accounts: nobody signs for both, not even in a colleague’s name', () => {
      const no = { code: 'NO_SELF_APPROVAL', params: { because: 'overrideApprovedBy' } };
      expect(refused(awaitingHead, event('APPROVE_OVERRIDE', { ...onBlock, by: { userId: 5, role: 'head' } }))).toEqual(
        no,
      );
      const deputyForHead = { userId: 5, role: 'head', onBehalfOf: 6 } as const;
      expect(refused(awaitingHead, event('APPROVE_OVERRIDE', { ...onBlock, by: deputyForHead }))).toEqual(no);
    });

    it('takes them in order, and neither may have asked for it', () => {
      const awaitingDeputy = at('gateDecision.overrideRequested.awaitingDeputy');
      expect(refused(awaitingDeputy, event('APPROVE_OVERRIDE', byHead))).toEqual({
        code: 'ROLE_NOT_ALLOWED',
        params: { role: 'head', roles: ['deputy'] },
      });
      const askedByHead = after(asked, event('REQUEST_OVERRIDE', { by: { userId: 6, role: 'chief' } }));
      const approved = after(askedByHead, event('APPROVE_OVERRIDE', onBlock));
      expect(refused(approved, event('APPROVE_OVERRIDE', byHead)).params).toEqual({ because: 'overrideRequestedBy' });
    });

    it('goes back to the suggestion when refused, and what was signed is gone', () => {
      const refusedOnce = after(awaitingHead, event('REFUSE_OVERRIDE'));
      expect(contextOf(refusedOnce)).toMatchObject({ override: null, overrideApprovedBy: [] });
      expect(outcome(awaitingHead, event('REFUSE_OVERRIDE', { payload: { opinion: ' ' } }))).toBe('OPINION_REQUIRED');
    });
  });

  it('§7-21 headcount: a batch over the approved headcount is blocked, whatever else it does', () => {
    const blocked = after(at('preReview'), ...reviews(GATES.overHeadcount));
    expect(contextOf(blocked).reviews.headcount).toBe('failed');
    expect(blocked.state).toEqual({ gateDecision: 'blocked' });
  });

  describe('§7-25, §7-26 the public notice', () => {
    const days = (...list: string[]) => list;
    const off = days('2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07');
    const calendar = {
      coverageFrom: '2026-01-01',
      coverageUntil: '2026-12-31',
      exceptions: new Map<string, 'off' | 'work'>([...off.map((day) => [day, 'off'] as const), ['2026-09-20', 'work']]),
    };

    it.each([
      ['2026-09-18', '2026-09-22', '2026-09-23'],
      ['2026-09-24', '2026-10-01', '2026-10-08'],
    ])('started on %s cannot end on %s, and can on %s', (startDay, tooEarly, endDay) => {
      const noticeEndDay = addWorkingDays(calendar, startDay, 5, { countStart: true });
      expect(noticeEndDay).toBe(endDay);
      const posted = after(
        at('inSelection.publicNotice.pending'),
        event('POST_NOTICE', { payload: { startDay }, facts: { noticeEndDay } }),
      );
      expect(refused(posted, event('END_NOTICE', { today: tooEarly }))).toEqual({
        code: 'NOTICE_NOT_ENDED',
        params: { endDay, today: tooEarly },
      });
      expect(outcome(posted, event('END_NOTICE', { today: endDay }))).toBe('filing');
    });

    it('does not begin before the decision', () => {
      const early = event('POST_NOTICE', { payload: { startDay: '2025-11-02' } });
      expect(refused(at('inSelection.publicNotice.pending'), early).code).toBe('DAYS_OUT_OF_ORDER');
    });

    it('ends in termination when an objection proves founded', () => {
      const verifying = at('inSelection.publicNotice.objectionUnderVerification');
      const founded = event('RESOLVE_OBJECTION', { payload: { founded: true } });
      expect(outcome(verifying, founded)).toBe('terminated');
      expect(effectsOf(verifying, founded)).toEqual(['releasePosts', 'tellEnded']);
      expect(outcome(verifying, event('END_NOTICE'))).toBe('EVENT_NOT_ALLOWED');
    });
  });

  describe('§7-30 withdrawal', () => {
    it('in the inspection: posts released, nothing awaited any more', () => {
      expect(deadlinesOf(definition, at('inSelection.inspection').state)).toEqual([
        { name: 'recommendationLapse', owner: 'inSelection' },
      ]);
      expect(effectsOf(at('inSelection.inspection'), event('WITHDRAW'))).toEqual(['releasePosts', 'tellEnded']);
      const withdrawn = after(at('inSelection.inspection'), event('WITHDRAW'));
      expect(deadlinesOf(definition, withdrawn.state)).toEqual([]);
    });

    it('not after the decision', () => {
      expect(refused(at('inSelection.publicNotice.pending'), event('WITHDRAW'))).toEqual({
        code: 'ALREADY_DECIDED',
        params: { state: 'inSelection.publicNotice.pending', event: 'WITHDRAW' },
      });
    });

    it('a new proposal says which one it takes up', () => {
      const again = walk(definition, [event('CREATE', { payload: { resumes: 4 } })]);
      expect([contextOf(again).resumes, contextOf(at('draft')).resumes]).toEqual([4, null]);
    });
  });

  describe('§7-31 lapse of the recommendation', () => {
    const recommended = after(
      at('inSelection.recommendation'),
      event('RECORD_RECOMMENDATION', { payload: { talkDay: '2025-11-20', meetingDay: '2025-11-20' } }),
    );
    const inspected = after(
      recommended,
      event('RECORD_INSPECTION', { payload: { fromDay: '2026-11-10', toDay: '2026-11-12' } }),
    );
    const decide = (meetingDay: string) => event('RECORD_DELIBERATION', { payload: { meetingDay } });

    it('2025-11-20 has lapsed on 2026-11-23, and must be redone', () => {
      expect(refused(inspected, decide('2026-11-23'))).toEqual({
        code: 'RECOMMENDATION_LAPSED',
        params: { recommendedOn: '2025-11-20', validUntil: '2026-11-20', meetingDay: '2026-11-23' },
      });
      expect(outcome(inspected, event('LAPSE', { by: PEOPLE.system }))).toBe('lapsed');
      expect(effectsOf(inspected, event('LAPSE'))).toEqual(['tellOfDeliberation', 'releasePosts', 'tellEnded']);
    });

    it('is good on its anniversary', () => {
      expect(outcome(inspected, decide('2026-11-20'))).toBe('inSelection.publicNotice.pending');
      expect(refused(inspected, event('LAPSE', { today: '2026-11-20' })).code).toBe('NOT_LAPSED');
    });
  });

  it('§7-39, §7-40 what is not judged yet is unknown, never met', () => {
    expect(contextOf(at('gateDecision.cleared')).reviews).toMatchObject({
      eligibility: 'unknown',
      priorReport: 'unknown',
    });
  });

  it('§7-41 no step can be skipped', () => {
    expect(refused(at('submitted'), event('POST_NOTICE'))).toEqual({
      code: 'EVENT_NOT_ALLOWED',
      params: { state: 'submitted', event: 'POST_NOTICE' },
    });
  });

  it('§7-56 what happens to one case is written nowhere but in that case', () => {
    const one = at('submitted');
    const before = JSON.stringify(one);
    after(one, event('ACCEPT_FOR_REVIEW'), ...reviews(GATES.block));
    expect(JSON.stringify(one)).toBe(before);
    expect(JSON.stringify(at('submitted'))).toBe(before);
  });
});
