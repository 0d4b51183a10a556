import { describe, expect, it } from '@jest/globals';
import { applyEvent, replay, type Refusal, type Stored, type WorkflowEvent } from '../kernel/index.js';
import { say, walk } from '../kernel/spec-support.js';
import type { ItemEligibility } from '../rules/index.js';
import type { FilingContext } from './context.js';
import { definition, EARLIER } from './index.js';
import { DECIDED, DUE, GATES, ITEMS, PEOPLE, WAYS, event, supervision } from './spec-support.js';

const at = (state: string): Stored => walk(definition, WAYS[state]!);
const after = (stored: Stored, ...events: WorkflowEvent[]): Stored => walk(definition, events, stored);
const contextOf = (stored: Stored): FilingContext => stored.context as FilingContext;
function refused(stored: Stored, event: WorkflowEvent): Refusal {
  const applied = applyEvent(definition, stored, event);
  if (applied.ok) throw new Error(`${event.type} was not refused`);
  return applied.refusal;
}
function effectsOf(stored: Stored, event: WorkflowEvent): unknown {
  const applied = applyEvent(definition, stored, event);
  return applied.ok ? applied.effects : applied.refusal;
}

describe('what is filed is what was cleared', () => {
  it('names every field that departs: another person, another post', () => {
    const items = [
      { ...ITEMS[0]!, cadre: 'C9' },
      { ...ITEMS[1]!, removeFrom: 'P8' },
    ];
    expect(refused(at('pending'), event('SUBMIT_FILING', { payload: { items } }))).toEqual({
      code: 'FILING_DEPARTS',
      params: {
        differences: [
          { item: 1, field: 'cadre', cleared: 'C1', filed: 'C9' },
          { item: 2, field: 'removeFrom', cleared: 'P2', filed: 'P8' },
        ],
      },
    });
  });

  it('names an item left out, one added, and another day of decision', () => {
    const extra = { ...ITEMS[0]!, cadre: 'C7', appointTo: 'P7' };
    const payload = { items: [ITEMS[1]!, extra], decidedDay: '2026-09-15' };
    expect(refused(at('pending'), event('SUBMIT_FILING', { payload })).params['differences']).toEqual([
      { item: 0, field: 'decidedDay', cleared: DECIDED, filed: '2026-09-15' },
      { item: 1, field: 'item', cleared: 'C1', filed: null },
      { item: 3, field: 'item', cleared: null, filed: 'C7' },
    ]);
  });

  it('takes the same items in another order, ordinary values left out', () => {
    const items = [
      { cadre: 'C2', removeFrom: 'P2', kind: 'retire' as const },
      { cadre: 'C1', appointTo: 'P1', kind: 'promote' as const, mode: 'probation' as const },
    ];
    expect(say(applyEvent(definition, at('pending'), event('SUBMIT_FILING', { payload: { items } })))).toBe(
      'submitted',
    );
  });

  it('holds a correction to the same', () => {
    const correct = event('CORRECT', { payload: { items: [ITEMS[0]!] } });
    expect(refused(at('correctionOrdered'), correct).code).toBe('FILING_DEPARTS');
  });
});

describe('in time or late', () => {
  const timeliness = (stored: Stored) => (stored.state as { timeliness: string }).timeliness;

  it('is on time on the last day', () => {
    expect(timeliness(after(at('pending'), event('SUBMIT_FILING', { today: DUE })))).toBe('onTime');
  });

  it('is late the day after, whether or not anyone noticed the day passing', () => {
    const late = event('SUBMIT_FILING', { today: '2026-10-01' });
    expect(timeliness(after(at('pending'), late))).toBe('filedLate');
    expect(timeliness(after(at('pending'), event('DEADLINE_PASSED'), late))).toBe('filedLate');
  });

  it('is overdue when the day passes and nothing is filed; other deadlines do not matter', () => {
    expect(timeliness(after(at('pending'), event('DEADLINE_PASSED')))).toBe('overdue');
    const other = event('DEADLINE_PASSED', { payload: { name: 'supplement' } });
    expect(refused(at('pending'), other).code).toBe('DEADLINE_UNKNOWN');
  });

  it('keeps the first day through supplement and return, and forgets it on a recall', () => {
    const late = { today: '2026-10-12' };
    const supplemented = after(at('returnedForSupplement'), event('SUPPLEMENT', late));
    const returned = after(at('underReview'), event('RETURN', late), event('SUBMIT_FILING', late));
    expect([supplemented, returned].map(timeliness)).toEqual(['onTime', 'onTime']);
    const recalled = after(at('submitted'), event('RECALL'), event('SUBMIT_FILING', late));
    expect(timeliness(recalled)).toBe('filedLate');
  });
});

