import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Body } from './stage/people.js';
import { setStage, type Stage, YOUNG } from './stage/stage.js';
import {
  cleared,
  refusalOf,
  replayDifferences,
  RECOMMENDATION,
  stateOf,
  step,
  toDecided,
  toDeliberation,
  UNANIMOUS,
  vote,
} from './stage/walk.js';

describe('the selection procedure', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  async function clearedProposal(): Promise<number> {
    const { vacancies } = await stage.buildScene();
    const newcomer = await stage.cadre(YOUNG);
    return cleared(stage, [{ cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote' }]);
  }

  const decide = (id: number, change: Body) =>
    stage.cast.leader.send('proposals', id, 'RECORD_DELIBERATION', {
      ...vote(1, UNANIMOUS, stage.app.clock.today()),
      ...change,
    });

  it('lets no recommendation older than a year be decided upon (§7-31)', async () => {
    const { leader } = stage.cast;
    stage.app.clock.set('2025-11-20');
    const id = await clearedProposal();
    await step(leader, 'proposals', id, 'START_SELECTION');
    const tally = { ...RECOMMENDATION, talkDay: '2025-11-19', meetingDay: '2025-11-20' };
    await step(leader, 'proposals', id, 'RECORD_RECOMMENDATION', tally);
    stage.app.clock.set('2026-11-23');
    const inspection = {
      inspectors: ['甲某', '乙某'],
      fromDay: '2026-11-01',
      toDay: '2026-11-10',
      conclusion: '良好。',
    };
    await step(leader, 'proposals', id, 'RECORD_INSPECTION', inspection);
    const refused = await decide(id, {});
    expect(refusalOf(refused)).toBe('409 RECOMMENDATION_LAPSED');
    expect(refused.body).toMatchObject({ params: { recommendedOn: '2025-11-20', validUntil: '2026-11-20' } });
    await step(stage.cast.chief, 'proposals', id, 'LAPSE');
    expect(await stateOf(leader, 'proposals', id)).toBe('lapsed');
    stage.app.clock.set('2026-09-07');
  });

  it('decides with a quorum, by more than half of those entitled', async () => {
    const id = await clearedProposal();
    await toDeliberation(stage, id);
    expect(refusalOf(await decide(id, { present: 5, votes: [{ for: 5, against: 0, deferred: 0 }] }))).toBe(
      '409 QUORUM_NOT_REACHED',
    );
    expect(refusalOf(await decide(id, { votes: [{ for: 8, against: 0, deferred: 0 }] }))).toBe('409 VOTES_MISMATCH');
    expect(refusalOf(await decide(id, { chairSpokeLast: false }))).toBe('409 CHAIR_SPEAKS_LAST');
    expect(refusalOf(await decide(id, { meetingDay: '2026-09-08' }))).toBe('409 DAY_IN_FUTURE');
    // Four of nine entitled, though of seven present they are the majority.
    const short = { present: 7, votes: [{ for: 4, against: 3, deferred: 0 }] };
    expect((await decide(id, short)).body).toMatchObject({ statePath: 'notPassed', done: true });
  });

  it('can be deferred and taken up again', async () => {
    const { leader } = stage.cast;
    const id = await clearedProposal();
    await toDeliberation(stage, id);
    const deferred = await decide(id, { votes: [{ for: 3, against: 0, deferred: 6 }] });
    expect(deferred.body).toMatchObject({ statePath: 'inSelection.deferred' });
    await step(leader, 'proposals', id, 'RESUME_DELIBERATION');
    expect((await decide(id, {})).body).toMatchObject({ statePath: 'inSelection.publicNotice.pending' });
  });

  it('judges anew on the day of the meeting and shows what has changed since', async () => {
    const { leader, reviewer } = stage.cast;
    const { team, vacancies } = await stage.buildScene();
    const newcomer = await stage.cadre(YOUNG);
    const id = await cleared(stage, [{ cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote' }]);
    await toDeliberation(stage, id);
    await stage.askOf(team, 2);
    expect(refusalOf(await decide(id, {}))).toBe('409 GATE_WORSENED');
    await step(reviewer, 'proposals', id, 'RERUN_GATE');
    const { body } = await leader.get(`proposals/${id}`);
    expect(body).toMatchObject({ statePath: 'gateDecision.flagged', gate: { verdict: 'flag' } });
    const { body: history } = await leader.get(`proposals/${id}/history`);
    const { facts } = (history as { facts: { gateDifference: { scope: string }[] } }[]).at(-1)!;
    expect(facts.gateDifference.map(({ scope }) => scope)).toEqual(['overall', 'team']);
  });

  it('ends no notice early, and starts none that reaches past the calendar', async () => {
    const { leader } = stage.cast;
    const id = await clearedProposal();
    await toDecided(stage, id);
    const late = await leader.send('proposals', id, 'POST_NOTICE', { startDay: '2026-12-28' });
    expect(refusalOf(late)).toBe('422 CALENDAR_NOT_COVERED');
    // 2026-09-20 is a Sunday on which people work (调休).
    await step(leader, 'proposals', id, 'POST_NOTICE', { startDay: '2026-09-18' });
    stage.app.clock.set('2026-09-22');
    const early = await leader.send('proposals', id, 'END_NOTICE');
    expect(refusalOf(early)).toBe('409 NOTICE_NOT_ENDED');
    expect(early.body).toMatchObject({ params: { endDay: '2026-09-23' } });
    stage.app.clock.set('2026-09-23');
    await step(leader, 'proposals', id, 'END_NOTICE');
    stage.app.clock.set('2026-09-07');
  });

  it('goes back to any earlier step for a reason, and never forward', async () => {
    const { reviewer } = stage.cast;
    const id = await clearedProposal();
    await toDeliberation(stage, id);
    const back = (to: string, opinion?: string) => reviewer.send('proposals', id, 'RETURN', { to, opinion });
    expect(refusalOf(await back('inSelection.recommendation'))).toBe('409 OPINION_REQUIRED');
    expect(refusalOf(await back('inSelection.deliberation', '请核实。'))).toBe('409 NOT_AN_EARLIER_STEP');
    expect((await back('inSelection.recommendation', '请重新推荐。')).status).toBe(200);
    expect((await back('draft', '请调整人选。')).body).toMatchObject({ statePath: 'draft' });
    const text = 'SELECT holds, cleared FROM proposal_item WHERE proposal_id = $1';
    const { rows } = await stage.app.database.db.queryDynamic(text, [id]);
    expect(rows).toEqual([{ holds: false, cleared: false }]);
  });

  it('leaves histories that replay to what is stored', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
