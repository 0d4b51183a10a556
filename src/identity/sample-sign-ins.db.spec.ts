import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, createTestDatabase } from '../../test/support/index.js';
import { Config, readConfig } from '../platform/index.js';
import { NOWHERE } from './caller.js';
import { createAdmin } from './create-admin.js';
import { type IdentityFixture, TODAY, asCaller, createIdentityFixture, refusalOf } from './spec-support.js';
import { SampleAccountCheck } from './sample-account-check.js';
import { SAMPLE_ACCOUNTS } from './sample-accounts.js';
import { SampleSignIns } from './sample-sign-ins.js';

const KEY = Buffer.from(Array.from({ length: 32 }, (_, n) => (n * 37 + 11) % 256)).toString('base64');

describe('sample sign-ins', () => {
  let database: TestDatabase;
  let fixture: IdentityFixture;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qingpei-sample-'));
    database = await createTestDatabase({ poolSize: 4 });
    fixture = await createIdentityFixture(database.db);
  });
  afterEach(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const config = (settings: Record<string, string> = {}): Config => readConfig({ DATA_DIR: folder, ...settings });
  const prepare = async (settings: Record<string, string> = {}, pick?: () => Promise<string | null>) => {
    const task = new SampleSignIns(config(settings), database.db, pick);
    await task.run();
    return task;
  };
  const passwordOnDisk = async () => (await readFile(join(folder, 'sample-password'), 'utf8')).trim();
  const pathOf = async (username: string, password: string) =>
    (await fixture.callerFor(await fixture.signIn(username, password)))?.grants.map((grant) => grant.unitPath);

  it('all work with the password that is printed and kept for the owner alone', async () => {
    const task = await prepare();
    const password = await passwordOnDisk();
    expect((await stat(join(folder, 'sample-password'))).mode & 0o777).toBe(0o600);
    expect(password.length).toBeGreaterThanOrEqual(14);
    expect((await task.lines()).join('\n')).toContain(password);
    for (const { username, role } of SAMPLE_ACCOUNTS) {
      const caller = await fixture.callerFor(await fixture.signIn(username, password));
      expect(caller?.grants.map((grant) => grant.role)).toEqual([role]);
    }
  });

  it('stay as they are at the next start', async () => {
    await prepare();
    const before = (await database.db.queryDynamic('SELECT * FROM app_user ORDER BY id')).rows;
    const password = await passwordOnDisk();
    const task = await prepare();
    expect(await task.isNeeded()).toBe(false);
    expect((await database.db.queryDynamic('SELECT * FROM app_user ORDER BY id')).rows).toEqual(before);
    expect(await passwordOnDisk()).toBe(password);
  });

  it('follow SAMPLE_PASSWORD when it is set later', async () => {
    await prepare();
    const task = new SampleSignIns(config({ SAMPLE_PASSWORD: 'given-by-hand' }), database.db);
    expect(await task.isNeeded()).toBe(true);
    await task.run();
    expect(await refusalOf(fixture.signIn('head', 'given-by-hand'))).toBeNull();
    expect(await refusalOf(fixture.signIn('head', await passwordOnDisk()))).toBe('SIGN_IN_FAILED');
    expect((await task.lines()).join('\n')).toContain('given-by-hand');
  });

  it('unit sign-ins hold one 旗县区, the second clerk another', async () => {
    const [first, second] = [await fixture.unit('Q01'), await fixture.unit('Q02')];
    await prepare({ SAMPLE_PASSWORD: 'given-by-hand' });
    expect(await pathOf('clerk', 'given-by-hand')).toEqual([String(first)]);
    expect(await pathOf('leader', 'given-by-hand')).toEqual([String(first)]);
    expect(await pathOf('clerk2', 'given-by-hand')).toEqual([String(second)]);
    expect(await pathOf('reviewer', 'given-by-hand')).toEqual(['']);
  });

  it('take the unit that was picked', async () => {
    const [first, second] = [await fixture.unit('Q01'), await fixture.unit('Q02')];
    await prepare({ SAMPLE_PASSWORD: 'given-by-hand' }, async () => 'Q02');
    expect(await pathOf('clerk', 'given-by-hand')).toEqual([String(second)]);
    expect(await pathOf('clerk2', 'given-by-hand')).toEqual([String(first)]);
  });

  it('hold the whole tree when the city is off', async () => {
    await fixture.unit('Q01');
    await prepare({ SAMPLE_PASSWORD: 'given-by-hand', SAMPLE_CITY: 'off' });
    expect(await pathOf('clerk', 'given-by-hand')).toEqual(['']);
    expect(await pathOf('clerk2', 'given-by-hand')).toEqual(['']);
  });

  it('keep production from starting while they work', async () => {
    const production = config({ PROFILE: 'production', DATA_KEY: KEY });
    const check = new SampleAccountCheck(production, database.db);
    expect(await new SampleSignIns(production, database.db).isNeeded()).toBe(false);
    await expect(check.onApplicationBootstrap()).resolves.toBeUndefined();
    await prepare();
    await expect(check.onApplicationBootstrap()).rejects.toMatchObject({ code: 'SAMPLE_ACCOUNTS_PRESENT' });
    await database.db.queryDynamic(`UPDATE app_user SET status = 'disabled'`);
    await expect(check.onApplicationBootstrap()).resolves.toBeUndefined();
  });

  it('are never added to an installation that has real users', async () => {
    const realId = await fixture.person('head', 'head');
    await expect(prepare()).rejects.toMatchObject({ code: 'NOT_A_SAMPLE_DATABASE' });
    const { rows } = await database.db.queryDynamic('SELECT id FROM app_user');
    expect(rows).toEqual([{ id: realId }]);
  });

  it('the first administrator of a production installation is made from the console', async () => {
    await expect(createAdmin(database.db, 'X', 'Another-Horse-2', TODAY)).rejects.toMatchObject({
      code: 'USERNAME_INVALID',
    });
    await expect(createAdmin(database.db, 'keeper', 'weak', TODAY)).rejects.toMatchObject({
      code: 'PASSWORD_TOO_WEAK',
    });
    await createAdmin(database.db, 'Keeper', 'Another-Horse-2', TODAY);
    const caller = await fixture.callerFor(await fixture.signIn('keeper', 'Another-Horse-2'));
    expect(caller?.grants).toEqual([{ role: 'sysadmin', unitPath: NOWHERE }]);
    const again = createAdmin(database.db, 'keeper', 'Another-Horse-2', TODAY);
    await expect(again).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
    const body = { username: 'first', displayName: '首位用户', password: 'Another-Horse-3' };
    await fixture.users.create(asCaller(caller!.userId, 'keeper', 'sysadmin'), body);
    expect(await refusalOf(fixture.signIn('first', 'Another-Horse-3'))).toBeNull();
  });
});