describe('the second gate', () => {
  const read = after(at('submitted'), event('ACCEPT_MATERIALS'));

  it('names the sections not heard', () => {
    expect(refused(read, event('ACCEPT'))).toEqual({
      code: 'REVIEWS_MISSING',
      params: { missing: ['youngCadre', 'supervision'] },
    });
    expect(refused(after(read, supervision), event('ACCEPT_WITH_REMARKS')).params).toEqual({ missing: ['youngCadre'] });
  });

  it('accepts plainly only what is no worse than what was cleared', () => {
    const worse = { facts: { gate: GATES.flag } };
    expect(refused(at('underReview'), event('ACCEPT', worse))).toEqual({
      code: 'GATE_WORSENED',
      params: { was: 'clear', now: 'flag', at: ['T1/YOUNG'] },
    });
    const remarked = after(at('underReview'), event('ACCEPT_WITH_REMARKS', worse));
    expect(contextOf(remarked).gate?.verdict).toBe('flag');
  });

  it('does not pass over a section that disagrees, which gives its reason', () => {
    const disagree = { section: 'supervision', result: 'disagree' } as const;
    expect(refused(read, event('RECORD_REVIEW', { payload: disagree })).code).toBe('OPINION_REQUIRED');
    const heard = after(read, event('RECORD_REVIEW'), {
      ...supervision,
      payload: { ...disagree, opinion: '程序有瑕疵' },
    });
    expect(refused(heard, event('ACCEPT'))).toEqual({
      code: 'SECTION_DISAGREES',
      params: { sections: ['supervision'] },
    });
    expect(say(applyEvent(definition, heard, event('ACCEPT_WITH_REMARKS')))).toBe('acceptedWithRemarks');
  });

  it('is decided neither by who filed nor by who wrote both reviews, in whosever name', () => {
    const bothByChief = after(
      read,
      event('RECORD_REVIEW', { by: PEOPLE.chief }),
      event('RECORD_REVIEW', { payload: { section: 'supervision' }, by: PEOPLE.chief }),
    );
    const no = { code: 'NO_SELF_APPROVAL', params: { because: 'soleReviewers' } };
    expect(refused(bothByChief, event('ACCEPT'))).toEqual(no);
    const forChief = { userId: 5, role: 'deputy', onBehalfOf: 4 } as const;
    expect(refused(bothByChief, event('ACCEPT', { by: forChief }))).toEqual(no);
    expect(say(applyEvent(definition, bothByChief, event('ACCEPT', { by: PEOPLE.deputy })))).toBe('accepted');

    const filedByChief = after(at('pending'), event('SUBMIT_FILING', { by: { userId: 4, role: 'leader' } }));
    expect(refused(filedByChief, event('RETURN', { by: PEOPLE.chief })).code).toBe('NO_SELF_APPROVAL');
  });

  it('tells the proposal how it ended', () => {
    const signal = (name: string) => [{ type: 'signalProposal', params: { proposal: 9, event: name } }];
    expect(effectsOf(at('underReview'), event('ACCEPT'))).toEqual(signal('FILING_ACCEPTED'));
    expect(effectsOf(at('underReview'), event('ACCEPT_WITH_REMARKS'))).toEqual(signal('FILING_ACCEPTED'));
    expect(effectsOf(at('underReview'), event('REJECT'))).toEqual(signal('FILING_REJECTED'));
    expect(effectsOf(at('accepted'), event('ARCHIVE'))).toEqual([]);
  });
});

