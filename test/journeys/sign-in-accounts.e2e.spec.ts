import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { buildUnit, type BuiltUnit } from '../support/factories.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { hire } from './stage/people.js';

const PASSWORD = 'a-password-of-the-journeys';

describe('accounts, their passwords and sessions', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({
      environment: { PASSWORD_MAX_AGE_DAYS: '90', PASSWORD_HISTORY: '3', SIGN_INS_PER_MINUTE: '1000' },
    });
  });
  afterAll(() => app.close());

  const sql = (text: string, values: unknown[] = []) => app.database.db.queryDynamic(text, values);
  const signIn = async (username: string, password = PASSWORD) => {
    const agent = app.client();
    const { body } = await agent.post('/api/v1/session').send({ username, password }).expect(201);
    return { agent, due: (body as { due: string[] }).due };
  };
  const problemOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];

  it('a password given by somebody else is changed before anything else', async () => {
    const keeper = await hire(app, 'keeper', 'sysadmin', null);
    const given = { username: 'new.one', displayName: '新用户', password: 'Given-by-another-1' };
    const { id } = (await keeper.post('users', given)).body as { id: number };
    await sql(`INSERT INTO role_grant (user_id, role) VALUES ($1, 'reviewer')`, [id]);
    const { agent, due } = await signIn('new.one', given.password);
    expect(due).toEqual(['password']);
    expect(problemOf(await agent.get('/api/v1/colleagues'))).toEqual([403, 'SIGN_IN_UNFINISHED']);
    const change = (next: string) => agent.post('/api/v1/session/password').send({ current: given.password, next });
    expect(problemOf(await change(given.password))).toEqual([422, 'PASSWORD_USED_BEFORE']);
    await change('Chosen-by-myself-1').expect(204);
    await agent.get('/api/v1/colleagues').expect(200);
    expect((await signIn('new.one', 'Chosen-by-myself-1')).due).toEqual([]);
    expect((await keeper.post(`users/${id}/password`, { password: 'Given-by-another-2' })).status).toBe(204);
    expect((await signIn('new.one', 'Given-by-another-2')).due).toEqual(['password']);
  });

  it.each([
    ['90 days old', '90 days', ['password']],
    ['a little younger', '89 days 23 hours', []],
  ])('a password %s', async (name, age, expected) => {
    const username = `age.${name.length}`;
    const { id } = await hire(app, username, 'reviewer', null);
    await sql(`UPDATE app_user SET password_set_at = now() - $2::interval WHERE id = $1`, [id, age]);
    expect((await signIn(username)).due).toEqual(expected);
  });

  it('the last three passwords cannot be chosen again, the one before them can', async () => {
    await hire(app, 'rotating', 'reviewer', null);
    const { agent } = await signIn('rotating');
    const change = async (current: string, next: string) =>
      problemOf(await agent.post('/api/v1/session/password').send({ current, next }));
    const [first, second, third, fourth] = [
      'First-Horse-11',
      'Second-Horse-22',
      'Third-Horse-33',
      'Fourth-Horse-44',
    ] as const;
    expect(await change(PASSWORD, first)).toEqual([204, undefined]);
    expect(await change(first, second)).toEqual([204, undefined]);
    expect(await change(second, third)).toEqual([204, undefined]);
    for (const used of [first, second, third]) expect(await change(third, used)).toEqual([422, 'PASSWORD_USED_BEFORE']);
    expect(await change(third, fourth)).toEqual([204, undefined]);
    expect(await change(fourth, first)).toEqual([204, undefined]);
  });

  it('one sees where one is signed in, and ends a session from afar', async () => {
    await hire(app, 'walker', 'reviewer', null);
    const other = await hire(app, 'neighbour', 'reviewer', null);
    const { agent } = await signIn('walker');
    const { sessions } = (await agent.get('/api/v1/sessions').set('User-Agent', 'x').expect(200)).body as {
      sessions: { id: number; isThisOne: boolean; address: string }[];
    };
    expect(sessions.filter(({ isThisOne }) => isThisOne)).toHaveLength(1);
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).not.toHaveProperty('tokenHash');
    const elsewhere = sessions.find(({ isThisOne }) => !isThisOne)!;
    const { body } = await other.get('sessions');
    expect((body as { sessions: unknown[] }).sessions).toHaveLength(1);
    const stranger = await signIn('neighbour');
    expect(problemOf(await stranger.agent.delete(`/api/v1/sessions/${elsewhere.id}`))).toEqual([
      404,
      'SESSION_NOT_FOUND',
    ]);
    await agent.delete(`/api/v1/sessions/${elsewhere.id}`).expect(204);
    expect(((await agent.get('/api/v1/sessions')).body as { sessions: unknown[] }).sessions).toHaveLength(1);
  });

  it('the system administrator ends anybody’s session, and only of the user named', async () => {
    const person = await hire(app, 'signed.in', 'reviewer', null);
    const keeper = await hire(app, 'keeper2', 'sysadmin', null);
    const { body } = await keeper.get(`users/${person.id}/sessions`);
    const [session] = (body as { sessions: { id: number }[] }).sessions;
    const agent = (await signIn('keeper2')).agent;
    await agent.delete(`/api/v1/users/${keeper.id}/sessions/${session!.id}`).expect(404);
    await agent.delete(`/api/v1/users/${person.id}/sessions/${session!.id}`).expect(204);
    expect((await person.get('session')).status).toBe(401);
  });

  it('a token the visitor brought along is never taken over', async () => {
    await hire(app, 'target', 'reviewer', null);
    const planted = `qingpei_session=${'A'.repeat(43)}`;
    const response = await app
      .client()
      .post('/api/v1/session')
      .set('Cookie', planted)
      .send({ username: 'target', password: PASSWORD })
      .expect(201);
    expect(response.get('Set-Cookie')![0]).not.toContain(planted);
    await app.client().get('/api/v1/session').set('Cookie', planted).expect(401);
  });
});

