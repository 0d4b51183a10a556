import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setStage, type Stage, START, YOUNG } from './stage/stage.js';
import { cleared, replayDifferences, readFiling, settle, stateOf, step, toFiling } from './stage/walk.js';

interface History {
  version: number;
  type: string;
  from: string;
  to: string;
  actor: { id: number | null; display: string };
  facts: Record<string, unknown>;
}

describe('a proposal on its whole way', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  it('goes from draft through gate, selection, notice and filing to an appointment and past probation', async () => {
    const { cast, app } = stage;
    const { team, vacancies, members } = await stage.buildScene();
    const newcomer = await stage.cadre(YOUNG);
    const items = [
      { cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote', mode: 'probation', note: '试用期一年' },
      { cadre: members[0]!.cadre.code, removeFrom: members[0]!.post.code, kind: 'retire' },
    ];
    const id = await cleared(stage, items);
    const decidedOn = app.clock.today();
    const filing = await toFiling(stage, id, items.length);
    expect(await stateOf(cast.clerk, 'proposals', id)).toBe('filing');

    const decided = items.map(({ note: _note, ...item }) => item);
    await step(cast.clerk, 'filings', filing, 'SUBMIT_FILING', { decidedDay: decidedOn, items: decided });
    await readFiling(stage, filing);
    await step(cast.chief, 'filings', filing, 'ACCEPT');
    await settle(stage);
    expect(await stateOf(cast.clerk, 'proposals', id)).toBe('filed');

    const appointment = { documentNo: '某组干〔2026〕1号', documentDay: app.clock.today() };
    const { statePath } = await step(cast.leader, 'proposals', id, 'APPOINT', appointment);
    expect(statePath).toBe('probation');
    // Tenure starts on the day of the decision, and the leaver's seat ends on it.
    expect(await sittingIn(team.code, '2026-09-06')).toEqual([members[0]!.cadre.code]);
    expect(await sittingIn(team.code, decidedOn)).toEqual([newcomer.code]);

    app.clock.set('2027-09-06');
    expect((await cast.leader.send('proposals', id, 'CONFIRM_PROBATION')).body).toMatchObject({
      code: 'PROBATION_NOT_ENDED',
      params: { endDay: '2027-09-07' },
    });
    app.clock.set('2027-09-07');
    expect(await step(cast.leader, 'proposals', id, 'CONFIRM_PROBATION')).toMatchObject({ statePath: 'confirmed' });
    const { body } = await cast.clerk.get(`proposals/${id}/history`);
    const history = body as History[];
    expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1));
    expect(history.map(({ type }) => type)).toContain('FILING_ACCEPTED');
    expect(history.find(({ type }) => type === 'FILING_ACCEPTED')!.actor).toMatchObject({ id: null, display: '系统' });
  });

  it('ends with somebody relieved in probation, who counts no more from that day (§7-15)', async () => {
    const { cast, app } = stage;
    app.clock.set(START);
    const { team, vacancies } = await stage.buildScene();
    const newcomer = await stage.cadre(YOUNG);
    const items = [{ cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote', mode: 'probation' }];
    const id = await cleared(stage, items);
    const filing = await toFiling(stage, id);
    await step(cast.clerk, 'filings', filing, 'SUBMIT_FILING', { decidedDay: START, items });
    await readFiling(stage, filing);
    await step(cast.chief, 'filings', filing, 'ACCEPT');
    await settle(stage);
    const document = { documentNo: '某组干〔2026〕3号', documentDay: app.clock.today() };
    await step(cast.leader, 'proposals', id, 'APPOINT', document);
    app.clock.set('2026-12-01');
    await step(cast.leader, 'proposals', id, 'RELIEVE', { opinion: '试用期考核不称职。' });
    const youngOn = async (asOf: string): Promise<number> => {
      const { body } = await cast.reviewer.get(`staffing?asOf=${asOf}&unit=${stage.unit.code}`);
      const { items: rows } = body as { items: { team: unknown; actual: number }[] };
      return rows.find((row) => JSON.stringify(row.team).includes(`"${team.code}"`))!.actual;
    };
    expect([await youngOn('2026-11-30'), await youngOn('2026-12-01')]).toEqual([1, 0]);
  });

  /** Deputies in post on a day, by the directory's own page. */
  async function sittingIn(team: string, asOf: string): Promise<string[]> {
    const { body } = await stage.cast.reviewer.get(`teams/${team}?asOf=${asOf}`);
    const { posts } = body as { posts: { tier: string; holders: { cadre: string }[] }[] };
    return posts.filter(({ tier }) => tier === 'deputy').flatMap(({ holders }) => holders.map(({ cadre }) => cadre));
  }

  it('leaves histories that replay to what is stored', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
