import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changedTables, fingerprint } from './support/fingerprint.js';
import type { ProbeAnswer, ProbeRequest } from './support/http-probe.js';
import { type Account, type ProbeStage, setProbeStage } from './support/probe-stage.js';

type Headers = NonNullable<ProbeRequest['headers']>;

describe('requests in disguise', () => {
  let stage: ProbeStage;
  let clerk: Account;
  let sysadmin: Account;

  beforeAll(async () => {
    stage = await setProbeStage({ GATEWAY_USER_HEADER: 'x-remote-user', GATEWAY_ADDRESSES: '10.9.9.9' });
    clerk = stage.places.own.clerk;
    sysadmin = await stage.hire({ role: 'sysadmin', unit: null });
  });
  afterAll(() => stage.close());

  const unchanged = async (work: () => Promise<void>): Promise<void> => {
    await stage.settle();
    const before = await fingerprint(stage.db);
    await work();
    expect(changedTables(before, await fingerprint(stage.db)).filter((table) => table !== 'session')).toEqual([]);
  };

  describe('paths', () => {
    it('lead out of no folder', async () => {
      for (const path of [
        '/api/docs/../../package.json',
        '/api/docs/..%2f..%2fpackage.json',
        '/api/docs/%2e%2e/%2e%2e/package.json',
        '/api/docs/..%5c..%5cpackage.json',
        '/api/docs/....//package.json',
        '/api/docs/%00package.json',
        '/api/docs/swagger-ui.css%00.js',
        '/api/docs//etc/passwd',
        '/%2e%2e/%2e%2e/etc/passwd',
        '/api/v1/proposals/1/attachments/..%2f1',
        '/api/v1/cadres/..%2f..%2fusers',
      ]) {
        const { status, text } = await stage.http.send({ method: 'GET', path, token: await stage.session(clerk) });
        expect([path, status >= 400 && status < 500, /"dependencies"|root:/.test(text)]).toEqual([path, true, false]);
      }
    });

    it('spelled otherwise pass the same guard', async () => {
      for (const path of [
        '/API/V1/CADRES',
        '/api/v1/cadres/',
        '//api/v1/cadres',
        '/api//v1/cadres',
        '/api/v1/cadres;jsessionid=1',
        '/api/v1/%63adres',
        '/api/v1/./cadres',
        '/api/v1/session/../cadres',
        'http://elsewhere.example/api/v1/cadres',
      ]) {
        const { status, text } = await stage.http.send({ method: 'GET', path });
        expect([path, [401, 404].includes(status), stage.places.own.secrets.test(text)]).toEqual([path, true, false]);
      }
      const { status } = await stage.http.send({ method: 'HEAD', path: '/api/v1/cadres' });
      expect(status).toBe(401);
    });
  });

  describe('headers', () => {
    const asked = (more: Partial<ProbeRequest>): Promise<ProbeAnswer> =>
      stage.http.send({ method: 'GET', path: '/api/v1/session', ...more });

    it('cannot say who is asking', async () => {
      const basic = Buffer.from(`${sysadmin.username}:x`).toString('base64');
      const attempts: Headers[] = [
        { 'x-remote-user': sysadmin.username },
        { 'x-user-id': String(sysadmin.id), 'x-role': 'head' },
        { authorization: `Basic ${basic}` },
        { authorization: `Bearer ${await stage.session(sysadmin)}` },
        { cookie: `qingpei_session=${randomBytes(32).toString('base64url')}` },
        { cookie: 'qingpei_session=' },
        { cookie: `user=${sysadmin.id}; role=head` },
      ];
      for (const headers of attempts) expect([headers, (await asked({ headers })).status]).toEqual([headers, 401]);
    });

    it('cannot turn one method or path into another', async () => {
      const token = await stage.session(clerk);
      for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
        await asked({ token, headers: { [name]: 'DELETE' } });
        const path = '/api/v1/session?_method=DELETE';
        await asked({ method: 'POST', path, token, headers: { [name]: 'DELETE' }, body: { _method: 'DELETE' } });
      }
      expect((await asked({ token })).status).toBe(200);
      for (const name of ['x-original-url', 'x-rewrite-url', 'x-forwarded-prefix']) {
        const { text } = await asked({ path: '/health/live', token, headers: { [name]: '/api/v1/cadres' } });
        expect(stage.places.own.secrets.test(text)).toBe(false);
      }
    });

    it('cannot say where a request comes from, nor pass for a gateway', async () => {
      const subject = { provider: 'gateway', subject: 'known-person' };
      const person = await stage.hire(null);
      await stage.db.queryDynamic('INSERT INTO external_identity (provider, subject, user_id) VALUES ($1, $2, $3)', [
        subject.provider,
        subject.subject,
        person.id,
      ]);
      const attempts: Headers[] = [
        { 'x-remote-user': subject.subject },
        { 'X-Remote-User': subject.subject, 'x-forwarded-for': '10.9.9.9' },
        { 'x-remote-user': [subject.subject, subject.subject], 'x-real-ip': '10.9.9.9', forwarded: 'for=10.9.9.9' },
      ];
      for (const headers of attempts) {
        const answer = await asked({ method: 'POST', path: '/api/v1/session/gateway', headers });
        expect([answer.code, answer.headers['set-cookie']]).toEqual(['EXTERNAL_SIGN_IN_FAILED', undefined]);
      }
      const headers = { 'x-forwarded-for': '10.9.9.9', 'x-real-ip': '10.9.9.9', forwarded: 'for=10.9.9.9' };
      const token = await stage.session(clerk);
      const { id } = stage.places.own.cases['proposals']!;
      await asked({ method: 'POST', path: `/api/v1/proposals/${id}/comments`, token, headers, body: { body: '留言' } });
      const { rows } = await stage.db.queryDynamic("SELECT key FROM rate_window WHERE key LIKE '%10.9.9.9%'");
      expect(rows).toEqual([]);
    });

    it('of another website change nothing, whatever else they claim', async () => {
      const token = await stage.session(clerk);
      const { id } = stage.places.own.cases['proposals']!;
      const path = `/api/v1/proposals/${id}/comments`;
      await unchanged(async () => {
        const attempts: Headers[] = [
          { origin: 'https://evil.example' },
          { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
          { origin: 'null' },
          { 'sec-fetch-site': 'cross-site' },
          { origin: `http://${stage.http.origin.host}.evil.example` },
        ];
        for (const headers of attempts) {
          const answer = await asked({ method: 'POST', path, token, headers, body: { body: '留言' } });
          expect([headers, answer.code]).toEqual([headers, 'CROSS_SITE_REQUEST']);
        }
        for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
          const headers = { 'content-type': type };
          const answer = await asked({ method: 'POST', path, token, headers, body: '{"body":"留言"}' });
          expect([type, answer.code]).toEqual([type, 'UNSUPPORTED_MEDIA_TYPE']);
        }
      });
    });
  });
});