describe('colleagues', () => {
  let app: TestApp;
  let county: BuiltUnit;
  let town: BuiltUnit;
  let otherCounty: BuiltUnit;

  beforeAll(async () => {
    app = await createTestApp({ environment: { SIGN_INS_PER_MINUTE: '1000' } });
    const { db } = app.database;
    county = await buildUnit(db, { kind: 'county-level-area' });
    town = await buildUnit(db, { kind: 'township', parent: county });
    otherCounty = await buildUnit(db, { kind: 'county-level-area' });
    await hire(app, 'county.clerk', 'clerk', county);
    await hire(app, 'county.leader', 'leader', county);
    await hire(app, 'town.leader', 'leader', town);
    await hire(app, 'other.leader', 'leader', otherCounty);
    await hire(app, 'the.chief', 'chief', null);
    await hire(app, 'the.keeper', 'sysadmin', null);
    const gone = await hire(app, 'the.gone', 'deputy', null);
    await db.queryDynamic(`UPDATE app_user SET status = 'disabled' WHERE id = $1`, [gone.id]);
    const past = await hire(app, 'the.past', 'deputy', null);
    await db.queryDynamic(`UPDATE role_grant SET ends_on = '2026-01-01' WHERE user_id = $1`, [past.id]);
  });
  afterAll(() => app.close());

  const namesFor = async (username: string, query: Record<string, string> = {}) => {
    const agent = app.client();
    await agent.post('/api/v1/session').send({ username, password: PASSWORD }).expect(201);
    const { status, body } = await agent.get('/api/v1/colleagues').query(query);
    if (status !== 200) return (body as { code: string }).code;
    return (body as { colleagues: { username: string }[] }).colleagues.map((person) => person.username).sort();
  };

  it('are those whose units cover the caller’s or lie within them', async () => {
    expect(await namesFor('county.clerk')).toEqual(['county.leader', 'the.chief', 'town.leader']);
    expect(await namesFor('town.leader')).toEqual(['county.clerk', 'county.leader', 'the.chief']);
    expect(await namesFor('the.chief')).toEqual(['county.clerk', 'county.leader', 'other.leader', 'town.leader']);
  });

  it('are found by name and by unit; a unit out of reach does not exist', async () => {
    expect(await namesFor('the.chief', { query: 'leader' })).toEqual(['county.leader', 'other.leader', 'town.leader']);
    expect(await namesFor('the.chief', { query: '%' })).toEqual([]);
    expect(await namesFor('the.chief', { unit: otherCounty.code })).toEqual(['other.leader']);
    expect(await namesFor('county.clerk', { unit: otherCounty.code })).toBe('UNIT_NOT_FOUND');
    expect(await namesFor('county.clerk', { unit: 'NO-SUCH' })).toBe('UNIT_NOT_FOUND');
  });

  it('are nothing to an administrator', async () => {
    expect(await namesFor('the.keeper')).toBe('FORBIDDEN');
  });
});