describe('going back', () => {
  it('reads anew what comes back', () => {
    const again = after(at('underReview'), event('RETURN', { payload: { to: 'submitted' } }));
    expect(contextOf(again).reviews).toEqual({ youngCadre: null, supervision: null });
    expect(contextOf(after(at('correctionOrdered'), event('CORRECT'))).reviews.youngCadre).toBeNull();
  });

  it('never goes forward', () => {
    const forward = event('RETURN', { payload: { to: 'submitted' } });
    expect(refused(at('submitted'), forward)).toEqual({ code: 'NOT_AN_EARLIER_STEP', params: { to: 'submitted' } });
  });

  it('is not for the unit to take back once the department has acted', () => {
    const returned = after(at('underReview'), event('RETURN', { payload: { to: 'submitted' } }));
    expect(refused(returned, event('RECALL')).code).toBe('ALREADY_TAKEN_UP');
    expect(refused(after(at('submitted'), event('ADD_SIGNER')), event('RECALL')).code).toBe('ALREADY_TAKEN_UP');
  });
});

describe('E01 to E16 at the filing gate', () => {
  const found = (outcome: 'met' | 'notMet' | 'unknown'): ItemEligibility => ({
    item: 1,
    cadre: 'C1',
    post: 'P1',
    on: DECIDED,
    outcome,
    exceptional: false,
    idBirthDiffers: false,
    rules:
      outcome === 'met'
        ? []
        : [{ code: 'E09', severity: 'hard', outcome, sentence: '副科任职23个月，应满24个月', metOn: null }],
  });
  const judged = (...outcomes: ('met' | 'notMet' | 'unknown')[]) => ({ eligibility: outcomes.map(found) });
  const outcome = (type: 'ACCEPT' | 'ACCEPT_WITH_REMARKS', facts: object) => {
    const applied = applyEvent(definition, at('underReview'), event(type, { facts }));
    return applied.ok ? say(applied) : applied.refusal.code;
  };

  it('what is not met is not accepted, remarks or not; what is not known is not accepted plainly', () => {
    expect(outcome('ACCEPT', judged('met'))).toBe('accepted');
    expect(outcome('ACCEPT', judged('unknown', 'notMet'))).toBe('ELIGIBILITY_NOT_MET');
    expect(outcome('ACCEPT_WITH_REMARKS', judged('notMet'))).toBe('ELIGIBILITY_NOT_MET');
    expect(outcome('ACCEPT', judged('unknown'))).toBe('ELIGIBILITY_UNKNOWN');
    expect(outcome('ACCEPT_WITH_REMARKS', judged('unknown'))).toBe('acceptedWithRemarks');
    expect(outcome('ACCEPT', { ...judged('notMet'), eligibilityBinds: false })).toBe('accepted');
    const refusal = refused(at('underReview'), event('ACCEPT', { facts: judged('notMet') }));
    expect(refusal.params).toMatchObject({
      on: DECIDED,
      rules: [{ code: 'E09', sentence: '副科任职23个月，应满24个月' }],
    });
  });

  it('stops no unit from filing: it is on record for those who read it, as of the day of the decision', () => {
    const filed = after(at('pending'), event('SUBMIT_FILING', { facts: judged('met', 'notMet') }));
    expect(contextOf(filed).eligibility).toEqual({ outcome: 'notMet', on: DECIDED });
    expect(contextOf(after(at('underReview'), event('ACCEPT', { facts: judged('met') }))).eligibility).toEqual({
      outcome: 'met',
      on: DECIDED,
    });
  });

  it.each(Object.keys(WAYS))('histories of revision 1 to %s replay as they were decided', (state) => {
    const asThen = (one: WorkflowEvent): WorkflowEvent => {
      const { eligibility: _, eligibilityBinds: __, ...facts } = one.facts;
      return { ...one, facts };
    };
    const way = WAYS[state]!.map(asThen);
    const history = way.map((one, index) => {
      return { version: index + 1, revision: 1, event: one, state: walk(definition, way.slice(0, index + 1)).state };
    });
    const replayed = replay((asked) => EARLIER.find((one) => one.revision === asked), history);
    expect(replayed).toMatchObject({ ok: true, revision: 1 });
    expect(replayed).not.toHaveProperty('stored.context.eligibility');
  });
});
