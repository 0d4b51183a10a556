import { describe, expect, it } from '@jest/globals';
import {
  after,
  at,
  contextOf,
  effectsOf,
  event,
  GATES,
  JUDGED,
  outcome,
  PEOPLE,
  refused,
  reviews,
} from './spec-support.js';

const judged = (gate: (typeof GATES)[keyof typeof GATES]) => after(at('preReview'), ...reviews(gate));
const withGate = (gate: (typeof GATES)[keyof typeof GATES]) => ({ facts: { gate } });

describe('the four reviews', () => {
  it.each([
    ['clear', 'passed', 'passed', 'gateDecision.cleared'],
    ['unjudged', 'unknown', 'unknown', 'gateDecision.cleared'],
    ['flag', 'passed', 'passed', 'gateDecision.flagged'],
    ['block', 'passed', 'failed', 'gateDecision.blocked'],
    ['overHeadcount', 'failed', 'passed', 'gateDecision.blocked'],
  ] as const)('a run that is %s: headcount %s, young cadres %s, and %s', (name, headcount, youngCadre, state) => {
    const [first, second, third, last] = reviews(GATES[name]);
    const reviewed = after(at('preReview'), first!, second!, third!);
    expect(contextOf(reviewed).reviews).toMatchObject({ headcount, youngCadre });
    expect(reviewed.state).toMatchObject({ preReview: { headcountReview: headcount, youngCadreReview: youngCadre } });
    expect(outcome(reviewed, last!)).toBe(state);
  });

  it('come in any order', () => {
    expect(
      outcome(after(at('preReview'), ...reviews(GATES.clear).toReversed().slice(0, 3)), reviews(GATES.clear)[0]!),
    ).toBe('gateDecision.cleared');
  });

  it('never clear a case on an old picture: the last run counts, whichever review brings it', () => {
    const three = reviews(GATES.clear).slice(0, 3);
    expect(outcome(after(at('preReview'), ...three), event('PRIOR_REPORT_REVIEW', withGate(GATES.block)))).toBe(
      'gateDecision.blocked',
    );
  });

  it('cannot say that a person is eligible or a matter reported: unknown never counts as met', () => {
    const passed = { payload: { result: 'passed' as const } };
    const open = { ...passed, facts: { eligibility: [JUDGED.unknown], priorMatters: ['other' as const] } };
    expect(refused(at('preReview'), event('ELIGIBILITY_REVIEW', open))).toEqual({
      code: 'ELIGIBILITY_NOT_JUDGED',
      params: { review: 'eligibility' },
    });
    expect(refused(at('preReview'), event('PRIOR_REPORT_REVIEW', open)).params).toEqual({ review: 'priorReport' });
  });

  it('block the case when a person fails one, with a reason; no override lifts that', () => {
    const failed = { result: 'failed' as const };
    expect(refused(at('preReview'), event('ELIGIBILITY_REVIEW', { payload: failed })).code).toBe('OPINION_REQUIRED');
    const blocked = after(
      at('preReview'),
      ...reviews(GATES.clear).filter(({ type }) => type !== 'ELIGIBILITY_REVIEW'),
      event('ELIGIBILITY_REVIEW', { payload: { ...failed, opinion: '任职年限不足' } }),
      event('ISSUE_SUGGESTION'),
    );
    expect(refused(blocked, event('REQUEST_OVERRIDE'))).toEqual({
      code: 'REVIEW_NOT_OVERRIDABLE',
      params: { reviews: ['eligibility'] },
    });
  });
});

describe('explaining a flag', () => {
  it('takes words enough, and a promise where a team stays short', () => {
    const flagged = judged(GATES.stillShort);
    const short = { explanation: '  理由不足二十个字  ', commitment: null };
    expect(refused(flagged, event('JUSTIFY', { payload: short }))).toEqual({
      code: 'REASON_TOO_SHORT',
      params: { min: 20, length: 8 },
    });
    expect(refused(flagged, event('JUSTIFY', { payload: { commitment: null } })).code).toBe('COMMITMENT_REQUIRED');
    const today = { count: 1, byDay: '2026-11-23' };
    expect(refused(flagged, event('JUSTIFY', { payload: { commitment: today } })).code).toBe('COMMITMENT_EMPTY');
    expect(refused(flagged, event('JUSTIFY', { payload: { commitment: { ...today, count: 0 } } })).code).toBe(
      'COMMITMENT_EMPTY',
    );
    expect(outcome(judged(GATES.flag), event('JUSTIFY', { payload: { commitment: null } }))).toBe(
      'gateDecision.justified',
    );
  });

  it('is exactly long enough at the number the policy says', () => {
    const explanation = '理'.repeat(20);
    expect(outcome(judged(GATES.flag), event('JUSTIFY', { payload: { explanation } }))).toBe('gateDecision.justified');
  });

  it('is accepted by another than the explainer, on a picture that is no worse', () => {
    const justified = after(judged(GATES.stillShort), event('JUSTIFY', { by: { userId: 4, role: 'leader' } }));
    const same = withGate(GATES.stillShort);
    expect(refused(justified, event('ACCEPT_JUSTIFICATION', { ...same, by: PEOPLE.chief })).code).toBe(
      'NO_SELF_APPROVAL',
    );
    expect(outcome(justified, event('ACCEPT_JUSTIFICATION', { ...same, by: PEOPLE.reviewer }))).toBe(
      'gateDecision.cleared',
    );
    expect(
      refused(justified, event('ACCEPT_JUSTIFICATION', { ...withGate(GATES.block), by: PEOPLE.reviewer })),
    ).toEqual({
      code: 'GATE_WORSENED',
      params: { was: 'flag', now: 'block', at: ['T1/YOUNG'] },
    });
    expect(outcome(justified, event('RERUN_GATE', withGate(GATES.block)))).toBe('gateDecision.blocked');
  });
});

