import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, createTestDatabase } from '../../../test/support/index.js';
import { readConfig } from '../../platform/index.js';
import { NOWHERE } from '../caller.js';
import { type IdentityFixture, TODAY, createIdentityFixture, refusalOf } from '../spec-support.js';
import { InstallNote } from './install-note.js';
import { install } from './install.js';
import { withPrompt } from './prompt.js';
import { resetPasswordFromConsole } from './reset-password.js';

const THREE = [
  ['keeper', '甲某', 'Red-Horse-11'].join('\n'),
  ['guard', '乙某', 'Blue-Horse-22'].join('\n'),
  ['auditor', '丙某', 'Green-Horse-33'].join('\n'),
].join('\n');
const KEY = Buffer.from(Array.from({ length: 32 }, (_, n) => (n * 37 + 11) % 256)).toString('base64');

describe('the first start of a production installation', () => {
  let database: TestDatabase;
  let fixture: IdentityFixture;

  beforeEach(async () => {
    database = await createTestDatabase({ poolSize: 4 });
    fixture = await createIdentityFixture(database.db);
  });
  afterEach(() => database.drop());

  const run = (typed: string) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end(`${typed}\n`);
    return withPrompt(input as unknown as NodeJS.ReadStream, output as unknown as NodeJS.WriteStream, (prompt) =>
      install(database.db, prompt, TODAY),
    );
  };
  const users = async () => (await database.db.queryDynamic('SELECT 1 FROM app_user')).rows.length;
  const installNote = () =>
    new InstallNote(readConfig({ PROFILE: 'production', DATA_KEY: KEY }), database.db, fixture.clock);
  const note = () => installNote().lines();

  it('makes three administrators, who sign in with their own passwords', async () => {
    expect((await note()).join('')).toContain('qingpei install');
    expect(await installNote().isAwaited()).toBe(true);
    expect(await run(THREE)).toBe(3);
    for (const [name, password, role] of [
      ['keeper', 'Red-Horse-11', 'sysadmin'],
      ['guard', 'Blue-Horse-22', 'secadmin'],
      ['auditor', 'Green-Horse-33', 'auditadmin'],
    ] as const) {
      const visit = await fixture.visitOf(await fixture.signIn(name, password));
      expect(visit).toMatchObject({ due: [], caller: { grants: [{ role, unitPath: NOWHERE }] } });
    }
    expect(await note()).toEqual([]);
    expect(await installNote().isAwaited()).toBe(false);
  });

  it('asks only for those who are missing', async () => {
    await fixture.person('first', 'admin');
    await fixture.person('second', 'secadmin');
    expect(await installNote().isAwaited()).toBe(false);
    expect(await run(['auditor', '丙某', 'Green-Horse-33'].join('\n'))).toBe(1);
    expect(await run('')).toBe(0);
  });

  it.each([
    ['a weak password', THREE.replace('Blue-Horse-22', 'blue'), 'PASSWORD_TOO_WEAK'],
    ['a default password', THREE.replace('Blue-Horse-22', 'Admin@12345'), 'PASSWORD_TOO_WEAK'],
    ['the product’s name for a password', THREE.replace('Green-Horse-33', 'Qingpei@2026'), 'PASSWORD_TOO_WEAK'],
    ['the user name in the password', THREE.replace('Blue-Horse-22', 'Guard-Horse-22'), 'PASSWORD_TOO_WEAK'],
    ['one user name twice', THREE.replace('guard', 'keeper'), 'SAME_PERSON'],
    ['one person twice', THREE.replace('乙某', '甲某'), 'SAME_PERSON'],
    ['one password twice', THREE.replace('Blue-Horse-22', 'Red-Horse-11'), 'SAME_PERSON'],
    ['an end in the middle', THREE.split('\n').slice(0, 5).join('\n'), 'PASSWORD_TOO_WEAK'],
    ['a name that is none', THREE.replace('guard', '1'), 'USERNAME_INVALID'],
    ['nobody', THREE.replace('乙某', ''), 'DISPLAY_NAME_INVALID'],
  ])('makes nobody when it meets %s', async (_, typed, code) => {
    await expect(run(typed)).rejects.toMatchObject({ code });
    expect(await users()).toBe(0);
  });

  it('makes nobody when a name is taken', async () => {
    await fixture.person('auditor', 'clerk');
    await expect(run(THREE)).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
    expect(await users()).toBe(1);
  });

  it('an administrator’s lost password is reset from the console, for one sign-in', async () => {
    await run(THREE);
    const token = await fixture.signIn('guard', 'Blue-Horse-22');
    await expect(resetPasswordFromConsole(database.db, 'guard', 'weak', 5)).rejects.toMatchObject({
      code: 'PASSWORD_TOO_WEAK',
    });
    await expect(resetPasswordFromConsole(database.db, 'nobody', 'White-Horse-44', 5)).rejects.toMatchObject({
      code: 'USER_NOT_FOUND',
    });
    await resetPasswordFromConsole(database.db, 'Guard', 'White-Horse-44', 5);
    expect(await fixture.visitOf(token)).toBeNull();
    expect(await refusalOf(fixture.signIn('guard', 'Blue-Horse-22'))).toBe('SIGN_IN_FAILED');
    expect((await fixture.visitOf(await fixture.signIn('guard', 'White-Horse-44')))?.due).toEqual(['password']);
  });
});
