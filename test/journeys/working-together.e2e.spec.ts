import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildPost, buildTeam, buildUnit } from '../support/factories.js';
import { hire, type Body, type Person } from './stage/people.js';
import { OLD, setStage, type Stage, YOUNG } from './stage/stage.js';
import { draft, refusalOf, replayDifferences, step, submit } from './stage/walk.js';

describe('working on one proposal together', () => {
  let stage: Stage;
  let stranger: Person;

  beforeAll(async () => {
    stage = await setStage();
    const elsewhere = await buildUnit(stage.app.database.db, { parent: stage.county });
    stranger = await hire(stage.app, 'stranger', 'clerk', elsewhere);
  });
  afterAll(() => stage.close());

  async function appointment(birth = YOUNG): Promise<Body> {
    const { vacancies } = await stage.buildScene();
    return { cadre: (await stage.cadre(birth)).code, appointTo: vacancies[0]!.code, kind: 'promote' };
  }

  describe('signatures', () => {
    it('a countersignature refused keeps the case waiting until it is taken back by who asked', async () => {
      const { reviewer, reviewer2, chief } = stage.cast;
      const id = await submit(stage, [await appointment()]);
      await step(chief, 'proposals', id, 'ADD_SIGNER', { userIds: [reviewer2.id], kind: 'countersign' });
      expect(refusalOf(await reviewer.send('proposals', id, 'ACCEPT_FOR_REVIEW'))).toBe('409 SIGNATURES_PENDING');
      expect(refusalOf(await reviewer.send('proposals', id, 'SIGN', { agree: true }))).toBe('409 NOT_A_SIGNER');
      await step(reviewer2, 'proposals', id, 'SIGN', { agree: false, opinion: '人选需再酝酿。' });
      expect(refusalOf(await reviewer2.send('proposals', id, 'SIGN', { agree: true }))).toBe('409 ALREADY_SIGNED');
      expect(refusalOf(await reviewer.send('proposals', id, 'ACCEPT_FOR_REVIEW'))).toBe('409 SIGNATURES_PENDING');
      const cancel = { userId: reviewer2.id };
      expect(refusalOf(await reviewer.send('proposals', id, 'CANCEL_SIGNER', cancel))).toBe('409 NOT_THE_REQUESTER');
      await step(chief, 'proposals', id, 'CANCEL_SIGNER', cancel);
      await step(reviewer, 'proposals', id, 'ACCEPT_FOR_REVIEW');
    });

    it('an added signer is heard, and disagreement stops nothing', async () => {
      const { reviewer, leader, chief } = stage.cast;
      const id = await submit(stage, [await appointment()]);
      await step(chief, 'proposals', id, 'ADD_SIGNER', { userIds: [leader.id], kind: 'added' });
      expect(refusalOf(await reviewer.send('proposals', id, 'ACCEPT_FOR_REVIEW'))).toBe('409 SIGNATURES_PENDING');
      await step(leader, 'proposals', id, 'SIGN', { agree: false, opinion: '保留意见。' });
      await step(reviewer, 'proposals', id, 'ACCEPT_FOR_REVIEW');
    });

    it('is asked only of people with business in the unit', async () => {
      const { chief, admin } = stage.cast;
      const id = await submit(stage, [await appointment()]);
      for (const userId of [stranger.id, admin.id, 999_999]) {
        const asked = await chief.send('proposals', id, 'ADD_SIGNER', { userIds: [userId], kind: 'added' });
        expect(refusalOf(asked)).toBe('409 SIGNER_UNKNOWN');
      }
    });
  });

  it('keeps comments and attachments with the case', async () => {
    const { clerk, reviewer } = stage.cast;
    const id = await draft(stage, [await appointment()]);
    await reviewer.post(`proposals/${id}/comments`, { body: '请补充会议纪要。' });
    expect((await clerk.get(`proposals/${id}/comments`)).body).toMatchObject([{ body: '请补充会议纪要。' }]);
    const { body } = await clerk.attach('proposals', id, '纪要.txt', '会议纪要');
    const { id: attachment } = body as { id: number };
    expect((await reviewer.get(`proposals/${id}/attachments`)).body).toMatchObject([
      { id: attachment, name: '纪要.txt' },
    ]);
    const download = await reviewer.download(`proposals/${id}/attachments/${attachment}`);
    expect(download.headers['content-disposition']).toContain('attachment');
    expect(refusalOf(await stranger.download(`proposals/${id}/attachments/${attachment}`))).toBe('404 CASE_NOT_FOUND');
  });

  it('nobody reviews what he drafted, not even with a second role', async () => {
    const both = await hire(stage.app, 'drafter', 'clerk', stage.unit);
    await stage.app.database.db.queryDynamic(`INSERT INTO role_grant (user_id, role) VALUES ($1, 'reviewer')`, [
      both.id,
    ]);
    const id = await draft(stage, [await appointment()]);
    await step(both, 'proposals', id, 'EDIT', { title: '修改后的动议' });
    await step(stage.cast.clerk, 'proposals', id, 'SUBMIT');
    expect(refusalOf(await both.send('proposals', id, 'ACCEPT_FOR_REVIEW'))).toBe('409 NO_SELF_APPROVAL');
  });

  describe('within the units granted', () => {
    it('a case elsewhere does not exist', async () => {
      const id = await draft(stage, [await appointment()]);
      expect(refusalOf(await stranger.get(`proposals/${id}`))).toBe('404 CASE_NOT_FOUND');
      expect(refusalOf(await stranger.get(`proposals/${id}/suggestions`))).toBe('404 CASE_NOT_FOUND');
      expect(refusalOf(await stranger.send('proposals', id, 'EDIT', { title: '他人的' }))).toBe('404 CASE_NOT_FOUND');
      expect((await stranger.get('proposals')).body).toMatchObject({ items: [], total: 0 });
    });

    it('a draft names only posts of units that its author answers for', async () => {
      const { app, county, unit, cast } = stage;
      const item = await appointment();
      const foreign = await buildPost(app.database.db, { team: await buildTeam(app.database.db, { unit: county }) });
      const propose = (at: { code: string }, by: Person) =>
        by.post('proposals', {
          unit: at.code,
          title: '动议',
          reason: '空缺',
          items: [{ ...item, appointTo: foreign.code }],
        });
      expect(refusalOf(await propose(unit, cast.clerk))).toBe('422 POST_UNKNOWN');
      expect(refusalOf(await propose(county, cast.clerk))).toBe('404 UNIT_OUT_OF_REACH');
      const reader = await hire(app, 'reader', 'clerk', unit);
      await app.database.db.queryDynamic(`INSERT INTO role_grant (user_id, role) VALUES ($1, 'reviewer')`, [reader.id]);
      expect(refusalOf(await propose(unit, reader))).toBe('422 POST_OUTSIDE_UNIT');
      const countyClerk = await hire(app, 'county-clerk', 'clerk', county);
      expect((await propose(unit, countyClerk)).status).toBe(201);
    });

    it('lists by state, by unit, by words of the title, and what one began oneself', async () => {
      const { clerk, leader } = stage.cast;
      const id = await submit(stage, [await appointment()]);
      const idsOf = async (person: Person, query: string): Promise<number[]> => {
        const { body } = await person.get(`proposals?${query}`);
        return (body as { items: { id: number }[] }).items.map((item) => item.id);
      };
      expect(await idsOf(clerk, `state=submitted&unit=${stage.unit.code}&mine=true`)).toContain(id);
      expect(await idsOf(clerk, 'state=draft')).not.toContain(id);
      expect(await idsOf(leader, 'mine=true')).toEqual([]);
      expect(await idsOf(clerk, `q=${encodeURIComponent('调整班子')}`)).toContain(id);
      expect(await idsOf(clerk, `q=${encodeURIComponent('没有这件')}`)).toEqual([]);
    });
  });

  describe('the preview of the gate', () => {
    const preview = (person: Person, body: Body) => person.post('gate/preview', body);
    const counts = async (): Promise<unknown> => {
      const text = `SELECT (SELECT count(*) FROM proposal) AS proposals, (SELECT count(*) FROM proposal_item) AS items,
        (SELECT count(*) FROM case_event) AS events`;
      return (await stage.app.database.db.queryDynamic(text)).rows;
    };

    it('answers as the contract says, and stores nothing', async () => {
      const item = await appointment(OLD);
      const before = await counts();
      const { status, body } = await preview(stage.cast.clerk, { unit: stage.unit.code, items: [item] });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        verdict: 'block',
        policyVersion: 1,
        decisionDate: stage.app.clock.today(),
        teams: [{ delta: 0, level: 'A', verdict: 'block', sentence: expect.stringContaining('应配1名') }],
        findings: [{ code: 'ELIGIBILITY_UNKNOWN', severity: 'info' }],
        suggestions: expect.any(Array),
        headcount: expect.any(Array),
      });
      expect(await counts()).toEqual(before);
    });

    it('names the item that is wrong, and shows nothing beyond the units granted', async () => {
      const item = await appointment();
      const ask = (by: Person, change: Body, unit = stage.unit.code) =>
        preview(by, { unit, items: [{ ...item, ...change }] });
      const unknown = await ask(stage.cast.clerk, { cadre: 'NOBODY' });
      expect(refusalOf(unknown)).toBe('422 CADRE_UNKNOWN');
      expect(unknown.body).toMatchObject({ params: { item: 1, cadre: 'NOBODY' } });
      expect(refusalOf(await ask(stranger, {}))).toBe('404 UNIT_UNKNOWN');
      expect(refusalOf(await ask(stage.cast.clerk, {}, 'NOWHERE'))).toBe('404 UNIT_UNKNOWN');
      expect(refusalOf(await ask(stage.cast.admin, {}))).toBe('403 FORBIDDEN');
      expect(refusalOf(await ask(stage.cast.clerk, { kind: 'whatever' }))).toBe('400 VALIDATION_FAILED');
    });
  });

  it('leaves histories that replay to what is stored', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
