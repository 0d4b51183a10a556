import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Response } from 'supertest';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { hire } from './stage/people.js';

const ORIGIN = 'http://qingpei.test';
const PASSWORD = 'a-password-of-the-journeys';
const SECRET = 'a-secret-of-the-journeys';

interface Directory {
  [subject: string]: { name: string; groups: string[] };
}

describe('signing in by the word of an identity provider', () => {
  let app: TestApp;
  let cas: string;
  const servers: Server[] = [];
  // Whom the provider knows; the tests change groups as a directory's keeper would.
  const people: Directory = {
    'subject-linked': { name: '甲某', groups: [] },
    'subject-mapped': { name: '乙某', groups: ['qp-reviewers', 'other'] },
    'subject-unknown': { name: '丙某', groups: ['other'] },
  };

  beforeAll(async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    jest.spyOn(console, 'info').mockImplementation(() => undefined);
    const issuer = await startProvider(servers, people);
    cas = await startCas(servers);
    app = await createTestApp({
      environment: {
        DATA_KEY: randomBytes(32).toString('base64'),
        PUBLIC_ORIGIN: ORIGIN,
        SIGN_INS_PER_MINUTE: '1000',
        OIDC_ISSUER: issuer,
        OIDC_CLIENT_ID: 'qingpei',
        OIDC_CLIENT_SECRET: SECRET,
        OIDC_SCOPE: 'openid profile groups',
        CAS_URL: cas,
        EXTERNAL_ROLE_MAP: JSON.stringify([
          { group: 'qp-reviewers', role: 'reviewer', unit: null },
          { group: 'qp-chiefs', role: 'chief', unit: null },
        ]),
        GATEWAY_USER_HEADER: 'X-Remote-User',
        GATEWAY_ADDRESSES: '10.9.0.0/16',
      },
    });
    await hire(app, 'keeper', 'sysadmin', null);
  });
  afterAll(async () => {
    await app.close();
    for (const server of servers) server.close().closeAllConnections();
    jest.restoreAllMocks();
  });

  const keeperDoes = async (call: (agent: ReturnType<TestApp['client']>) => PromiseLike<Response>) => {
    const keeper = app.client();
    await keeper.post('/api/v1/session').send({ username: 'keeper', password: PASSWORD }).expect(201);
    return call(keeper);
  };
  const linkByKeeper = (userId: number, way: string, subject: string) =>
    keeperDoes((agent) => agent.post(`/api/v1/users/${userId}/external-identities`).send({ way, subject }));
  /** As if the person had linked it. */
  const linked = (userId: number, provider: string, subject: string) =>
    app.database.db.queryDynamic('INSERT INTO external_identity (provider, subject, user_id) VALUES ($1, $2, $3)', [
      provider,
      subject,
      userId,
    ]);
  const problemOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];
  /** A browser that goes to the provider, signs in there as the subject, and comes back. */
  const throughOidc = async (subject: string, agent = app.client()) => {
    const begun = await agent.get('/api/v1/session/oidc').expect(302);
    const address = await browse(begun.headers['location'] as string, subject);
    return { agent, address, answer: await agent.get(pathOf(address)) };
  };

  it('OIDC: its owner links an account; it is then found by that subject, never by name', async () => {
    const person = await hire(app, 'linked', 'deputy', null);
    const own = app.client();
    await own.post('/api/v1/session').send({ username: 'linked', password: PASSWORD }).expect(201);
    const begun = await own.get('/api/v1/session/oidc/link').expect(302);
    const back = await browse(begun.headers['location'] as string, 'subject-linked');
    await own.get(pathOf(back)).expect(200);
    const { agent, answer } = await throughOidc('subject-linked');
    expect(answer.status).toBe(200);
    expect(answer.get('Set-Cookie')?.join('\n')).toMatch(/qingpei_session=[\w-]{43};.*HttpOnly; SameSite=Strict/);
    expect(answer.text).not.toContain('<script');
    const me = await agent.get('/api/v1/session').expect(200);
    expect(me.body).toMatchObject({ user: { id: person.id }, roles: [{ role: 'deputy' }], due: [] });
  });

  it('OIDC: nobody takes a subject that is another’s, nor links without a session just begun', async () => {
    const thief = await hire(app, 'thief', 'deputy', null);
    const own = app.client();
    expect((await own.get('/api/v1/session/oidc/link')).status).toBe(401);
    await own.post('/api/v1/session').send({ username: 'thief', password: PASSWORD }).expect(201);
    const begun = await own.get('/api/v1/session/oidc/link').expect(302);
    const back = await browse(begun.headers['location'] as string, 'subject-linked');
    expect(problemOf(await own.get(pathOf(back)))).toEqual([409, 'EXTERNAL_IDENTITY_TAKEN']);
    await app.database.db.queryDynamic(
      `UPDATE session SET created_at = now() - interval '11 minutes' WHERE user_id = $1`,
      [thief.id],
    );
    expect(problemOf(await own.get('/api/v1/session/oidc/link'))).toEqual([403, 'SIGN_IN_NOT_FRESH']);
  });

  it('OIDC: somebody without an account is refused unless a group of theirs is mapped', async () => {
    expect(problemOf((await throughOidc('subject-unknown')).answer)).toEqual([403, 'EXTERNAL_ACCOUNT_UNKNOWN']);
    const { agent } = await throughOidc('subject-mapped');
    const { body } = await agent.get('/api/v1/session').expect(200);
    expect(body).toMatchObject({ user: { displayName: '乙某' }, roles: [{ role: 'reviewer', unit: null }] });
    people['subject-mapped']!.groups = ['qp-chiefs'];
    const again = (await (await throughOidc('subject-mapped')).agent.get('/api/v1/session').expect(200)).body;
    expect(again).toMatchObject({
      user: { id: (body as { user: { id: number } }).user.id },
      roles: [{ role: 'chief' }],
    });
    people['subject-mapped']!.groups = [];
    const without = (await (await throughOidc('subject-mapped')).agent.get('/api/v1/session').expect(200)).body;
    expect(without).toMatchObject({ roles: [] });
  });

  it('OIDC: an answer serves once, and only in the browser that asked', async () => {
    const { agent, address } = await throughOidc('subject-linked');
    expect(problemOf(await agent.get(pathOf(address)))).toEqual([401, 'EXTERNAL_SIGN_IN_FAILED']);
    const victim = app.client();
    const begun = await victim.get('/api/v1/session/oidc').expect(302);
    const prepared = await browse(begun.headers['location'] as string, 'subject-linked');
    // A stranger who opens the link has no round of their own; one with another round has another state.
    expect(problemOf(await app.client().get(pathOf(prepared)))).toEqual([401, 'EXTERNAL_SIGN_IN_FAILED']);
    const stranger = app.client();
    await stranger.get('/api/v1/session/oidc').expect(302);
    expect(problemOf(await stranger.get(pathOf(prepared)))).toEqual([401, 'EXTERNAL_SIGN_IN_FAILED']);
    await victim.get(pathOf(prepared)).expect(200);
  });

  it('what goes wrong on the way is a page to a browser: it says what, leads back, and runs nothing', async () => {
    const browser = (path: string) => app.client().get(path).set('accept', 'text/html,application/xhtml+xml,*/*;q=0.8');
    const lost = await browser('/api/v1/session/oidc/callback?code=c&state=<script>alert(1)</script>').expect(401);
    expect(lost.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(lost.text).toContain('统一认证未通过，或已超时，请重新登录。');
    expect(lost.text).toContain('<a href="/">返回登录页</a>');
    expect(lost.text).not.toMatch(/<script|alert\(/);
    expect(lost.text).toContain(`${lost.headers['x-request-id']}（EXTERNAL_SIGN_IN_FAILED）`);
    expect((await browser('/api/v1/session/cas/callback')).text).toContain('未能完成统一认证登录');
    expect((await browser('/api/v1/session/oidc/link').expect(401)).text).toContain('请先登录。');
    const program = await app.client().get('/api/v1/session/cas/callback').expect(400);
    expect(program.headers['content-type']).toContain('application/problem+json');
  });

  it('OIDC: a round is over after ten minutes, and cannot be made up', async () => {
    const agent = app.client();
    const begun = await agent.get('/api/v1/session/oidc').expect(302);
    const address = await browse(begun.headers['location'] as string, 'subject-linked');
    const now = app.clock.now();
    app.clock.set(new Date(now.getTime() + 10 * 60_000));
    expect(problemOf(await agent.get(pathOf(address)))).toEqual([401, 'EXTERNAL_SIGN_IN_FAILED']);
    app.clock.set(now);
    const forged = Buffer.from(JSON.stringify({ way: 'oidc', state: 's' })).toString('base64url');
    const made = app
      .client()
      .get('/api/v1/session/oidc/callback?code=c&state=s')
      .set('Cookie', `qingpei_sign_in=${forged}`);
    expect(problemOf(await made)).toEqual([401, 'EXTERNAL_SIGN_IN_FAILED']);
  });

  it('a disabled account stays closed whatever a provider says', async () => {
    const person = await hire(app, 'closed', 'deputy', null);
    await linked(person.id, cas, 'closed.one');
    await app.database.db.queryDynamic(`UPDATE app_user SET status = 'disabled' WHERE id = $1`, [person.id]);
    expect(problemOf(await throughCas('closed.one'))).toEqual([403, 'EXTERNAL_ACCOUNT_UNKNOWN']);
  });

  it('who keeps the accounts links those without a role alone: never his own, never one in use', async () => {
    const person = await hire(app, 'in.use', 'chief', null);
    expect(problemOf(await linkByKeeper(person.id, 'oidc', 'x'))).toEqual([409, 'ACCOUNT_IN_USE']);
    const { rows } = await app.database.db.queryDynamic<{ id: number }>(
      `SELECT id FROM app_user WHERE username = 'keeper'`,
    );
    expect(problemOf(await linkByKeeper(rows[0]!.id, 'oidc', 'x'))).toEqual([409, 'OWN_ACCOUNT']);
    const given = { username: 'fresh', displayName: '新用户', password: 'Given-by-another-1' };
    const { id } = (await keeperDoes((agent) => agent.post('/api/v1/users').send(given))).body as { id: number };
    expect((await linkByKeeper(id, 'cas', 'fresh.one')).status).toBe(204);
    expect(problemOf(await linkByKeeper(id, 'cas', 'fresh.one'))).toEqual([409, 'EXTERNAL_IDENTITY_TAKEN']);
    expect((await throughCas('fresh.one')).status).toBe(200);
    const unlink = await keeperDoes((agent) => agent.delete(`/api/v1/users/${id}/external-identities/cas/fresh.one`));
    expect(unlink.status).toBe(204);
    expect(problemOf(await throughCas('fresh.one'))).toEqual([403, 'EXTERNAL_ACCOUNT_UNKNOWN']);
  });

  const throughCas = async (user: string, ticket = `ST-${user}`) => {
    const agent = app.client();
    const begun = await agent.get('/api/v1/session/cas').expect(302);
    const service = new URL(new URL(begun.headers['location'] as string).searchParams.get('service')!);
    issued.set(ticket, { user, service: service.href });
    service.searchParams.set('ticket', ticket);
    return agent.get(`${service.pathname}${service.search}`);
  };

  it('CAS: the ticket is checked with the server, for this service, once, in the browser that asked', async () => {
    const person = await hire(app, 'by.cas', 'deputy', null);
    await linked(person.id, cas, 'zhao.liu');
    expect((await throughCas('zhao.liu')).status).toBe(200);
    expect(problemOf(await throughCas('nobody.known'))).toEqual([403, 'EXTERNAL_ACCOUNT_UNKNOWN']);
    issued.set('ST-elsewhere', { user: 'zhao.liu', service: 'http://another.test/' });
    const agent = app.client();
    const begun = await agent.get('/api/v1/session/cas').expect(302);
    const service = new URL(new URL(begun.headers['location'] as string).searchParams.get('service')!);
    const state = service.searchParams.get('state')!;
    const callback = (ticket: string, given: string) =>
      `/api/v1/session/cas/callback?state=${given}&ticket=${encodeURIComponent(ticket)}`;
    expect(problemOf(await agent.get(callback('ST-elsewhere', state)))).toEqual([401, 'EXTERNAL_SIGN_IN_FAILED']);
    const other = app.client();
    const another = await other.get('/api/v1/session/cas').expect(302);
    const own = new URL(another.headers['location'] as string).searchParams.get('service')!;
    issued.set('ST-planted', { user: 'zhao.liu', service: own });
    expect(problemOf(await other.get(callback('ST-planted', state)))).toEqual([401, 'EXTERNAL_SIGN_IN_FAILED']);
    // The round is used up by the attempt.
    issued.set('ST-late', { user: 'zhao.liu', service: service.href });
    expect(problemOf(await agent.get(callback('ST-late', state)))).toEqual([401, 'EXTERNAL_SIGN_IN_FAILED']);
  });

  it('gateway: its header is believed from its address alone', async () => {
    const person = await hire(app, 'by.gateway', 'deputy', null);
    await linked(person.id, 'gateway', 'wu.qi');
    const direct = await app.client().post('/api/v1/session/gateway').set('X-Remote-User', 'wu.qi');
    expect(problemOf(direct)).toEqual([401, 'EXTERNAL_SIGN_IN_FAILED']);
    const pretended = await app
      .client()
      .post('/api/v1/session/gateway')
      .set({ 'X-Remote-User': 'wu.qi', 'X-Forwarded-For': '10.9.0.1', 'X-Real-IP': '10.9.0.1' });
    expect(pretended.status).toBe(401);
  });

  it('gateway: from its address, the person named is signed in; an unknown one is not', async () => {
    const behind = await createTestApp({
      environment: { GATEWAY_USER_HEADER: 'X-Remote-User', GATEWAY_ADDRESSES: '127.0.0.1' },
    });
    try {
      const person = await hire(behind, 'by.gateway', 'deputy', null);
      await behind.database.db.queryDynamic(
        `INSERT INTO external_identity (provider, subject, user_id) VALUES ('gateway', 'wu.qi', $1)`,
        [person.id],
      );
      const known = await behind.client().post('/api/v1/session/gateway').set('X-Remote-User', 'wu.qi').expect(201);
      expect(known.body).toMatchObject({ user: { id: person.id }, roles: [{ role: 'deputy' }] });
      const unknown = await behind.client().post('/api/v1/session/gateway').set('X-Remote-User', 'by.gateway');
      expect(problemOf(unknown)).toEqual([403, 'EXTERNAL_ACCOUNT_UNKNOWN']);
      expect(problemOf(await behind.client().get('/api/v1/session/oidc'))).toEqual([404, 'SIGN_IN_METHOD_OFF']);
      expect(problemOf(await behind.client().get('/api/v1/session/cas'))).toEqual([404, 'SIGN_IN_METHOD_OFF']);
    } finally {
      await behind.close();
    }
  });
});

