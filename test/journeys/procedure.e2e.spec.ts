import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DISQUALIFICATIONS, FOUR_CHECKS } from '../../machines/rules/index.js';
import type { Built } from '../support/factories.js';
import type { Body, Person } from './stage/people.js';
import { setStage, type Stage, START, YOUNG } from './stage/stage.js';
import { draft, RECOMMENDATION, replayDifferences, step, UNANIMOUS, vote } from './stage/walk.js';

const ANSWERS = Object.keys(DISQUALIFICATIONS).map((one) => ({ case: one, applies: false, evidence: '考察材料' }));
const PROFILE = {
  relativesComplete: true,
  measuresComplete: true,
  ranksComplete: true,
  grassrootsMonths: 36,
  trainingMet: true,
  healthFit: true,
  growthArea: null,
  lastPromotion: null,
};
const SHEET = {
  profile: PROFILE,
  relatives: [],
  measures: [],
  assessments: [{ year: 2025, grade: 'competent' }],
  ranks: [{ rank: '四级主任科员', since: '2022-05', until: null }],
};

interface Refused {
  code: string;
  detail: string;
  params: Record<string, unknown>;
}

describe('the law of the procedure, asked for in full', () => {
  let stage: Stage;
  let candidate: Built;
  let id: number;

  beforeAll(async () => {
    stage = await setStage({ wholeLaw: true });
    const { vacancies } = await stage.buildScene();
    candidate = await stage.cadre(YOUNG);
    id = await draft(stage, [{ cadre: candidate.code, appointTo: vacancies[0]!.code, kind: 'promote' }]);
  });
  afterAll(() => stage.close());

  const keep = async (change: Body): Promise<number> =>
    (await stage.cast.reviewer.put(`cadres/${candidate.code}/dossier`, change)).status;
  const decide = async (): Promise<Refused & { statePath?: string }> =>
    (await stage.cast.leader.send('proposals', id, 'RECORD_DELIBERATION', vote(1, UNANIMOUS, START))).body as Refused;
  const factsOf = async (person: Person, type: string): Promise<Record<string, unknown>> => {
    const { body } = await person.get(`proposals/${id}/history`);
    return (body as { type: string; facts: Record<string, unknown> }[]).find((event) => event.type === type)!.facts;
  };

  it('lets a batch be submitted whose candidate is unknown to the rules, and keeps what they said (§7-39)', async () => {
    await step(stage.cast.clerk, 'proposals', id, 'SUBMIT');
    const { eligibility } = await factsOf(stage.cast.clerk, 'SUBMIT');
    expect(eligibility).toMatchObject([{ item: 1, cadre: candidate.code, outcome: 'unknown' }]);
    expect(JSON.stringify(eligibility)).toContain('家庭成员情况未填');
  });

  it('the reviewer signs what the rules find, and can pass nothing they do not', async () => {
    const { reviewer } = stage.cast;
    await step(reviewer, 'proposals', id, 'ACCEPT_FOR_REVIEW');
    await step(reviewer, 'proposals', id, 'HEADCOUNT_REVIEW');
    await step(reviewer, 'proposals', id, 'YOUNG_CADRE_REVIEW');
    const passed = await reviewer.send('proposals', id, 'ELIGIBILITY_REVIEW', { result: 'passed' });
    expect(passed.body).toMatchObject({ code: 'ELIGIBILITY_NOT_JUDGED' });
    await step(reviewer, 'proposals', id, 'ELIGIBILITY_REVIEW', { result: 'unknown' });
    const { statePath } = await step(reviewer, 'proposals', id, 'PRIOR_REPORT_REVIEW', { result: 'passed' });
    expect(statePath).toBe('gateDecision.cleared');
  });

  it('decides nothing about somebody unknown; the dossier filled in, the same meeting goes on to the next question', async () => {
    const { leader } = stage.cast;
    await step(leader, 'proposals', id, 'START_SELECTION');
    await step(leader, 'proposals', id, 'RECORD_RECOMMENDATION', {
      ...RECOMMENDATION,
      talkDay: START,
      meetingDay: START,
    });
    const inspection = { inspectors: ['甲某', '乙某'], fromDay: START, toDay: START, conclusion: '良好' };
    await step(leader, 'proposals', id, 'RECORD_INSPECTION', inspection);
    const unknown = await decide();
    expect(unknown.code).toBe('ELIGIBILITY_UNKNOWN');
    expect(unknown.detail).toContain('E12 家庭成员情况未填，任职回避无法判断');
    expect(await keep({ ...SHEET, profile: { ...PROFILE, relativesComplete: false } })).toBe(200);
    expect((await decide()).params.rules).toMatchObject([{ code: 'E12' }]);
    expect(await keep(SHEET)).toBe(200);
    expect((await decide()).code).toBe('CHECKS_NOT_CONCLUDED');
  });

  it('an admonition in effect stops the decision with its arithmetic (§7-37)', async () => {
    await keep({ measures: [{ kind: 'admonition', from: '2026-06-01', documentNo: null, note: null }] });
    const refused = await decide();
    expect(refused.code).toBe('ELIGIBILITY_NOT_MET');
    expect(refused.detail).toContain('E13 诫勉影响期未满，2026.12.01起满足');
    await keep({ measures: [] });
  });

  it('three of four checks do not do, and the missing one is named (§7-40)', async () => {
    const [last, ...first] = Object.keys(FOUR_CHECKS).toReversed();
    const conclude = (check: string) =>
      step(stage.cast.leader, 'proposals', id, 'RECORD_CHECK', {
        cadre: candidate.code,
        check,
        clear: true,
        day: START,
        evidence: '结论材料',
      });
    for (const check of first) await conclude(check);
    const refused = await decide();
    expect(refused.params).toMatchObject({ missing: [last] });
    expect(refused.detail).toContain('信访举报“凡提必查”');
    await conclude(last!);
    expect((await decide()).code).toBe('DISQUALIFICATIONS_NOT_ANSWERED');
  });

  it('with all seven cases answered the party group decides, as of the facts of that day', async () => {
    const { leader, clerk } = stage.cast;
    const answers = { cadre: candidate.code, answers: ANSWERS };
    await step(leader, 'proposals', id, 'ANSWER_DISQUALIFICATIONS', answers);
    expect((await decide()).statePath).toBe('inSelection.publicNotice.pending');
    const { eligibility, priorMatters } = await factsOf(clerk, 'RECORD_DELIBERATION');
    expect(eligibility).toMatchObject([{ outcome: 'met', on: START }]);
    expect(priorMatters).toEqual([]);
  });

  it('follows from what was recorded, step by step', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