describe('running the gate again', () => {
  const accepted = after(
    judged(GATES.stillShort),
    event('JUSTIFY'),
    event('ACCEPT_JUSTIFICATION', withGate(GATES.stillShort)),
  );
  const recorded = after(
    accepted,
    event('START_SELECTION'),
    event('RECORD_RECOMMENDATION'),
    event('RECORD_INSPECTION'),
  );

  it('an accepted explanation stands as long as nothing is worse than what it answered', () => {
    expect(outcome(recorded, event('RERUN_GATE', withGate(GATES.stillShort)))).toBe('inSelection.deliberation');
    expect(outcome(recorded, event('RERUN_GATE', withGate(GATES.clear)))).toBe('inSelection.deliberation');
    const elsewhere = { ...GATES.stillShort, teams: GATES.stillShort.teams.map((row) => ({ ...row, team: 'T2' })) };
    expect(outcome(recorded, event('RERUN_GATE', withGate(elsewhere)))).toBe('gateDecision.flagged');
  });

  it('takes the clearance away when it no longer clears, and gives it back with everything recorded', () => {
    const again = event('RERUN_GATE', withGate(GATES.block));
    expect(effectsOf(recorded, again)).toEqual(['tellOfDeliberation', 'unmarkCleared']);
    expect(effectsOf(accepted, again)).toEqual(['unmarkCleared']);
    const cleared = after(recorded, again, event('RERUN_GATE', withGate(GATES.clear)));
    expect(outcome(cleared, event('START_SELECTION'))).toBe('inSelection.deliberation');
    expect(effectsOf(after(recorded, again), event('RERUN_GATE', withGate(GATES.clear)))).toEqual(['markCleared']);
  });

  it('goes on at the inspection when only the recommendation was recorded', () => {
    const back = after(at('inSelection.inspection'), event('RERUN_GATE', withGate(GATES.block)), event('RERUN_GATE'));
    expect(outcome(back, event('START_SELECTION'))).toBe('inSelection.inspection');
  });

  it('shows the deliberation what it decides on: worse than before, it does not decide', () => {
    const decide = event('RECORD_DELIBERATION', withGate(GATES.block));
    expect(refused(recorded, decide)).toEqual({
      code: 'GATE_WORSENED',
      params: { was: 'flag', now: 'block', at: ['T1/YOUNG'] },
    });
  });
});

describe('an override', () => {
  const approved = after(
    at('gateDecision.overrideRequested.awaitingHead'),
    event('APPROVE_OVERRIDE', { ...withGate(GATES.block), by: PEOPLE.head }),
  );

  it('stands as long as nothing is worse than what it lifted', () => {
    expect(outcome(approved, event('RERUN_GATE', withGate(GATES.block)))).toBe('gateDecision.cleared');
    expect(outcome(approved, event('RERUN_GATE', withGate(GATES.overHeadcount)))).toBe('gateDecision.blocked');
  });

  it('is given by both on a picture that is no worse', () => {
    const asked = at('gateDecision.overrideRequested.awaitingDeputy');
    expect(outcome(asked, event('APPROVE_OVERRIDE', withGate(GATES.overHeadcount)))).toBe('GATE_WORSENED');
    const byHead = event('APPROVE_OVERRIDE', { ...withGate(GATES.overHeadcount), by: PEOPLE.head });
    expect(outcome(at('gateDecision.overrideRequested.awaitingHead'), byHead)).toBe('GATE_WORSENED');
  });

  it('is asked for anew when the gate runs again before it is given', () => {
    const again = after(at('gateDecision.overrideRequested.awaitingHead'), event('RERUN_GATE', withGate(GATES.block)));
    expect(contextOf(again)).toMatchObject({ override: null, overrideRequestedBy: [], overrideApprovedBy: [] });
    expect(again.state).toEqual({ gateDecision: 'blocked' });
  });
});

describe('what two heads cannot lift', () => {
  it.each([
    ['overHeadcount', 'HEADCOUNT_NOT_OVERRIDABLE', {}],
    ['postOccupied', 'FINDING_NOT_OVERRIDABLE', { codes: ['POST_OCCUPIED'] }],
  ] as const)('%s: %s', (name, code, params) => {
    const asked = after(judged(GATES[name]), event('ISSUE_SUGGESTION'));
    expect(refused(asked, event('REQUEST_OVERRIDE'))).toEqual({ code, params });
  });
});
