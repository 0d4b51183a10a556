import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Built } from '../support/factories.js';
import { docxText } from '../support/zip-parts.js';
import type { Body } from './stage/people.js';
import { setStage, type Stage, START, YOUNG } from './stage/stage.js';
import {
  draft,
  RECOMMENDATION,
  refusalOf,
  replayDifferences,
  settle,
  stateOf,
  step,
  UNANIMOUS,
  vote,
} from './stage/walk.js';

const SAYS = {
  reasons: '班子成员相继退休，需一次性补充',
  principles: '人岗相适，以事择人',
  establishment: '调整后不超核定职数',
  integrity: '拟任人选未发现影响任用的问题',
  petitions: '无',
};

describe('事前报告: no meeting before the answer', () => {
  let stage: Stage;
  let candidate: Built;
  let proposal: number;
  let report: number;

  beforeAll(async () => {
    stage = await setStage({ wholeLaw: true });
    const { vacancies } = await stage.buildScene();
    candidate = await stage.cadre(YOUNG);
    const items = [{ cadre: candidate.code, appointTo: vacancies[0]!.code, kind: 'promote' }];
    proposal = await draft(stage, items);
    const claim = { cadre: candidate.code, ground: 'needOfProfession', reason: '专业性强的岗位急需' };
    await step(stage.cast.clerk, 'proposals', proposal, 'CLAIM_EXCEPTIONAL', claim);
  });
  afterAll(() => stage.close());

  const begin = (extra: Body = {}) =>
    stage.cast.clerk.post('prior_reports', { unit: stage.unit.code, proposal, ...extra });
  const contextOf = async (): Promise<Record<string, unknown>> =>
    ((await stage.cast.clerk.get(`prior_reports/${report}`)).body as { context: Record<string, unknown> }).context;
  const matters = async (): Promise<Record<string, unknown>> => {
    const { body } = await stage.cast.clerk.get(`proposals/${proposal}`);
    return (body as { context: Record<string, unknown> }).context;
  };

  it('is drawn up when the proposal is submitted, with what the rules found and what is ticked, once', async () => {
    expect(refusalOf(await begin())).toBe('409 PROPOSAL_NOT_UNDER_WAY');
    await step(stage.cast.clerk, 'proposals', proposal, 'SUBMIT');
    expect(refusalOf(await stage.cast.reviewer.post('prior_reports', { unit: stage.unit.code, proposal }))).toBe(
      '403 ROLE_NOT_ALLOWED',
    );
    const both = await Promise.all([begin({ matters: ['nearStaff'] }), begin({ matters: ['nearStaff'] })]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(both.map(refusalOf)).toContain('409 REPORT_EXISTS');
    report = (both.find(({ status }) => status === 201)!.body as { id: number }).id;
    expect(await contextOf()).toMatchObject({
      matters: ['exceptionalPromotion', 'nearStaff'],
      found: ['exceptionalPromotion'],
      people: [{ cadre: candidate.code }],
    });
  });

  it('goes out when it says everything, and is due in ten working days', async () => {
    const { clerk } = stage.cast;
    const incomplete = await clerk.send('prior_reports', report, 'SUBMIT');
    expect(incomplete.body).toMatchObject({ code: 'REPORT_INCOMPLETE' });
    expect((incomplete.body as { detail: string }).detail).toContain('信访举报情况');
    await step(clerk, 'prior_reports', report, 'EDIT', SAYS);
    await step(clerk, 'prior_reports', report, 'SUBMIT');
    const { deadlines } = (await clerk.get(`prior_reports/${report}`)).body as { deadlines: Body[] };
    // Ten working days from Monday 2026-09-07; Sunday the 20th is worked in place of a holiday.
    expect(deadlines).toMatchObject([{ name: 'reportReply', dueDay: '2026-09-20' }]);
  });

  it('keeps the proposal from the meeting until a head has signed the answer', async () => {
    const { reviewer, leader, deputy } = stage.cast;
    for (const type of ['ACCEPT_FOR_REVIEW', 'HEADCOUNT_REVIEW', 'YOUNG_CADRE_REVIEW']) {
      await step(reviewer, 'proposals', proposal, type);
    }
    await step(reviewer, 'proposals', proposal, 'ELIGIBILITY_REVIEW', { result: 'unknown' });
    await step(reviewer, 'proposals', proposal, 'PRIOR_REPORT_REVIEW', { result: 'unknown' });
    await step(reviewer, 'prior_reports', report, 'TAKE_UP');
    const half = { approvedMatters: ['exceptionalPromotion'], refusedMatters: [] };
    expect(refusalOf(await reviewer.send('prior_reports', report, 'DRAFT_REPLY', half))).toBe('409 REPLY_INCOMPLETE');
    const answer = {
      approvedMatters: ['exceptionalPromotion'],
      refusedMatters: ['nearStaff'],
      opinion: '另行研究',
    };
    await step(reviewer, 'prior_reports', report, 'DRAFT_REPLY', answer);
    expect(refusalOf(await reviewer.send('prior_reports', report, 'SIGN_REPLY'))).toBe('403 ROLE_NOT_ALLOWED');
    expect(refusalOf(await leader.send('prior_reports', report, 'SIGN_REPLY'))).toBe('403 ROLE_NOT_ALLOWED');
    await step(deputy, 'prior_reports', report, 'SIGN_REPLY');
    await settle(stage);
    expect(await contextOf()).toMatchObject({ reply: { documentNo: '组复〔2026〕1号', day: START } });
    expect(await matters()).toMatchObject({
      matters: ['exceptionalPromotion', 'nearStaff'],
      approvedMatters: ['exceptionalPromotion'],
    });
  });

  it('reported again and approved, it no longer stands in the way; a reply on paper does the same', async () => {
    const { clerk, reviewer, head, leader } = stage.cast;
    await step(clerk, 'prior_reports', report, 'REPORT_AGAIN', { opinion: '已说明身边工作人员情况' });
    await step(clerk, 'prior_reports', report, 'SUBMIT');
    await step(reviewer, 'prior_reports', report, 'TAKE_UP');
    const answer = { approvedMatters: ['exceptionalPromotion', 'nearStaff'], refusedMatters: [] };
    await step(reviewer, 'prior_reports', report, 'DRAFT_REPLY', answer);
    await step(head, 'prior_reports', report, 'SIGN_REPLY');
    await settle(stage);
    await step(clerk, 'prior_reports', report, 'NOTE');
    expect(await stateOf(clerk, 'prior_reports', report)).toBe('closed');
    expect(await matters()).toMatchObject({ approvedMatters: ['exceptionalPromotion', 'nearStaff'] });
    await step(leader, 'proposals', proposal, 'START_SELECTION');
    const onPaper = { matters: ['nearStaff'], approved: false, documentNo: '组函〔2026〕8号', day: START };
    await step(reviewer, 'proposals', proposal, 'RECORD_PRIOR_REPLY', onPaper);
    expect(await matters()).toMatchObject({ approvedMatters: ['exceptionalPromotion'] });
    const early = await leader.send('proposals', proposal, 'RECORD_DELIBERATION', vote(1, UNANIMOUS, START));
    expect(refusalOf(early)).toBe('409 EVENT_NOT_ALLOWED');
  });

  it('what was replied is reported at the meeting: the agenda prints every reply, those on paper too', async () => {
    const { clerk, leader } = stage.cast;
    await step(leader, 'proposals', proposal, 'RECORD_RECOMMENDATION', {
      ...RECOMMENDATION,
      talkDay: START,
      meetingDay: START,
    });
    const inspection = { inspectors: ['甲某', '乙某'], fromDay: START, toDay: START, conclusion: '良好' };
    await step(leader, 'proposals', proposal, 'RECORD_INSPECTION', inspection);
    const meeting = await clerk.post('meetings', {
      unit: stage.unit.code,
      body: 'partyGroup',
      day: START,
      place: '三楼会议室',
      chair: 1,
      members: [{ name: '赵一', post: '党组书记' }],
      agenda: [proposal],
    });
    const { id } = meeting.body as { id: number };
    const text = await docxText((await clerk.downloadBytes(`meetings/${id}/forms/agenda`)).body as Buffer);
    expect(text).toContain('会上通报的事前报告批复');
    expect(text.match(/议题1：2026年9月7日批复/gu)).toHaveLength(3);
    expect(text).toContain('批复（组函〔2026〕8号）：不同意领导干部身边工作人员提拔任用。');
    await step(clerk, 'meetings', id, 'CANCEL', { opinion: '另行安排' });
  });

  it('of a proposal withdrawn meanwhile needs no answer', async () => {
    const { clerk, leader } = stage.cast;
    const second = (await begin({ ...SAYS })).body as { id: number };
    await step(clerk, 'prior_reports', second.id, 'SUBMIT');
    await step(leader, 'proposals', proposal, 'WITHDRAW', { opinion: '人选另行研究' });
    await settle(stage);
    expect(await stateOf(clerk, 'prior_reports', second.id)).toBe('withdrawn');
  });

  it('follows from what was recorded, step by step', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
