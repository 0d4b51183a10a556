import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { SoftAuthenticator } from '../../src/identity/second-factor/spec-support.js';
import { totpCode } from '../../src/identity/second-factor/totp.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { hire, type Person } from './stage/people.js';

const PASSWORD = 'a-password-of-the-journeys';
const ORIGIN = 'http://qingpei.test';

describe('the second factor', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({
      environment: {
        DATA_KEY: randomBytes(32).toString('base64'),
        PUBLIC_ORIGIN: ORIGIN,
        SECOND_FACTOR_ROLES: 'head',
        SIGN_INS_PER_MINUTE: '1000',
      },
    });
  });
  afterAll(() => app.close());

  const sql = (text: string, values: unknown[] = []) =>
    app.database.db.queryDynamic<Record<string, unknown>>(text, values);
  const signIn = async (username: string) => {
    const agent = app.client();
    const { body } = await agent.post('/api/v1/session').send({ username, password: PASSWORD }).expect(201);
    return { agent, due: (body as { due: string[] }).due };
  };
  const show = (agent: ReturnType<TestApp['client']>, code: string) =>
    agent.post('/api/v1/session/second-factor').send({ code });
  // Enrolling uses up the present step's code; the next one counts too, and does so still when the step ends meanwhile.
  const stepNow = () => Math.floor(Date.now() / 30_000);
  const problemOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];

  /** Sets up an authenticator. */
  const enrol = async (person: Person) => {
    const { body } = await person.post('session/second-factors/totp', {});
    const { secret, uri } = body as { secret: string; uri: string };
    expect(uri).toContain(`secret=${secret}`);
    const confirmed = await person.post('session/second-factors/totp/confirm', {
      code: totpCode(secret, stepNow()),
    });
    expect(confirmed.status).toBe(201);
    return { secret, recoveryCodes: (confirmed.body as { recoveryCodes: string[] }).recoveryCodes };
  };

  it('is asked for after the password, under a session that serves for nothing else', async () => {
    const { secret } = await enrol(await hire(app, 'reviewer.a', 'reviewer', null));
    const { agent, due } = await signIn('reviewer.a');
    expect(due).toEqual(['second-factor']);
    const waiting = await agent.get('/api/v1/session').expect(200);
    expect(waiting.body).toMatchObject({ roles: [], due: ['second-factor'] });
    for (const path of ['units', 'sessions', 'colleagues', 'session/second-factors'])
      expect(problemOf(await agent.get(`/api/v1/${path}`))).toEqual([403, 'SIGN_IN_UNFINISHED']);
    const change = { current: PASSWORD, next: 'Another-Horse-2' };
    expect(problemOf(await agent.post('/api/v1/session/password').send(change))).toEqual([403, 'SIGN_IN_UNFINISHED']);
    const { body } = await show(agent, totpCode(secret, stepNow() + 1)).expect(201);
    expect(body).toMatchObject({ roles: [{ role: 'reviewer' }], due: [] });
    await agent.get('/api/v1/colleagues').expect(200);
  });

  it('moves the session to a new token: the one from before the code opens nothing', async () => {
    const { recoveryCodes } = await enrol(await hire(app, 'reviewer.b', 'reviewer', null));
    const agent = app.client();
    const first = await agent.post('/api/v1/session').send({ username: 'reviewer.b', password: PASSWORD }).expect(201);
    const second = await show(agent, recoveryCodes[0]!).expect(201);
    const tokenOf = (response: Response) => response.get('Set-Cookie')![0]!.split(';')[0]!;
    expect(tokenOf(second)).not.toBe(tokenOf(first));
    expect(second.get('Set-Cookie')![0]).toMatch(/HttpOnly; SameSite=Strict$/);
    await app.client().get('/api/v1/session').set('Cookie', tokenOf(first)).expect(401);
    await app.client().get('/api/v1/session').set('Cookie', tokenOf(second)).expect(200);
  });

  it('never takes the same code twice, neither of the authenticator nor a recovery code', async () => {
    const { secret, recoveryCodes } = await enrol(await hire(app, 'reviewer.c', 'reviewer', null));
    expect(recoveryCodes).toHaveLength(10);
    const code = totpCode(secret, stepNow() + 1);
    const attempts = [code, code, recoveryCodes[0]!, recoveryCodes[0]!, recoveryCodes[1]!.toLowerCase()];
    const statuses: number[] = [];
    for (const attempt of attempts) statuses.push((await show((await signIn('reviewer.c')).agent, attempt)).status);
    expect(statuses).toEqual([201, 401, 201, 401, 201]);
  });

  it('race: one code shown in many sessions at once completes one', async () => {
    const { secret } = await enrol(await hire(app, 'reviewer.d', 'reviewer', null));
    const agents = await Promise.all(Array.from({ length: 4 }, async () => (await signIn('reviewer.d')).agent));
    const code = totpCode(secret, stepNow() + 1);
    const statuses = await Promise.all(agents.map(async (agent) => (await show(agent, code)).status));
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(3);
  });

  it('locks after five wrong codes; a right password in between buys no more of them', async () => {
    const person = await hire(app, 'reviewer.e', 'reviewer', null);
    const { recoveryCodes } = await enrol(person);
    const { agent } = await signIn('reviewer.e');
    for (let n = 0; n < 4; n += 1) await show(agent, '000000').expect(401);
    const other = await signIn('reviewer.e');
    const wrong = await show(other.agent, '000000').expect(401);
    // Locked: the right code is answered like the wrong one, and so is the right password.
    const right = await show(other.agent, recoveryCodes[0]!).expect(401);
    const bare = ({ body }: Response) => ({ ...(body as object), requestId: '' });
    expect(bare(right)).toEqual(bare(wrong));
    await app.client().post('/api/v1/session').send({ username: 'reviewer.e', password: PASSWORD }).expect(401);
    await sql(`UPDATE app_user SET locked_until = now() WHERE id = $1`, [person.id]);
    await show(other.agent, recoveryCodes[0]!).expect(201);
  });

  it('is stored encrypted, its recovery codes as keyed hashes', async () => {
    const person = await hire(app, 'reviewer.f', 'reviewer', null);
    const { secret, recoveryCodes } = await enrol(person);
    const { rows } = await sql(
      `SELECT secret AS bytes FROM totp_secret WHERE user_id = $1 UNION ALL SELECT code_hash FROM recovery_code WHERE user_id = $1`,
      [person.id],
    );
    expect(rows).toHaveLength(11);
    for (const { bytes } of rows)
      for (const text of [secret, ...recoveryCodes]) expect((bytes as Buffer).includes(text)).toBe(false);
  });

  it('must be set up by who holds a role that requires it, before anything else', async () => {
    const head = await hire(app, 'head.a', 'head', null);
    expect((await head.get('session')).body).toMatchObject({ due: ['enrolment'], roles: [] });
    expect(problemOf(await head.get('colleagues'))).toEqual([403, 'SIGN_IN_UNFINISHED']);
    await enrol(head);
    expect((await head.get('session')).body).toMatchObject({ due: [], roles: [{ role: 'head' }] });
    await head.get('colleagues');
  });

  it('is set up and removed only soon after signing in', async () => {
    const person = await hire(app, 'reviewer.g', 'reviewer', null);
    await sql(`UPDATE session SET created_at = now() - interval '11 minutes' WHERE user_id = $1`, [person.id]);
    expect(problemOf(await person.post('session/second-factors/totp', {}))).toEqual([403, 'SIGN_IN_NOT_FRESH']);
    expect(problemOf(await person.post('session/second-factors/passkeys/options', {}))).toEqual([
      403,
      'SIGN_IN_NOT_FRESH',
    ]);
  });

  it('is cleared for somebody else by the security administrator, who cannot reset passwords', async () => {
    const person = await hire(app, 'reviewer.h', 'reviewer', null);
    await enrol(person);
    const remove = async (username: string, id: number) =>
      (await (await signIn(username)).agent.delete(`/api/v1/users/${id}/second-factors`)).status;
    const guard = await hire(app, 'guard', 'secadmin', null);
    await hire(app, 'keeper', 'sysadmin', null);
    expect(await remove('keeper', person.id)).toBe(403);
    expect(await remove('guard', guard.id)).toBe(409);
    expect(await remove('guard', person.id)).toBe(204);
    expect((await person.get('session')).status).toBe(401);
    expect((await signIn('reviewer.h')).due).toEqual([]);
  });

  describe('a passkey', () => {
    const register = async (person: Person, device: SoftAuthenticator, label = '办公室电脑') => {
      const { body } = await person.post('session/second-factors/passkeys/options', {});
      const credential = device.create((body as { challenge: string }).challenge);
      return person.post('session/second-factors/passkeys', { label, credential });
    };
    const challengeFor = async (agent: ReturnType<TestApp['client']>) =>
      ((await agent.post('/api/v1/session/second-factor/passkey/options').expect(201)).body as { challenge: string })
        .challenge;
    const answer = async (agent: ReturnType<TestApp['client']>, credential: Record<string, unknown>) =>
      (await agent.post('/api/v1/session/second-factor/passkey').send({ credential })).status;

    it('completes the sign-in with an answer to this session’s challenge, once', async () => {
      const device = new SoftAuthenticator(ORIGIN);
      const person = await hire(app, 'deputy.a', 'deputy', null);
      expect((await register(person, device)).body).toMatchObject({ passkeys: [{ label: '办公室电脑' }] });
      const { agent, due } = await signIn('deputy.a');
      expect(due).toEqual(['second-factor']);
      const credential = device.get(await challengeFor(agent));
      expect(await answer(agent, credential)).toBe(201);
      const again = await signIn('deputy.a');
      await challengeFor(again.agent);
      expect(await answer(again.agent, credential)).toBe(401);
    });

    it('is refused for another website, another device, another challenge', async () => {
      const device = new SoftAuthenticator(ORIGIN);
      await register(await hire(app, 'deputy.b', 'deputy', null), device);
      const { agent } = await signIn('deputy.b');
      const phished = new SoftAuthenticator('http://qingpei.example');
      expect(await answer(agent, phished.get(await challengeFor(agent)))).toBe(401);
      expect(await answer(agent, new SoftAuthenticator(ORIGIN).get(await challengeFor(agent)))).toBe(401);
      expect(await answer(agent, device.get(await challengeFor(agent), 'http://qingpei.example'))).toBe(401);
      expect(await answer(agent, device.get(randomBytes(32).toString('base64url')))).toBe(401);
      expect(await answer(agent, device.get(await challengeFor(agent)))).toBe(201);
    });

    it('is not registered from another website, without a challenge, or twice', async () => {
      const person = await hire(app, 'deputy.c', 'deputy', null);
      const device = new SoftAuthenticator(ORIGIN);
      const credential = device.create(randomBytes(32).toString('base64url'));
      const unasked = await person.post('session/second-factors/passkeys', { label: 'x', credential });
      expect(problemOf(unasked)).toEqual([422, 'ENROLMENT_FAILED']);
      expect((await register(person, new SoftAuthenticator('http://qingpei.example'))).status).toBe(422);
      expect((await register(person, device)).status).toBe(201);
      expect((await register(await hire(app, 'deputy.d', 'deputy', null), device)).status).toBe(422);
    });
  });
});
