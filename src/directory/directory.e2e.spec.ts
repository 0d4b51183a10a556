import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeScratchFolder } from '../../test/support/index.js';
import { createTestApp, type TestApp } from '../../test/support/test-app.js';
import { SampleSignIns } from '../identity/index.js';
import { asWorker } from '../platform/index.js';
import { SampleCityTask } from './first-start/sample-city.task.js';

const PASSWORD = 'Sample-City-2026!';

describe('the directory over HTTP, in the sample city', () => {
  let app: TestApp;
  let folder: Awaited<ReturnType<typeof makeScratchFolder>>;
  const clients = new Map<string, ReturnType<TestApp['client']>>();

  beforeAll(async () => {
    folder = await makeScratchFolder();
    app = await createTestApp({
      today: '2026-11-23',
      environment: { SAMPLE_CITY: 'on', SAMPLE_PASSWORD: PASSWORD, DATA_DIR: folder.path },
    });
    await asWorker('first-start', async () => {
      await app.get(SampleCityTask).run(() => undefined);
      await app.get(SampleSignIns).run();
    });
    for (const username of ['leader', 'reviewer', 'admin']) {
      const client = app.client();
      await client.post('/api/v1/session').send({ username, password: PASSWORD }).expect(201);
      clients.set(username, client);
    }
  });

  afterAll(async () => {
    await app.close();
    await folder.remove();
  });

  const as = (username: string): ReturnType<TestApp['client']> => {
    const client = clients.get(username);
    if (!client) throw new Error(`${username} has not signed in`);
    return client;
  };

  it('answers the ledger as the contract says', async () => {
    const { body } = await as('reviewer').get('/api/v1/staffing?task=COUNTY_DEPT_TEAM&level=A&limit=3').expect(200);
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toMatchObject({ level: 'A', severity: 3, due: 1, actual: 0, shortfall: 1, members: [] });
    for (const key of ['team', 'task', 'base', 'ratio', 'unmetQuarters', 'vacancies', 'ageingOut']) {
      expect(body.items[0]).toHaveProperty(key);
    }
    expect(body).toMatchObject({ asOf: '2026-11-23', limit: 3, offset: 0 });
    expect(body.totals.levels.map(({ rows }: { rows: number }) => rows).reduce((a: number, b: number) => a + b)).toBe(
      252,
    );
  });

  it('shows a leader the own area alone, and nothing to the administrator', async () => {
    const { body } = await as('leader').get('/api/v1/staffing/headline').expect(200);
    expect(body.items).toHaveLength(1);
    const area: string = body.items[0].area;
    await as('leader').get(`/api/v1/units/${area}`).expect(200);
    const other = area === 'Q01' ? 'Q02' : 'Q01';
    for (const path of [`units/${other}`, `teams/${other}-T`, `staffing?unit=${other}`, `teams?unit=${other}`]) {
      const answer = await as('leader').get(`/api/v1/${path}`).expect(404);
      expect(answer.body).toMatchObject({ code: 'NOT_FOUND' });
    }
    await as('admin').get('/api/v1/cadres').expect(403);
    await app.client().get('/api/v1/cadres').expect(401);
  });

  it('judges a cadre for a post by E01 to E16 and E12L, in the caller’s reach alone', async () => {
    const { body: headline } = await as('leader').get('/api/v1/staffing/headline').expect(200);
    const area = headline.items[0].area === 'Q03' ? 'Q04' : 'Q03';
    const cadres = await as('reviewer').get(`/api/v1/cadres?unit=${area}-B01&limit=50`).expect(200);
    const seated = cadres.body.items.find(({ posts }: { posts: unknown[] }) => posts.length > 0);
    const { body: team } = await as('reviewer').get(`/api/v1/teams/${area}-B01-T`).expect(200);
    const principal = team.posts.find(({ tier }: { tier: string }) => tier === 'principal');
    const path = `/api/v1/cadres/${seated.code}/eligibility`;
    const { body } = await as('reviewer').get(`${path}?post=${principal.code}&on=2026-11-23`).expect(200);
    expect(body.rules).toHaveLength(17);
    expect(body).toMatchObject({ cadre: seated.code, post: principal.code, on: '2026-11-23' });
    // Unknown never counts as met.
    const binding: string[] = body.rules
      .filter(({ severity }: { severity: string }) => severity !== 'warn')
      .map(({ outcome }: { outcome: string }) => outcome);
    const worst = ['notMet', 'unknown'].find((outcome) => binding.includes(outcome)) ?? 'met';
    expect(body.outcome).toBe(worst);
    await as('leader').get(`${path}?post=${principal.code}`).expect(404);
    await as('reviewer').get(`${path}?post=nowhere`).expect(404);
    await as('reviewer').get(path).expect(400);
  });

  it('reads units, teams, cadres and tasks', async () => {
    const units = await as('reviewer').get('/api/v1/units?under=Q03&kind=township&limit=2').expect(200);
    expect(units.body).toMatchObject({ total: 12, limit: 2 });
    const team = await as('reviewer').get('/api/v1/teams/Q03-B01-T?asOf=2026-06-30').expect(200);
    expect(team.body).toMatchObject({ asOf: '2026-06-30', unit: 'Q03-B01' });
    const holder: string = team.body.posts.flatMap(({ holders }: { holders: { cadre: string }[] }) => holders)[0].cadre;
    const cadre = await as('reviewer').get(`/api/v1/cadres/${holder}`).expect(200);
    expect(cadre.body.idNumber).toMatch(/^159999\*{8}/);
    expect((await as('reviewer').get('/api/v1/tasks').expect(200)).body.items).toHaveLength(9);
  });

  it('refuses what is not a day, a level or a page', async () => {
    for (const query of [
      'asOf=2026-02-30',
      'asOf=yesterday',
      'asOf=9999-12-31',
      'level=D',
      'limit=0',
      'limit=501',
      'offset=-1',
    ]) {
      const { body } = await as('reviewer').get(`/api/v1/staffing?${query}`).expect(400);
      expect(body).toMatchObject({ code: 'VALIDATION_FAILED' });
    }
  });
});
