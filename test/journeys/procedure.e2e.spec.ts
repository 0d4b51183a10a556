import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DISQUALIFICATIONS, FOUR_CHECKS } from '../../machines/rules/index.js';
import { type Built, buildPost, buildTeam, buildUnit } from '../support/factories.js';
import type { Body, Person } from './stage/people.js';
import { setStage, type Stage, START, YOUNG } from './stage/stage.js';
import {
  draft,
  openFilingOf,
  readFiling,
  RECOMMENDATION,
  replayDifferences,
  settle,
  stateOf,
  step,
  UNANIMOUS,
  vote,
} from './stage/walk.js';

const ANSWERS = Object.keys(DISQUALIFICATIONS).map((one) => ({ case: one, applies: false, evidence: '考察材料' }));
const LOOKED_INTO = (cadre: string): Body => ({ cadre, clear: true, day: START, evidence: '所在单位证明' });
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
    const early = await stage.cast.reviewer.send('proposals', id, 'ANSWER_AVOIDANCE', LOOKED_INTO(candidate.code));
    expect(early.body).toMatchObject({ code: 'AVOIDANCE_FAMILY_UNKNOWN' });
    expect(await keep(SHEET)).toBe(200);
    expect((await decide()).code).toBe('CHECKS_NOT_CONCLUDED');
  });

  it('kin whom the register cannot place are looked into by the department, with what shows it; other kin are asked about anew', async () => {
    const { reviewer, leader } = stage.cast;
    const wife = { relation: '妻子', name: null, birth: null, politicalStatus: null, unit: null, leads: null };
    expect(await keep({ relatives: [{ ...wife, workplace: '第一幼儿园教师' }] })).toBe(200);
    const open = await decide();
    expect([open.code, open.detail]).toEqual([
      'ELIGIBILITY_UNKNOWN',
      expect.stringContaining('E12 妻子的工作单位或职务未能对应，请人工核对'),
    ]);
    const byUnit = await leader.send('proposals', id, 'ANSWER_AVOIDANCE', LOOKED_INTO(candidate.code));
    expect(byUnit.body).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    await step(reviewer, 'proposals', id, 'ANSWER_AVOIDANCE', LOOKED_INTO(candidate.code));
    expect((await decide()).code).toBe('CHECKS_NOT_CONCLUDED');
    const father = { ...wife, relation: '父亲', workplace: '某企业职工' };
    await keep({ relatives: [{ ...wife, workplace: '第一幼儿园教师' }, father] });
    expect((await decide()).code).toBe('ELIGIBILITY_UNKNOWN');
    await keep({ relatives: [{ ...wife, workplace: '第一幼儿园教师' }] });
    expect((await decide()).code).toBe('CHECKS_NOT_CONCLUDED');
    await keep({ relatives: [{ ...wife, unit: stage.unit.code, leads: true, workplace: '本单位副职' }] });
    const clash = await reviewer.send('proposals', id, 'ANSWER_AVOIDANCE', LOOKED_INTO(candidate.code));
    expect(clash.body).toMatchObject({ code: 'AVOIDANCE_NOT_OPEN' });
    await keep({ relatives: [{ ...wife, workplace: '第一幼儿园教师' }] });
  });

  it('no meeting begins its vote on what may not be decided yet, and says why', async () => {
    const { clerk } = stage.cast;
    const members = ['赵某', '钱某', '孙某', '李某', '周某'].map((name) => ({ name, post: '党组成员' }));
    const arranged = { body: 'partyGroup', day: START, place: '三楼会议室', chair: 1, members, agenda: [id] };
    const { body } = await clerk.post('meetings', { unit: stage.unit.code, ...arranged });
    const { id: meeting } = body as { id: number };
    await step(clerk, 'meetings', meeting, 'CONVENE');
    const attendance = members.map((_member, at) => ({ member: at + 1, status: 'present' }));
    await step(clerk, 'meetings', meeting, 'RECORD_ATTENDANCE', { attendance });
    const refused = (await clerk.send('meetings', meeting, 'OPEN_VOTING')).body as Refused;
    expect(refused.code).toBe('PROPOSAL_NOT_READY');
    expect(refused.detail).toContain('凡提四必尚缺结论');
    expect(await stateOf(clerk, 'proposals', id)).toBe('inSelection.deliberation');
    await step(clerk, 'meetings', meeting, 'CANCEL', { opinion: '材料未齐，另行安排' });
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
        ...(check === 'disciplineOpinion' && { partySecretary: '甲某', disciplineSecretary: '乙某' }),
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
    // Training is short: to be explained, and made up after the appointment.
    await keep({ profile: { ...PROFILE, trainingMet: false } });
    const answers = { cadre: candidate.code, answers: ANSWERS };
    await step(leader, 'proposals', id, 'ANSWER_DISQUALIFICATIONS', answers);
    expect((await decide()).statePath).toBe('inSelection.publicNotice.pending');
    const { eligibility, priorMatters } = await factsOf(clerk, 'RECORD_DELIBERATION');
    expect(eligibility).toMatchObject([{ outcome: 'met', on: START }]);
    expect(priorMatters).toEqual([]);
  });

  describe('备案关 asks E01 to E16 once more, as of the day of the decision, with what is known by then', () => {
    let filing: number;
    const sanctioned = { measures: [{ kind: 'admonition', from: '2026-08-20', documentNo: null, note: null }] };
    const conclude = (type: string) =>
      stage.cast.chief.send('filings', filing, type, { opinion: '请核对处分情况后再报。' });
    const file = async (): Promise<void> => {
      const { items } = ((await stage.cast.clerk.get(`proposals/${id}`)).body as { context: { items: Body[] } })
        .context;
      const codes = items.map(({ cadre, appointTo, kind }) => ({ cadre, appointTo, kind }));
      await step(stage.cast.clerk, 'filings', filing, 'SUBMIT_FILING', { decidedDay: START, items: codes });
      await readFiling(stage, filing);
    };

    it('refuses plainly and with remarks alike who did not fulfil a hard rule that day, with the arithmetic', async () => {
      const { leader } = stage.cast;
      await step(leader, 'proposals', id, 'POST_NOTICE', { startDay: START });
      stage.app.clock.set('2026-09-11');
      await step(leader, 'proposals', id, 'END_NOTICE');
      filing = await openFilingOf(stage, id);
      await file();
      // An admonition of before the decision comes to light after it.
      expect(await keep(sanctioned)).toBe(200);
      for (const type of ['ACCEPT', 'ACCEPT_WITH_REMARKS']) {
        const refused = (await conclude(type)).body as Refused;
        expect([type, refused.code]).toEqual([type, 'ELIGIBILITY_NOT_MET']);
        expect(refused.detail).toContain('E13 诫勉影响期未满，2027.02.20起满足');
        expect(refused.params).toMatchObject({ cadre: candidate.code, on: START });
      }
    });

    it('accepts with remarks, and never without a word, who is unknown to a hard rule', async () => {
      await keep({ measures: [], profile: { ...PROFILE, relativesComplete: false } });
      const refused = (await conclude('ACCEPT')).body as Refused;
      expect(refused.code).toBe('ELIGIBILITY_UNKNOWN');
      expect(refused.params['rules']).toMatchObject([{ code: 'E12' }]);
    });

    it('what is rejected for it stands refused, and is filed again once it is put right', async () => {
      await keep(sanctioned);
      await step(stage.cast.chief, 'filings', filing, 'REJECT', { opinion: '诫勉影响期内，不予备案。' });
      await settle(stage);
      expect(await stateOf(stage.cast.clerk, 'proposals', id)).toBe('filingRefused');
      // The register was wrong: the admonition was somebody else's.
      await keep(SHEET);
      await step(stage.cast.clerk, 'proposals', id, 'REFILE');
      filing = await openFilingOf(stage, id);
      await file();
      await step(stage.cast.chief, 'filings', filing, 'ACCEPT');
      await settle(stage);
      expect(await stateOf(stage.cast.clerk, 'proposals', id)).toBe('filed');
    });
  });

  describe('when would this cadre become eligible, for any post within reach', () => {
    const asked = (post: string, person = stage.cast.reviewer) =>
      person.get(`cadres/${candidate.code}/eligibility?post=${post}&on=${START}`);

    it('answers rule by rule with arithmetic, and the earliest day on which none stands against it', async () => {
      const elsewhere = await buildUnit(stage.app.database.db, { parent: stage.county });
      const team = await buildTeam(stage.app.database.db, { unit: elsewhere });
      const post = await buildPost(stage.app.database.db, { team, tier: 'principal' });
      await keep({
        measures: [{ kind: 'admonition', from: '2026-06-01', documentNo: null, note: null }],
        ranks: [{ rank: '四级主任科员', since: '2025-05', until: null }],
      });
      const { body } = await asked(post.code);
      const { rules, ...answer } = body as { rules: { code: string; sentence: string; metOn: string | null }[] };
      // In 2027 the assessment of 2026 will be asked for: that day is the earliest possible, and the rule is named.
      expect(answer).toMatchObject({ outcome: 'notMet', eligibleFrom: '2027-05-01', unknownThen: ['E14'] });
      const told = (code: string) => rules.find((rule) => rule.code === code);
      expect(told('E09')).toMatchObject({
        sentence: '任三级、四级主任科员累计16个月，应满24个月，2027.05.01起满足',
        metOn: '2027-05-01',
      });
      expect(told('E13')).toMatchObject({ sentence: '诫勉影响期未满，2026.12.01起满足', metOn: '2026-12-01' });
      expect(rules).toHaveLength(17);
    });

    it('says nothing of a post beyond reach, nor of one that is not there', async () => {
      const beyond = await buildUnit(stage.app.database.db, { parent: stage.county });
      const post = await buildPost(stage.app.database.db, {
        team: await buildTeam(stage.app.database.db, { unit: beyond }),
      });
      for (const code of [post.code, 'NO-SUCH-POST']) {
        const { status, body } = await asked(code, stage.cast.clerk);
        expect({ status, ...(body as object) }).toMatchObject({ status: 404, code: 'NOT_FOUND' });
      }
    });
  });

  describe('training that was short at the decision (E06)', () => {
    const deadlinesNow = async (): Promise<Body[]> =>
      ((await stage.cast.clerk.get(`proposals/${id}`)).body as { deadlines: Body[] }).deadlines;

    it('is due within a year of the decision, keeps the case open, and ends with its record', async () => {
      const { clerk } = stage.cast;
      await step(clerk, 'proposals', id, 'APPOINT', { documentNo: '某组任〔2026〕7号', documentDay: '2026-09-11' });
      expect(await deadlinesNow()).toMatchObject([{ name: 'trainingMakeUp', dueDay: '2027-09-07' }]);
      expect((await clerk.send('proposals', id, 'ARCHIVE')).body).toMatchObject({ code: 'TRAINING_STILL_DUE' });
      const made = { cadre: candidate.code, day: '2026-09-11', evidence: '党校结业证书' };
      await step(clerk, 'proposals', id, 'RECORD_TRAINING', made);
      expect(await deadlinesNow()).toEqual([]);
      await step(clerk, 'proposals', id, 'ARCHIVE');
    });
  });

  it('follows from what was recorded, step by step', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
