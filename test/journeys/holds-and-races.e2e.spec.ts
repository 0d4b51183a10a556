import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { warmPool } from '../support/index.js';
import type { Body } from './stage/people.js';
import { setStage, type Stage, YOUNG } from './stage/stage.js';
import {
  cleared,
  draft,
  refusalOf,
  replayDifferences,
  review,
  stateOf,
  step,
  submit,
  toDecided,
  toDeliberation,
} from './stage/walk.js';

const RACERS = 20;

describe('many hands on few posts', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage({ poolSize: RACERS + 5 });
    const dataSource = stage.app.get(DataSource);
    await warmPool({ ...stage.app.database, dataSource }, RACERS);
  });
  afterAll(() => stage.close());

  const appointment = async (post: { code: string }): Promise<Body> => ({
    cadre: (await stage.cadre(YOUNG)).code,
    appointTo: post.code,
    kind: 'promote',
  });

  const tally = (responses: Response[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { status, body } of responses) {
      const key = status === 200 ? 'passed' : (body as { code: string }).code;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  };

  /** All at once, and the counts of what became of them. */
  const submitAll = async (ids: number[]): Promise<Record<string, number>> =>
    tally(await Promise.all(ids.map((id) => stage.cast.clerk.send('proposals', id, 'SUBMIT'))));

  it('gives one post to one of twenty submissions', async () => {
    const { vacancies } = await stage.buildScene();
    const ids: number[] = [];
    for (let n = 0; n < RACERS; n += 1) ids.push(await draft(stage, [await appointment(vacancies[0]!)]));
    expect(await submitAll(ids)).toEqual({ passed: 1, POST_RESERVED: RACERS - 1 });
  });

  it('gives one vacancy to one of twenty submissions, though each names a post of its own', async () => {
    const { vacancies } = await stage.buildScene({ vacancies: RACERS });
    const ids: number[] = [];
    for (const post of vacancies) ids.push(await draft(stage, [await appointment(post)]));
    expect(await submitAll(ids)).toEqual({ passed: 1, NO_VACANCY: RACERS - 1 });
  });

  it('lets approval or withdrawal win, never both', async () => {
    const { leader, chief } = stage.cast;
    const winners: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { team, vacancies } = await stage.buildScene();
      await stage.askOf(team, 3);
      const id = await submit(stage, [await appointment(vacancies[0]!)]);
      expect(await review(stage, id)).toBe('gateDecision.flagged');
      const { version } = await step(leader, 'proposals', id, 'JUSTIFY', {
        explanation: '本次先配备一名，年内再配备两名，已列入配备计划并报组织部备查。',
        commitment: { count: 2, byDay: '2026-12-05' },
      });
      const page = { expectedVersion: version };
      const responses = await Promise.all([
        chief.send('proposals', id, 'ACCEPT_JUSTIFICATION', {}, page),
        leader.send('proposals', id, 'WITHDRAW', { opinion: '人选调整。' }, page),
      ]);
      expect(tally(responses)).toEqual({ passed: 1, STALE_VERSION: 1 });
      winners.push(await stateOf(leader, 'proposals', id));
    }
    expect(winners.every((state) => ['gateDecision.cleared', 'withdrawn'].includes(state))).toBe(true);
  });

  it('carries the same command out once, however often it comes', async () => {
    const { clerk } = stage.cast;
    const { vacancies } = await stage.buildScene();
    const id = await draft(stage, [await appointment(vacancies[0]!)]);
    const command = { commandId: 'pressed-many-times' };
    const responses = await Promise.all(
      Array.from({ length: RACERS }, () => clerk.send('proposals', id, 'SUBMIT', {}, command)),
    );
    expect(new Set(responses.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(responses[0]!.body).toMatchObject({ id, statePath: 'submitted', version: 2 });
    expect((await clerk.get(`proposals/${id}/history`)).body).toHaveLength(2);
  });

  it('creates one proposal from one creation command, and tells a stale page what is there now', async () => {
    const { clerk, leader } = stage.cast;
    const { vacancies } = await stage.buildScene();
    const items = [await appointment(vacancies[0]!)];
    const body = { unit: stage.unit.code, title: '动议', reason: '空缺', items, commandId: 'create-once' };
    const created = await Promise.all(Array.from({ length: 5 }, () => clerk.post('proposals', body)));
    expect(new Set(created.map(({ body }) => (body as { id: number }).id)).size).toBe(1);
    const { id } = created[0]!.body as { id: number };
    await step(leader, 'proposals', id, 'EDIT', { title: '改名后的动议' });
    const stale = await clerk.send('proposals', id, 'SUBMIT', {}, { expectedVersion: 1 });
    expect(refusalOf(stale)).toBe('409 STALE_VERSION');
    expect(stale.body).toMatchObject({
      params: { expected: 1, actual: 2, current: { context: { title: '改名后的动议' } } },
    });
    expect((stale.body as { detail: string }).detail).toContain('已被他人处理');
  });

  describe('withdrawal (§7-30)', () => {
    it('in inspection: posts free, timers stopped, the projection reverts, and a new proposal can take it up', async () => {
      const { clerk, leader, reviewer } = stage.cast;
      const { vacancies } = await stage.buildScene();
      const items = [await appointment(vacancies[0]!)];
      const id = await cleared(stage, items);
      const rival = await draft(stage, [await appointment(vacancies[0]!)]);
      expect(refusalOf(await clerk.send('proposals', rival, 'SUBMIT'))).toBe('409 POST_RESERVED');
      const question = { unit: stage.unit.code, items: [await appointment(vacancies[0]!)] };
      const { body: before } = await clerk.post('gate/preview', question);
      expect(before).toMatchObject({ verdict: 'block', teams: [{ before: { actual: 1 } }] });
      await toDeliberation(stage, id);
      await step(reviewer, 'proposals', id, 'RETURN', { to: 'inSelection.inspection', opinion: '请补充考察。' });
      expect((await clerk.get(`proposals/${id}`)).body).toMatchObject({ deadlines: [{ name: 'recommendationLapse' }] });

      await step(leader, 'proposals', id, 'WITHDRAW', { opinion: '人选另有安排。' });
      const { body } = await clerk.get(`proposals/${id}`);
      expect(body).toMatchObject({ statePath: 'withdrawn', done: true, deadlines: [], actions: [] });
      const { body: after } = await clerk.post('gate/preview', question);
      expect(after).toMatchObject({ verdict: 'clear', teams: [{ before: { actual: 0 } }] });

      const resumed = await draft(stage, items, { resumes: id });
      expect((await clerk.get(`proposals/${resumed}`)).body).toMatchObject({ fields: { resumes_id: id } });
      await step(clerk, 'proposals', rival, 'SUBMIT');
    });

    it('is impossible once the party group has decided', async () => {
      const { vacancies } = await stage.buildScene();
      const id = await cleared(stage, [await appointment(vacancies[0]!)]);
      await toDecided(stage, id);
      const withdrawal = await stage.cast.leader.send('proposals', id, 'WITHDRAW', { opinion: '反悔。' });
      expect(refusalOf(withdrawal)).toBe('409 ALREADY_DECIDED');
    });
  });

  it('approving one batch leaves another as it was (§7-56)', async () => {
    const { clerk } = stage.cast;
    const [first, second] = [await stage.buildScene(), await stage.buildScene()];
    const other = await submit(stage, [await appointment(second.vacancies[0]!)]);
    const view = async (): Promise<unknown> => [
      (await clerk.get(`proposals/${other}`)).body,
      (await clerk.get(`proposals/${other}/history`)).body,
      await itemsOf(other),
    ];
    const before = await view();
    await toDecided(stage, await cleared(stage, [await appointment(first.vacancies[0]!)]));
    expect(await view()).toEqual(before);
  });

  it('no call skips a step, from submission straight to the notice (§7-41)', async () => {
    const { leader } = stage.cast;
    const { vacancies } = await stage.buildScene();
    const id = await submit(stage, [await appointment(vacancies[0]!)]);
    const skipping = await leader.send('proposals', id, 'POST_NOTICE', { startDay: stage.app.clock.today() });
    expect(refusalOf(skipping)).toBe('409 EVENT_NOT_ALLOWED');
    expect(await stateOf(leader, 'proposals', id)).toBe('submitted');
  });

  async function itemsOf(proposal: number): Promise<unknown> {
    const text = 'SELECT * FROM proposal_item WHERE proposal_id = $1 ORDER BY ordinal';
    return (await stage.app.database.db.queryDynamic(text, [proposal])).rows;
  }

  it('leaves histories that replay to what is stored', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
