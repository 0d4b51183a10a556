import { describe, expect, it } from '@jest/globals';
import { applyEvent, runningDeadlines, type Stored } from '../kernel/index.js';
import { walk } from '../kernel/spec-support.js';
import { DEFAULT_POLICY } from '../rules/index.js';
import { definition, limitsOf } from './index.js';
import {
  ITEM,
  JUDGED,
  ON_PAPER,
  after,
  at,
  contextOf,
  effectsOf,
  event,
  outcome,
  refused,
  WAYS,
} from './spec-support.js';

describe('from the notice to the appointment', () => {
  it('opens a filing with what was decided', () => {
    const applied = applyEvent(definition, at('inSelection.publicNotice.posted'), event('END_NOTICE'));
    expect(applied).toMatchObject({
      ok: true,
      effects: [
        {
          type: 'openFiling',
          params: { unit: 'U1', decidedOn: '2025-11-03', noticeEndDay: '2025-11-10', gate: { verdict: 'clear' } },
        },
      ],
    });
  });

  it('opens another when the first is refused, and closes it when the case is ended', () => {
    expect(effectsOf(at('filingRefused'), event('REFILE'))).toEqual(['openFiling']);
    expect(effectsOf(at('filingRefused'), event('TERMINATE'))).toEqual(['releasePosts', 'tellEnded']);
    expect(effectsOf(at('filing'), event('TERMINATE'))).toEqual(['cancelFiling', 'releasePosts', 'tellEnded']);
  });

  it('writes the appointments from the day of the decision, and probation begins', () => {
    const applied = applyEvent(definition, at('filed'), event('APPOINT'));
    expect(applied).toMatchObject({
      ok: true,
      state: 'probation',
      effects: [{ type: 'writeAppointments', params: { decidedOn: '2025-11-03', documentDay: '2025-11-20' } }],
    });
  });

  it('dates the document after the notice and not ahead', () => {
    const dated = (documentDay: string) => refused(at('filed'), event('APPOINT', { payload: { documentDay } })).code;
    expect([dated('2025-11-09'), dated('2026-11-24')]).toEqual(['DAYS_OUT_OF_ORDER', 'DAY_IN_FUTURE']);
  });

  it('ends probation a year after the decision, not a day sooner', () => {
    const on = (today: string) => event('CONFIRM_PROBATION', { today });
    expect(refused(at('probation'), on('2026-11-02')).params).toEqual({ endDay: '2026-11-03', today: '2026-11-02' });
    expect(outcome(at('probation'), on('2026-11-03'))).toBe('confirmed');
    expect(effectsOf(at('probation'), on('2026-11-03'))).toEqual(['confirmAppointments']);
    expect(effectsOf(at('probation'), event('RELIEVE'))).toEqual(['relieveAppointments']);
  });
});

describe('training short at the decision (E06)', () => {
  const limits = limitsOf({ ...DEFAULT_POLICY, procedure: ON_PAPER });
  const decided = event('RECORD_DELIBERATION', { facts: { eligibility: [JUDGED.untrained], limits } });
  const untrained = (mode: 'regular' | 'probation') => {
    const create = event('CREATE', { payload: { items: [{ ...ITEM, mode }] } });
    const ways = WAYS.appointed!.slice(1).map((one) => (one.type === 'RECORD_DELIBERATION' ? decided : one));
    return walk(definition, [create, ...ways]);
  };
  const runs = (stored: Stored): boolean =>
    runningDeadlines(definition, stored).some(({ name }) => name === 'trainingMakeUp');

  it('is made up within a year of the decision, on record with what shows it', () => {
    const appointed = untrained('regular');
    expect(contextOf(appointed).trainingDue).toEqual(['C1']);
    expect(runs(appointed)).toBe(true);
    const { startDay, spec } = definition.deadlines['trainingMakeUp']!;
    expect(startDay(appointed.context, event('APPOINT'))).toBe('2025-11-03');
    expect(spec(DEFAULT_POLICY, appointed.context)).toEqual({ kind: 'months', n: 12 });
    const made = after(appointed, event('RECORD_TRAINING'));
    expect(runs(made)).toBe(false);
    expect(outcome(made, event('ARCHIVE'))).toBe('archived');
  });

  it('keeps the case open until then; whoever was trained is asked for nothing', () => {
    expect(refused(untrained('regular'), event('ARCHIVE'))).toEqual({
      code: 'TRAINING_STILL_DUE',
      params: { cadres: ['C1'] },
    });
    const other = event('RECORD_TRAINING', { payload: { cadre: 'C9' } });
    expect(refused(untrained('probation'), other).code).toBe('TRAINING_NOT_DUE');
    expect(runs(at('appointed'))).toBe(false);
    expect(outcome(at('appointed'), event('ARCHIVE'))).toBe('archived');
  });
});