const pathOf = (address: string): string => {
  const { origin, pathname, search } = new URL(address);
  expect(origin).toBe(ORIGIN);
  return `${pathname}${search}`;
};

async function listen(server: Server, servers: Server[]): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A real OpenID provider with its own sign-in pages. */
async function startProvider(servers: Server[], people: Directory): Promise<string> {
  const { Provider } = await import('oidc-provider');
  const server = createServer();
  const issuer = await listen(server, servers);
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'qingpei',
        client_secret: SECRET,
        redirect_uris: [`${ORIGIN}/api/v1/session/oidc/callback`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    cookies: { keys: [randomBytes(16).toString('hex')] },
  });
  server.on('request', (request, response) => void provider.callback()(request, response));
  return issuer;
}

/** Follows the provider's pages as a browser does, until they lead back to us. */
async function browse(start: string, subject: string): Promise<string> {
  const jar = new Map<string, string>();
  let address = start;
  let form: URLSearchParams | undefined;
  for (let hop = 0; hop < 12; hop += 1) {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form !== undefined && { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]!.split(/=(.*)/s);
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) {
      address = new URL(location, address).href;
      form = undefined;
      if (address.startsWith(ORIGIN)) return address;
      continue;
    }
    const page = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (prompt === undefined) throw new Error(`the provider shows no form: ${page.slice(0, 500)}`);
    address = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', address).href;
    form = new URLSearchParams({ prompt, login: subject, password: 'any' });
  }
  throw new Error('the provider does not lead back');
}

const issued = new Map<string, { user: string; service: string }>();

/** A CAS 3 server as small as it gets: a ticket serves once, for the service it was given out for. */
async function startCas(servers: Server[]): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://cas.test');
    const ticket = issued.get(searchParams.get('ticket') ?? '');
    issued.delete(searchParams.get('ticket') ?? '');
    const isValid = pathname === '/cas/p3/serviceValidate' && ticket?.service === searchParams.get('service');
    const inside = isValid
      ? `<cas:authenticationSuccess><cas:user>${ticket?.user}</cas:user></cas:authenticationSuccess>`
      : '<cas:authenticationFailure code="INVALID_TICKET">no</cas:authenticationFailure>';
    response.end(`<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${inside}</cas:serviceResponse>`);
  });
  return `${await listen(server, servers)}/cas`;
}
