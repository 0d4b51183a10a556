import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import type { Response } from 'supertest';
import { createApp } from '../../src/create-app.js';
import { FixedClock, readConfig } from '../../src/platform/index.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { hire } from './stage/people.js';

const PASSWORD = 'a-password-of-the-journeys';
const LIMITS = {
  SIGN_INS_PER_MINUTE: '12',
  CHANGES_PER_MINUTE: '3',
  TRUSTED_PROXIES: '127.0.0.1',
  // Nodes on one database share its data key.
  DATA_KEY: randomBytes(32).toString('base64'),
};

describe('limits that several nodes share', () => {
  let app: TestApp;
  let otherNode: NestExpressApplication;

  beforeAll(async () => {
    app = await createTestApp({ environment: LIMITS });
    const config = readConfig({ SAMPLE_CITY: 'off', ...LIMITS });
    otherNode = await createApp({ config, databaseUrl: app.database.url, clock: new FixedClock('2026-06-30') }, false);
    await otherNode.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await otherNode.close();
    await app.close();
  });

  const nodes = () => [app.client(), request.agent(otherNode.getHttpServer())] as const;
  const attempt = (agent: ReturnType<typeof request.agent>, username: string, address: string) =>
    agent.post('/api/v1/session').set('X-Forwarded-For', address).send({ username, password: 'wrong' });
  /** Seconds after which to try again; -1 when the answer is another one. */
  const waitOf = ({ status, body, headers }: Response): number => {
    const refused = status === 429 && (body as { code?: string }).code === 'TOO_MANY_REQUESTS';
    return refused ? Number(headers['retry-after']) : -1;
  };
  const aMinuteAtMost = (seconds: number) => seconds >= 1 && seconds <= 60;

  it('one address tries so often, whichever node it asks and whatever name it gives', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await attempt(nodes()[n % 2]!, `nobody${n}`, '10.0.0.1')).status);
    expect(new Set(statuses)).toEqual(new Set([401]));
    for (const node of nodes()) expect(aMinuteAtMost(waitOf(await attempt(node, 'nobody', '10.0.0.1')))).toBe(true);
    await attempt(nodes()[0], 'nobody', '10.0.0.2').expect(401);
  });

  it('one name is tried so often, whichever address it is tried from', async () => {
    for (let n = 0; n < 6; n += 1) await attempt(nodes()[n % 2]!, 'Someone', `10.0.1.${n}`).expect(401);
    for (const node of nodes()) expect(aMinuteAtMost(waitOf(await attempt(node, 'someone ', '10.0.1.99')))).toBe(true);
  });

  it('starts anew when the minute is over', async () => {
    await app.database.db.queryDynamic(`UPDATE rate_window SET ends_at = now() - interval '1 second'`);
    expect((await attempt(nodes()[1], 'someone', '10.0.0.1')).status).toBe(401);
  });

  it('keeps no name that was typed', async () => {
    await attempt(nodes()[0], 'my-password-by-mistake', '10.0.2.1').expect(401);
    const { rows } = await app.database.db.queryDynamic('SELECT key FROM rate_window');
    expect(JSON.stringify(rows)).not.toContain('my-password-by-mistake');
  });

  it('one user changes things so often, on all nodes together; reading is not counted', async () => {
    await hire(app, 'busy', 'reviewer', null);
    const agents = [];
    for (const node of nodes()) {
      await node
        .post('/api/v1/session')
        .set('X-Forwarded-For', '10.0.3.1')
        .send({ username: 'busy', password: PASSWORD });
      agents.push(node);
    }
    const change = (agent: ReturnType<typeof request.agent>) => agent.post('/api/v1/delegations').send({});
    for (let n = 0; n < 3; n += 1) await change(agents[n % 2]!).expect(400);
    for (const agent of agents) expect(aMinuteAtMost(waitOf(await change(agent)))).toBe(true);
    for (let n = 0; n < 5; n += 1) await agents[0]!.get('/api/v1/session').expect(200);
  });

  it('an address without a session is counted as well', async () => {
    const change = () =>
      nodes()[0]
        .post('/api/v1/delegations')
        .set({ Cookie: `qingpei_session=${'x'.repeat(43)}`, 'X-Forwarded-For': '10.0.4.1' })
        .send({});
    for (let n = 0; n < 30; n += 1) await change().expect(401);
    expect(aMinuteAtMost(waitOf(await change()))).toBe(true);
  });

  it('loses no count when requests come all at once', async () => {
    await hire(app, 'swift', 'reviewer', null);
    const [node] = nodes();
    await node
      .post('/api/v1/session')
      .set('X-Forwarded-For', '10.0.5.1')
      .send({ username: 'swift', password: PASSWORD });
    const answers = await Promise.all(Array.from({ length: 12 }, () => node.post('/api/v1/delegations').send({})));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(3);
  });
});

describe('addresses', () => {
  it('are believed from trusted proxies alone', async () => {
    const app = await createTestApp({ environment: { SIGN_INS_PER_MINUTE: '2' } });
    try {
      const statuses: number[] = [];
      for (let n = 0; n < 3; n += 1) {
        const { status } = await app
          .client()
          .post('/api/v1/session')
          .set('X-Forwarded-For', `10.0.0.${n}`)
          .send({ username: `nobody${n}`, password: 'wrong' });
        statuses.push(status);
      }
      expect(statuses).toEqual([401, 401, 429]);
    } finally {
      await app.close();
    }
  });
});