describe('going back', () => {
  const step = (to: 'draft' | 'submitted' | 'preReview' | 'inSelection.recommendation' | 'inSelection.inspection') =>
    event('RETURN', { payload: { to } });

  it('a step entered again starts clean, and so do those after it', () => {
    const toInspection = contextOf(after(at('inSelection.deliberation'), step('inSelection.inspection')));
    expect([toInspection.recommendation !== null, toInspection.inspection]).toEqual([true, null]);
    const toReview = contextOf(after(at('inSelection.deliberation'), step('preReview')));
    expect(toReview).toMatchObject({ recommendation: null, inspection: null, reviews: { headcount: null } });
    expect(toReview.gate?.verdict).toBe('clear');
    expect(contextOf(after(at('inSelection.deliberation'), step('draft'))).gate).toBeNull();
  });

  it('frees the posts before the gate, and takes the clearance away at it', () => {
    expect(effectsOf(at('inSelection.inspection'), step('draft'))).toEqual(['releasePosts', 'tellReturned']);
    expect(effectsOf(at('inSelection.inspection'), step('submitted'))).toEqual(['unmarkCleared']);
    expect(effectsOf(at('inSelection.inspection'), step('inSelection.recommendation'))).toEqual([]);
  });

  it.each([
    ['submitted', 'submitted'],
    ['preReview', 'preReview'],
    ['gateDecision.cleared', 'inSelection.recommendation'],
    ['inSelection.recommendation', 'inSelection.inspection'],
  ] as const)('from %s never to %s', (from, to) => {
    expect(refused(at(from), step(to as Parameters<typeof step>[0]))).toEqual({
      code: 'NOT_AN_EARLIER_STEP',
      params: { to },
    });
  });

  it('says why', () => {
    expect(outcome(at('preReview'), event('RETURN', { payload: { opinion: '' } }))).toBe('OPINION_REQUIRED');
  });
});

describe('done', () => {
  it.each(Object.keys(WAYS))('%s', (state) => {
    const events = WAYS[state]!;
    const before = events.length > 1 ? walk(definition, events.slice(0, -1)) : null;
    const last = applyEvent(definition, before, events.at(-1)!);
    const terminal = ['withdrawn', 'terminated', 'notPassed', 'lapsed', 'archived', 'confirmed', 'relieved'];
    expect(last).toMatchObject({ ok: true, done: terminal.includes(state) });
  });

  it('keeps a typical context small', () => {
    expect(JSON.stringify(at('probation').context).length).toBeLessThan(1500);
  });
});

describe('objections to the notice', () => {
  const posted = at('inSelection.publicNotice.posted');
  const object = (payload: NonNullable<Parameters<typeof event<'RECORD_OBJECTION'>>[1]>['payload']) =>
    event('RECORD_OBJECTION', { payload });
  const conclude = (payload: NonNullable<Parameters<typeof event<'RESOLVE_OBJECTION'>>[1]>['payload']) =>
    event('RESOLVE_OBJECTION', { payload });

  it('are each kept, several at once, and the notice goes on when the last has its conclusion', () => {
    const two = after(after(posted, object({ content: '一' })), object({ content: '二', channel: 'visit' }));
    expect(refused(two, conclude({})).params).toEqual({ open: [1, 2] });
    const one = after(two, conclude({ objection: 1 }));
    expect(outcome(one, conclude({ objection: 1 }))).toBe('OBJECTION_NOT_OPEN');
    expect(outcome(one, conclude({}))).toBe('inSelection.publicNotice.posted');
    expect(outcome(two, conclude({ objection: 2, founded: true }))).toBe('terminated');
  });

  it('are about somebody of the batch, and of a day within the notice', () => {
    expect(outcome(posted, object({ content: '一', cadre: 'C9' }))).toBe('OBJECTION_OF_NOBODY');
    expect(outcome(posted, object({ content: '一', day: '2025-11-03' }))).toBe('OBJECTION_BEFORE_NOTICE');
    expect(outcome(posted, object({ content: '一', day: '2026-11-24' }))).toBe('DAY_IN_FUTURE');
  });

  it('merely noted, as they were before contents were asked for, are resolved as they were', () => {
    const noted = after(posted, object({}));
    expect(contextOf(noted)).not.toHaveProperty('objections');
    expect(outcome(noted, conclude({}))).toBe('inSelection.publicNotice.posted');
  });
});
