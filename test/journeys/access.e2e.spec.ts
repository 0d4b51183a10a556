import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createApp } from '../../src/create-app.js';
import {
  AccessCheck,
  type DeclaredRoute,
  GRANTABLE_ROLES,
  SESSION_COOKIE,
  SampleSignIns,
} from '../../src/identity/index.js';
import { readConfig } from '../../src/platform/index.js';
import { createTestDatabase, type TestDatabase } from '../support/index.js';

const PASSWORD = 'given-by-hand';

describe('who may call what', () => {
  let database: TestDatabase;
  let folder: string;
  let app: NestExpressApplication;
  let routes: DeclaredRoute[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qingpei-access-'));
    database = await createTestDatabase();
    const config = readConfig({
      DATA_DIR: folder,
      SAMPLE_CITY: 'off',
      SAMPLE_PASSWORD: PASSWORD,
      SIGN_INS_PER_MINUTE: '300',
    });
    app = await createApp({ config, databaseUrl: database.url }, false);
    await app.init();
    await app.get(SampleSignIns, { strict: false }).run();
    routes = app.get(AccessCheck, { strict: false }).routes();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const http = () => request(app.getHttpServer());
  const signIn = async (username: string): Promise<string> => {
    const response = await http().post('/api/v1/session').send({ username, password: PASSWORD }).expect(201);
    return cookieOf(response);
  };

  it('every route answers each role as it declares, and nobody without a session', async () => {
    const cookies = new Map<string, string>();
    for (const role of GRANTABLE_ROLES) cookies.set(role, await signIn(role));
    const surprises: string[] = [];
    for (const route of routes) {
      for (const role of ['nobody', ...GRANTABLE_ROLES]) {
        // Signing out would end the session that the remaining probes need.
        const endsSession = route.method === 'DELETE' && route.path === '/api/v1/session';
        const cookie = endsSession && role !== 'nobody' ? await signIn(role) : cookies.get(role);
        const got = await probe(app, route, cookie);
        const wanted = wantedFor(route, role);
        if (got !== wanted) surprises.push(`${role} ${route.method} ${route.path}: wanted ${wanted}, got ${got}`);
      }
    }
    expect(routes.length).toBeGreaterThan(15);
    expect(surprises).toEqual([]);
  }, 600_000);

  it('signs in with a cookie for this site alone, says who one is, and signs out', async () => {
    const response = await http().post('/api/v1/session').send({ username: 'clerk', password: PASSWORD }).expect(201);
    const [cookie] = response.get('Set-Cookie') ?? [];
    expect(cookie).toMatch(
      /^qingpei_session=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    const me = {
      user: { id: expect.any(Number), username: 'clerk', displayName: '示例经办人' },
      roles: [{ role: 'clerk', unit: null }],
      standsInFor: [],
      profile: 'sample',
      due: [],
    };
    expect(response.body).toEqual(me);
    const session = cookieOf(response);
    const asked = await http().get('/api/v1/session').set('Cookie', session).expect(200);
    expect(asked.body).toEqual(me);
    await http().delete('/api/v1/session').set('Cookie', session).expect(204);
    const gone = await http().get('/api/v1/session').set('Cookie', session).expect(401);
    expect(gone.headers['content-type']).toContain('application/problem+json');
    expect(gone.body).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('gives a new token at each sign-in and drops the one brought along', async () => {
    const first = await signIn('chief');
    const again = await http()
      .post('/api/v1/session')
      .set('Cookie', first)
      .send({ username: 'chief', password: PASSWORD })
      .expect(201);
    expect(cookieOf(again)).not.toBe(first);
    await http().get('/api/v1/session').set('Cookie', first).expect(401);
  });

  it('answers an unknown name and a wrong password alike, in words and in time', async () => {
    const attempt = async (username: string) => {
      const started = performance.now();
      const { body } = await http().post('/api/v1/session').send({ username, password: 'wrong' }).expect(401);
      const { requestId: _, ...problem } = body as { requestId: string };
      return { problem, ms: performance.now() - started };
    };
    const [unknown, wrong] = [await attempt('nobody-here'), await attempt('reviewer2')];
    expect(unknown.problem).toEqual(wrong.problem);
    expect(unknown.problem).toMatchObject({ code: 'SIGN_IN_FAILED', status: 401 });
    // Neither answers before the delay that hides the difference.
    expect(Math.min(unknown.ms, wrong.ms)).toBeGreaterThanOrEqual(290);
  });

  it('a stand-in sees for whom; after the revocation no longer', async () => {
    const [absent, standIn] = [await signIn('deputy'), await signIn('deputy2')];
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const made = await http()
      .post('/api/v1/delegations')
      .set('Cookie', absent)
      .send({ to: 'deputy2', startsOn: today, endsOn: today, reason: '外出学习' })
      .expect(201);
    const whom = async () => (await http().get('/api/v1/session').set('Cookie', standIn).expect(200)).body.standsInFor;
    expect(await whom()).toEqual([
      {
        user: { id: expect.any(Number), username: 'deputy', displayName: '示例分管部长' },
        roles: [{ role: 'deputy', unit: null }],
      },
    ]);
    await http().delete(`/api/v1/delegations/${made.body.id}`).set('Cookie', absent).expect(204);
    expect(await whom()).toEqual([]);
  });

  it('one administrator makes the account, another gives its roles, neither does both', async () => {
    const [system, security] = [await signIn('sysadmin'), await signIn('secadmin')];
    const call = (cookie: string, method: 'post' | 'delete', path: string) =>
      http()[method](`/api/v1/users${path}`).set('Cookie', cookie);
    const user = { username: 'new.person', displayName: '新用户', password: 'Another-Horse-2' };
    const grants = [{ role: 'reviewer' }];
    await call(system, 'post', '')
      .send({ ...user, password: 'weak' })
      .expect(422);
    for (const wrong of [
      { ...user, username: '1' },
      { ...user, grants },
      { ...user, status: 'active' },
    ])
      await call(system, 'post', '').send(wrong).expect(400);
    await call(security, 'post', '').send(user).expect(403);
    const { id } = (await call(system, 'post', '').send(user).expect(201)).body as { id: number };
    await call(system, 'post', `/${id}/grants`).send({ role: 'reviewer' }).expect(403);
    const granted = await call(security, 'post', `/${id}/grants`).send({ role: 'reviewer' }).expect(201);
    expect(granted.body.grants).toEqual([
      { id: expect.any(Number), role: 'reviewer', unit: null, startsOn: expect.any(String), endsOn: null },
    ]);
    await call(system, 'delete', `/${id}/grants/${granted.body.grants[0].id}`).expect(403);
    await call(security, 'delete', `/${id}/grants/${granted.body.grants[0].id}`).expect(204);
    await call(security, 'post', `/${id}/disable`).expect(403);
    await call(system, 'post', `/${id}/disable`).expect(204);
    const listed = await http().get('/api/v1/users?query=new.person').set('Cookie', system).expect(200);
    expect(listed.body).toMatchObject({ users: [{ id, status: 'disabled', grants: [] }], next: null });
    expect(JSON.stringify(listed.body)).not.toMatch(/hash|argon/i);
  });

  it('no administrator is let in where business data is shown', () => {
    const administrators = ['admin', 'sysadmin', 'secadmin', 'auditadmin'];
    const business = routes.filter(({ access }) => access !== null && ['unit', 'case'].includes(access.scope));
    const open = business.filter(
      ({ access }) => access?.roles === 'signed-in' || administrators.some((role) => access?.roles.includes(role)),
    );
    expect(business.length).toBeGreaterThan(0);
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('refuses text that the database cannot store as a fault of the sender', async () => {
    const body = { username: 'a\u0000b', password: PASSWORD };
    const { body: problem } = await http().post('/api/v1/session').send(body).expect(400);
    expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'username' }] });
  });

  it('the API document lists every route with who may call it, and points at nothing missing', async () => {
    const { body } = await http().get('/api/openapi.json').expect(200);
    const operations = Object.entries(body.paths as Record<string, Record<string, { security?: unknown }>>);
    const described = new Set(
      operations.flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`)),
    );
    const expected = routes
      .filter((route) => !route.name.startsWith('OpenApiController'))
      .map((route) => `${route.method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(expected.filter((route) => !described.has(route))).toEqual([]);
    expect(body.paths['/api/v1/session'].post.security).toEqual([]);
    expect(body.paths['/api/v1/users'].post).toMatchObject({
      security: [{ session: [] }],
      'x-access': { roles: ['sysadmin', 'admin'], scope: 'global' },
    });
    const text = JSON.stringify(body);
    const missing = [...text.matchAll(/#\/components\/schemas\/([\w.-]+)/g)]
      .map(([, name]) => name as string)
      .filter((name) => body.components.schemas[name] === undefined);
    expect(missing).toEqual([]);
    expect(body.components.schemas.SignIn.properties).toHaveProperty('username');
  });

  it('the documentation page works from our own files, without inline script', async () => {
    await http().get('/').expect(302).expect('Location', '/api/docs');
    const page = await http().get('/api/docs').expect(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    expect(page.text).not.toMatch(/<script>|<script [^>]*>[^<]|https?:\/\//);
    for (const [, file] of page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      await http()
        .get(file as string)
        .expect(200);
    await http().get('/api/docs/package.json').expect(404);
    await http().get('/api/docs/..%2fpackage.json').expect(404);
  });
});

type Answer = 'not-signed-in' | 'forbidden' | 'let-in';

function wantedFor({ access }: DeclaredRoute, role: string): Answer {
  if (access === null) throw new Error('the boot check let a route without access through');
  if (access.roles === 'public') return 'let-in';
  if (role === 'nobody') return 'not-signed-in';
  return access.roles === 'signed-in' || access.roles.includes(role) ? 'let-in' : 'forbidden';
}

// Parameters that fit no row and no body at all: whoever is let in meets a 400 or 404, and nothing changes.
async function probe(app: NestExpressApplication, route: DeclaredRoute, cookie: string | undefined): Promise<Answer> {
  const path = route.path.replaceAll(/:\w+/g, '0');
  const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const call = request(app.getHttpServer())[method](path);
  // A stream has no end: that it begins is answer enough.
  if (route.path === '/api/v1/live') void call.buffer(true).parse(beginningOf);
  const { status, body } = await (cookie === undefined ? call : call.set('Cookie', cookie));
  if (status >= 500) throw new Error(`${route.method} ${path} answered ${status}`);
  if (body?.code === 'NOT_SIGNED_IN') return 'not-signed-in';
  return body?.code === 'FORBIDDEN' ? 'forbidden' : 'let-in';
}

function beginningOf(response: request.Response, done: (error: Error | null, body: unknown) => void): void {
  const answer = response as unknown as IncomingMessage;
  let text = '';
  answer.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (!answer.headers['content-type']?.startsWith('text/event-stream')) return;
    done(null, {});
    answer.destroy();
  });
  answer.on('end', () => done(null, JSON.parse(text)));
}

function cookieOf(response: request.Response): string {
  const cookie = response.get('Set-Cookie')?.[0]?.split(';')[0];
  if (cookie === undefined || !cookie.startsWith(SESSION_COOKIE)) throw new Error('no session cookie was set');
  return cookie;
}
