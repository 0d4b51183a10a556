import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../test/support/test-app.js';

/** `npm test` builds the desk before it starts. */
describe('the desk beside the API', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ today: '2026-06-30' });
  });
  afterAll(() => app.close());

  const browse = (path: string, cookie = '') =>
    app.client().get(path).set('accept', 'text/html,*/*;q=0.8').set('cookie', cookie);

  it('answers every page address with the page, which loads nothing from outside', async () => {
    const { text, headers } = await browse('/proposals/12?from=letter').expect(200).expect('content-type', /html/);
    expect(text).toContain('<meta name="qingpei-profile" content="sample"');
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'; script-src 'self';/);
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('says nothing of a first start where there are administrators', async () => {
    expect((await browse('/')).text).toContain('<meta name="qingpei-install" content="done"');
  });

  it('names the ways of signing in that are set up, and no other', async () => {
    const { text } = await browse('/');
    expect(text.match(/<meta name="qingpei-sign-in-\w+" content="[^"]+"/g)).toBeNull();
  });

  it('tells the page whether it is worth asking who is signed in', async () => {
    const noteOf = (text: string) => /<meta name="qingpei-session" content="(\w+)"/.exec(text)?.[1];
    expect(noteOf((await browse('/')).text)).toBe('none');
    expect(noteOf((await browse('/', `qingpei_session=${'a'.repeat(43)}`)).text)).toBe('maybe');
  });

  it('lets who has a session fetch the desk at once, and nobody else', async () => {
    const aheadOf = (text: string) =>
      [...text.matchAll(/<link rel="modulepreload"[^>]* href="([^"]+)"/g)].map(([, file]) => file!);
    const inPassing = aheadOf((await browse('/')).text);
    const atWork = aheadOf((await browse('/', `qingpei_session=${'a'.repeat(43)}`)).text);
    expect(atWork.slice(0, inPassing.length)).toEqual(inPassing);
    const desk = atWork.filter((file) => !inPassing.includes(file));
    expect(desk.length).toBeGreaterThan(0);
    for (const file of desk)
      await app
        .client()
        .get(file)
        .expect(200)
        .expect('content-type', /javascript/);
  });

  it('leaves the API its own answers, also to a browser and where no route is', async () => {
    const kindOf = async (path: string): Promise<[number, string | undefined]> => {
      const { status, headers } = await browse(path);
      return [status, headers['content-type']?.split(';')[0]];
    };
    expect(await kindOf('/api/v1/nothing')).toEqual([404, 'application/problem+json']);
    expect(await kindOf('/health/live')).toEqual([200, 'application/json']);
    expect(await kindOf('/assets/nothing.js')).toEqual([404, 'application/problem+json']);
    const { status } = await app.client().get('/nothing');
    expect(status).toBe(404);
  });

  it('tells the time by the product’s clock', async () => {
    const { headers } = await app.client().get('/api/v1/session').expect(401);
    expect(headers['qingpei-now']).toMatch(/^2026-06-(29|30)T/);
  });
});
