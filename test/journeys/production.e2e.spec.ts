import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/test-app.js';

describe('an installation in production', () => {
  let app: TestApp;
  let sample: TestApp;

  beforeAll(async () => {
    app = await createTestApp({
      environment: {
        PROFILE: 'production',
        SAMPLE_CITY: '',
        DATA_KEY: randomBytes(32).toString('base64'),
        PUBLIC_ORIGIN: 'https://qp.example.cn',
        CAS_URL: 'https://sso.example.cn/cas',
        CAS_LABEL: '市政务统一认证',
        GATEWAY_USER_HEADER: 'X-Remote-User',
        GATEWAY_ADDRESSES: '10.9.0.0/16',
      },
    });
    sample = await createTestApp();
  });
  afterAll(async () => {
    await app.close();
    await sample.close();
  });

  const notesOf = async (of: TestApp, cookie = ''): Promise<Record<string, string>> => {
    const { text } = await of.client().get('/').set('accept', 'text/html').set('cookie', cookie).expect(200);
    const notes = text.matchAll(/<meta name="qingpei-([\w-]+)" content="([^"]*)"/g);
    return Object.fromEntries([...notes].map(([, name, value]) => [name, value]));
  };

  it('has no clock that anybody could move: to a client there is no such route', async () => {
    const send = (of: TestApp) => {
      const agent = of.client();
      const path = '/api/v1/sample/clock';
      return [agent.get(path), agent.post(path).set('origin', 'https://qp.example.cn').send({ days: 1 })];
    };
    for (const { status, body } of await Promise.all(send(app)))
      expect([status, (body as { code: string }).code]).toEqual([404, 'NOT_FOUND']);
    const [read] = await Promise.all(send(sample).slice(0, 1));
    expect(read!.status).toBe(401);
    const { text } = await app.client().get('/api/openapi.json').expect(200);
    expect(text).not.toContain('/sample/');
  });

  it('says that administrators are awaited also to a browser with an old cookie', async () => {
    const old = `qingpei_session=${'a'.repeat(43)}`;
    expect(await notesOf(app, old)).toMatchObject({ install: 'awaited', session: 'maybe' });
  });

  it('tells its sign-in page which ways are set up besides the password, by the labels they were given', async () => {
    expect(await notesOf(app)).toEqual({
      install: 'awaited',
      profile: 'production',
      session: 'none',
      'sign-in-oidc': '',
      'sign-in-cas': '市政务统一认证',
      'sign-in-gateway': '经办公网关登录',
    });
    expect(await notesOf(sample)).toMatchObject({
      profile: 'sample',
      'sign-in-oidc': '',
      'sign-in-cas': '',
      'sign-in-gateway': '',
    });
  });
});
