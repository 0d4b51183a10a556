import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, createTestDatabase } from '../../test/support/index.js';
import {
  type IdentityFixture,
  PASSWORD,
  asCaller,
  createIdentityFixture,
  refusalOf,
  uniqueName,
} from './spec-support.js';
import { IdentitySettings } from './identity.settings.js';
import { hashOfToken } from './session-token.js';
import { Visits } from './visits.js';

describe('signing in', () => {
  let database: TestDatabase;
  let fixture: IdentityFixture;
  const sql = (text: string, values: unknown[] = []) => fixture.db.queryDynamic(text, values);
  const fail = (name: string) => refusalOf(fixture.signIn(name, 'wrong'));
  const failTimes = async (name: string, times: number) => {
    for (let n = 0; n < times; n += 1) expect(await fail(name)).toBe('SIGN_IN_FAILED');
  };
  const newPerson = async (...roles: Parameters<IdentityFixture['person']>[1][]) => {
    const name = uniqueName('p');
    return { name, id: await fixture.person(name, ...roles) };
  };

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 8 });
    fixture = await createIdentityFixture(database.db);
  });
  afterAll(() => database.drop());

  it('opens a session that knows its user; the token itself is nowhere in the database', async () => {
    const { name, id } = await newPerson('clerk');
    const token = await fixture.signIn(name.toUpperCase());
    expect(await fixture.callerFor(token)).toMatchObject({ userId: id, grants: [{ role: 'clerk', unitPath: '' }] });
    const { rows } = await sql('SELECT * FROM session WHERE user_id = $1', [id]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('says the same of an unknown name, a wrong password, a disabled and a locked account', async () => {
    const disabled = await newPerson();
    await sql(`UPDATE app_user SET status = 'disabled' WHERE id = $1`, [disabled.id]);
    const locked = await newPerson();
    await sql(`UPDATE app_user SET locked_until = now() + interval '1 minute' WHERE id = $1`, [locked.id]);
    const { name } = await newPerson();
    expect(await refusalOf(fixture.signIn('nobody-of-that-name'))).toBe('SIGN_IN_FAILED');
    expect(await refusalOf(fixture.signIn(disabled.name))).toBe('SIGN_IN_FAILED');
    expect(await refusalOf(fixture.signIn(locked.name))).toBe('SIGN_IN_FAILED');
    expect(await refusalOf(fixture.signIn(name, 'wrong'))).toBe('SIGN_IN_FAILED');
  });

  it('locks after five failures in a row, and opens again when the time is over', async () => {
    const { name, id } = await newPerson();
    await failTimes(name, 5);
    expect(await refusalOf(fixture.signIn(name))).toBe('SIGN_IN_FAILED');
    const { rows } = await sql(
      `SELECT extract(epoch FROM locked_until - now())::int AS seconds FROM app_user WHERE id = $1`,
      [id],
    );
    expect(rows).toEqual([{ seconds: expect.any(Number) }]);
    const { seconds } = rows[0] as { seconds: number };
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    await sql(`UPDATE app_user SET locked_until = now() - interval '1 second' WHERE id = $1`, [id]);
    // Failures after the lock are the first of a new count, not the sixth and on.
    await failTimes(name, 4);
    expect(await refusalOf(fixture.signIn(name))).toBeNull();
  });

  it('forgets failures once a sign-in succeeds', async () => {
    const { name } = await newPerson();
    await failTimes(name, 4);
    await fixture.signIn(name);
    await failTimes(name, 4);
    expect(await refusalOf(fixture.signIn(name))).toBeNull();
  });

  it('loses no failure when guesses come all at once', async () => {
    const { name } = await newPerson();
    await Promise.all(Array.from({ length: 8 }, () => fail(name)));
    expect(await refusalOf(fixture.signIn(name))).toBe('SIGN_IN_FAILED');
  });

  it('lets the same person sign in many times at once', async () => {
    const { name } = await newPerson();
    const tokens = await Promise.all(Array.from({ length: 8 }, () => fixture.signIn(name)));
    expect(new Set(tokens).size).toBe(8);
    for (const token of tokens) expect(await fixture.callerFor(token)).not.toBeNull();
  });

  it('ends the session the browser still held', async () => {
    const { name } = await newPerson();
    const first = await fixture.signIn(name);
    const second = await fixture.signIns.signIn(name, PASSWORD, { address: null, replaces: first });
    expect(await fixture.callerFor(first)).toBeNull();
    expect(await fixture.callerFor(second)).not.toBeNull();
  });

  it.each([
    ['idle for an hour', `last_seen_at = now() - interval '60 minutes'`, false],
    ['idle for a little less', `last_seen_at = now() - interval '59 minutes'`, true],
    ['twelve hours old', `expires_at = now()`, false],
    ['a little younger', `expires_at = now() + interval '1 minute'`, true],
  ])('a session %s', async (_, change, lives) => {
    const { name } = await newPerson();
    const token = await fixture.signIn(name);
    await sql(`UPDATE session SET ${change} WHERE token_hash = $1`, [hashOfToken(token)]);
    expect((await fixture.callerFor(token)) !== null).toBe(lives);
  });

  it('lasts twelve hours however busy', async () => {
    const { name, id } = await newPerson();
    await fixture.signIn(name);
    const { rows } = await sql(`SELECT (expires_at - created_at)::text AS life FROM session WHERE user_id = $1`, [id]);
    expect(rows).toEqual([{ life: '12:00:00' }]);
  });

  it('notes its last use, but writes at most once a minute', async () => {
    const { name, id } = await newPerson();
    const token = await fixture.signIn(name);
    const version = async () =>
      (await sql('SELECT xmin::text, last_seen_at FROM session WHERE user_id = $1', [id])).rows;
    const before = await version();
    await fixture.callerFor(token);
    expect(await version()).toEqual(before);
    await sql(`UPDATE session SET last_seen_at = now() - interval '61 seconds' WHERE user_id = $1`, [id]);
    await fixture.callerFor(token);
    const { rows } = await sql(
      `SELECT last_seen_at > now() - interval '5 seconds' AS fresh FROM session WHERE user_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ fresh: true }]);
  });

  it('costs one statement per request', async () => {
    const { name } = await newPerson('reviewer');
    const token = await fixture.signIn(name);
    const statements: string[] = [];
    const stop = fixture.db.onStatement((statement) => statements.push(statement.name));
    await fixture.callerFor(token);
    stop();
    expect(statements).toEqual(['identity-load-caller']);
  });

  it('costs one statement for a request that changes something as well, counted or not', async () => {
    const { name } = await newPerson('reviewer');
    const token = await fixture.signIn(name);
    for (const [changesPerMinute, statement] of [
      [600, 'identity-load-caller-counted'],
      [0, 'identity-load-caller'],
    ] as const) {
      const settings = new IdentitySettings({ sessionIdleMinutes: 60, changesPerMinute });
      const statements: string[] = [];
      const stop = fixture.db.onStatement(({ name: asked }) => statements.push(asked));
      const { visit } = await new Visits(fixture.db, fixture.clock, settings).findCounted(token, '10.0.0.1');
      stop();
      expect(visit?.caller.username).toBe(name);
      expect(statements).toEqual([statement]);
    }
  });

  it('sweeps sessions whose time is over', async () => {
    const { name, id } = await newPerson();
    await fixture.signIn(name);
    await sql('UPDATE session SET expires_at = now() WHERE user_id = $1', [id]);
    await fixture.signIn(name);
    expect((await sql('SELECT 1 FROM session WHERE user_id = $1', [id])).rows).toHaveLength(1);
  });

  it('changes the own password: the old one is done with, and so is every other session', async () => {
    const { name, id } = await newPerson();
    const [here, elsewhere] = [await fixture.signIn(name), await fixture.signIn(name)];
    const change = (current: string, next: string) =>
      fixture.signIns.changePassword(asCaller(id, name), current, next, { address: null, replaces: here });
    expect(await refusalOf(change(PASSWORD, 'short'))).toBe('PASSWORD_TOO_WEAK');
    expect(await refusalOf(change('wrong', 'Another-Horse-2'))).toBe('PASSWORD_WRONG');
    const token = await change(PASSWORD, 'Another-Horse-2');
    expect(await fixture.callerFor(token)).not.toBeNull();
    expect(await fixture.callerFor(here)).toBeNull();
    expect(await fixture.callerFor(elsewhere)).toBeNull();
    expect(await refusalOf(fixture.signIn(name))).toBe('SIGN_IN_FAILED');
    expect(await refusalOf(fixture.signIn(name, 'Another-Horse-2'))).toBeNull();
  });
});
