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

  it('shows the frame at once to who has a session, and to nobody else', async () => {
    const FRAME = /<div class="boot shell" aria-hidden="true"( hidden)?>/;
    const isHidden = (text: string): boolean => FRAME.exec(text)![1] !== undefined;
    expect(isHidden((await browse('/desk')).text)).toBe(true);
    for (const path of ['/', '/desk', '/ledger'])
      expect(isHidden((await browse(path, `qingpei_session=${'a'.repeat(43)}`)).text)).toBe(false);
  });

  describe('lets who has a session fetch at once, and nobody else,', () => {
    const atWork = async (path: string): Promise<string[]> =>
      linksOf((await browse(path, `qingpei_session=${'a'.repeat(43)}`)).text);
    const linksOf = (text: string): string[] =>
      [...text.matchAll(/<link rel="(?:modulepreload|stylesheet|preload)"[^>]* href="([^"]+)"/g)].map(
        ([, file]) => file!,
      );

    const ANSWERS = ['/api/v1/session', '/api/v1/inbox/counts', '/api/v1/inbox?tab=todo&amp;limit=50'];

    it('who is signed in and what waits for him', async () => {
      const inPassing = linksOf((await browse('/desk')).text);
      const forDesk = await atWork('/desk');
      expect(forDesk).toEqual(expect.arrayContaining(inPassing));
      expect(forDesk.filter((file) => !inPassing.includes(file))).toEqual(ANSWERS);
    });

    it('the component library too on pages made of it, and not where a list comes first', async () => {
      const forDesk = await atWork('/desk?tab=done');
      const forLedger = await atWork('/ledger');
      expect(forLedger).toEqual(expect.arrayContaining(forDesk));
      const library = forLedger.filter((file) => !forDesk.includes(file));
      expect(library.length).toBeGreaterThan(0);
      for (const file of library)
        await app
          .client()
          .get(file)
          .expect(200)
          .expect('content-type', /javascript|css/);
      expect(await atWork('/')).toEqual(forDesk);
      // Another view asks for another list.
      expect(await atWork('/desk')).toEqual([...forDesk, ...ANSWERS.slice(1)]);
    });
  });

  describe('sends its files', () => {
    const fileAt = async (kind: RegExp): Promise<string> => {
      const { text } = await browse('/ledger', `qingpei_session=${'a'.repeat(43)}`);
      return kind.exec(text)![0];
    };
    const fetched = (file: string, encodings: string) =>
      app.client().get(file).set('accept-encoding', encodings).buffer();

    it.each([
      ['script', /\/assets\/first-[^"]+\.js/, /javascript/],
      ['styles', /\/assets\/first-[^"]+\.css/, /css/],
    ])('compressed to a browser that can read that, as they are to any other: %s', async (_, kind, type) => {
      const file = await fileAt(kind);
      const small = await fetched(file, 'gzip, deflate').expect(200).expect('content-type', type);
      expect(small.headers).toMatchObject({
        'content-encoding': 'gzip',
        vary: 'Accept-Encoding',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      const whole = await fetched(file, 'identity').expect(200).expect('content-type', type);
      expect(whole.headers).toMatchObject({ vary: 'Accept-Encoding', 'cache-control': small.headers['cache-control'] });
      expect(whole.headers['content-encoding']).toBeUndefined();
      expect(Number(small.headers['content-length'])).toBeLessThan(Number(whole.headers['content-length']) / 2);
      expect(small.text).toBe(whole.text);
    });
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
