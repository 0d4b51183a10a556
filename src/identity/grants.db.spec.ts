import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, createTestDatabase } from '../../test/support/index.js';
import { type IdentityFixture, TODAY, asCaller, createIdentityFixture, refusalOf, uniqueName } from './spec-support.js';
import { type Caller, NOWHERE } from './caller.js';
import { scopeCondition } from './scope-condition.js';

describe('accounts and grants', () => {
  let database: TestDatabase;
  let fixture: IdentityFixture;
  let admin: Caller;
  let security: Caller;
  let county: number;
  let town: number;

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 4 });
    fixture = await createIdentityFixture(database.db);
    admin = asCaller(await fixture.person('root', 'sysadmin'), 'root', 'sysadmin');
    security = asCaller(await fixture.person('guard', 'secadmin'), 'guard', 'secadmin');
    county = await fixture.unit('Q01');
    town = await fixture.unit('Q01-X1', county);
    await fixture.unit('Q02');
  });
  afterAll(() => database.drop());

  const newPerson = async (...roles: Parameters<IdentityFixture['person']>[1][]) => {
    const name = uniqueName('p');
    return { name, id: await fixture.person(name, ...roles) };
  };

  it('a grant on a unit reaches the unit and what is below, in a query too', async () => {
    const { name, id } = await newPerson();
    await fixture.grants.add(security, id, { role: 'clerk', unit: 'Q01' });
    const caller = await fixture.callerFor(await fixture.signIn(name));
    expect(caller?.grants).toEqual([{ role: 'clerk', unitPath: String(county) }]);
    const scope = scopeCondition(caller!, undefined, 'path');
    const { rows } = await fixture.db.queryDynamic(`SELECT id FROM unit WHERE ${scope.text} ORDER BY id`, scope.values);
    expect(rows).toEqual([{ id: county }, { id: town }]);
  });

  it('a grant on the whole tree reaches every unit', async () => {
    const scope = scopeCondition(asCaller(1, 'x', 'head'), undefined, 'path');
    const { rows } = await fixture.db.queryDynamic(`SELECT id FROM unit WHERE ${scope.text}`, scope.values);
    expect(rows).toHaveLength(3);
  });

  it('a unit without a place in the tree never stands for the whole tree', async () => {
    const { name, id } = await newPerson();
    await fixture.db.queryDynamic(`INSERT INTO unit (code, name, kind) VALUES ('NEW', 'NEW', 'township')`);
    await fixture.grants.add(security, id, { role: 'clerk', unit: 'NEW' });
    expect((await fixture.callerFor(await fixture.signIn(name)))?.grants).toEqual([]);
  });

  it.each([
    ['from today', TODAY, null, true],
    ['from tomorrow', '2026-03-11', null, false],
    ['until today, which no longer counts', '2026-01-01', TODAY, false],
    ['until tomorrow', '2026-01-01', '2026-03-11', true],
  ])('holds %s', async (_, startsOn, endsOn, holds) => {
    const { name, id } = await newPerson();
    await fixture.grants.add(security, id, { role: 'chief', startsOn, endsOn });
    const caller = await fixture.callerFor(await fixture.signIn(name));
    expect(caller?.grants.length).toBe(holds ? 1 : 0);
  });

  it('revoking takes effect at once and signs the person out everywhere', async () => {
    const { name, id } = await newPerson('reviewer');
    const grantId = await fixture.grants.add(security, id, { role: 'chief' });
    const tokens = [await fixture.signIn(name), await fixture.signIn(name)];
    await fixture.grants.revoke(security, id, grantId);
    for (const token of tokens) expect(await fixture.callerFor(token)).toBeNull();
    expect((await fixture.callerFor(await fixture.signIn(name)))?.grants.map((grant) => grant.role)).toEqual([
      'reviewer',
    ]);
    expect(await refusalOf(fixture.grants.revoke(security, id, grantId))).toBe('GRANT_NOT_FOUND');
  });

  it('a grant is revoked by its own user only', async () => {
    const [one, other] = [await newPerson(), await newPerson()];
    const grantId = await fixture.grants.add(security, one.id, { role: 'chief' });
    expect(await refusalOf(fixture.grants.revoke(security, other.id, grantId))).toBe('GRANT_NOT_FOUND');
  });

  it('refuses what makes no sense', async () => {
    const { id } = await newPerson('clerk');
    const add = (grant: Parameters<typeof fixture.grants.add>[2]) => refusalOf(fixture.grants.add(security, id, grant));
    expect(await add({ role: 'clerk', unit: 'Q99' })).toBe('UNIT_NOT_FOUND');
    expect(await add({ role: 'clerk' })).toBe('GRANT_EXISTS');
    expect(await add({ role: 'chief', startsOn: '2026-05-01', endsOn: '2026-05-01' })).toBe('GRANT_DAYS');
    expect(await refusalOf(fixture.grants.add(security, 999_999, { role: 'clerk' }))).toBe('USER_NOT_FOUND');
  });

  const ADMINISTRATORS = ['admin', 'sysadmin', 'secadmin', 'auditadmin'] as const;

  it.each(ADMINISTRATORS)(
    '%s holds no other duty, in either order, reaches no unit and borrows nothing',
    async (role) => {
      const clerk = await newPerson('clerk');
      const grant = (id: number, given: Parameters<typeof fixture.grants.add>[2]) =>
        refusalOf(fixture.grants.add(security, id, given));
      expect(await grant(clerk.id, { role })).toBe('ADMIN_STANDS_APART');
      const keeper = await newPerson(role);
      expect(await grant(keeper.id, { role: 'clerk' })).toBe('ADMIN_STANDS_APART');
      for (const other of ADMINISTRATORS.filter((one) => !isSameDuty(one, role))) {
        expect(await grant(keeper.id, { role: other })).toBe('ADMIN_STANDS_APART');
      }
      expect(await grant((await newPerson()).id, { role, unit: 'Q01' })).toBe('ADMINISTRATOR_HAS_NO_UNIT');
      const standIn = await newPerson();
      const days = { startsOn: TODAY, endsOn: TODAY, reason: '出差' };
      await fixture.delegations.create(asCaller(clerk.id, clerk.name), { to: standIn.name, ...days });
      expect(await grant(standIn.id, { role })).toBe('ADMIN_STANDS_APART');
      expect((await fixture.callerFor(await fixture.signIn(keeper.name)))?.grants).toEqual([
        { role, unitPath: NOWHERE },
      ]);
    },
  );

  it('one may change duties, not hold two at once', async () => {
    const { id } = await newPerson('secadmin');
    const [{ grantId }] = (
      await fixture.db.queryDynamic<{ grantId: number }>('SELECT id AS "grantId" FROM role_grant WHERE user_id = $1', [
        id,
      ])
    ).rows as [{ grantId: number }];
    await fixture.grants.revoke(security, id, grantId);
    expect(await refusalOf(fixture.grants.add(security, id, { role: 'auditadmin' }))).toBeNull();
  });

  it.each([
    ['two administrators in one', 'secadmin', 'auditadmin', 'role_grant_one_duty'],
    ['an administrator who decides', 'sysadmin', 'chief', 'role_grant_one_duty'],
    ['an administrator by the old name who decides', 'admin', 'clerk', 'role_grant_one_duty'],
  ])('the database itself refuses %s', async (_, first, second, constraint) => {
    const { id } = await newPerson();
    const insert = (role: string) =>
      fixture.db.queryDynamic('INSERT INTO role_grant (user_id, role) VALUES ($1, $2)', [id, role]);
    await insert(first);
    await expect(insert(second)).rejects.toMatchObject({ constraint });
    const change = fixture.db.queryDynamic('UPDATE role_grant SET unit_id = $2 WHERE user_id = $1', [id, county]);
    await expect(change).rejects.toMatchObject({ constraint: 'role_grant_administrator_reaches_no_unit' });
  });

  it('race: of two duties given at once, one is held', async () => {
    const { id } = await newPerson();
    const outcomes = await Promise.allSettled(
      ['sysadmin', 'secadmin', 'auditadmin', 'head'].map((role) =>
        fixture.db.queryDynamic('INSERT INTO role_grant (user_id, role) VALUES ($1, $2)', [id, role]),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('who keeps accounts gives no role, who gives roles keeps no account', async () => {
    const { id } = await newPerson();
    expect(await refusalOf(fixture.grants.add(admin, id, { role: 'clerk' }))).toBe('FORBIDDEN');
    expect(await refusalOf(fixture.users.disable(security, id))).toBe('FORBIDDEN');
    expect(await refusalOf(fixture.users.resetPassword(security, id, 'Another-Horse-2'))).toBe('FORBIDDEN');
  });

  it('who keeps accounts cannot become the other administrators by their passwords', async () => {
    for (const role of ['secadmin', 'auditadmin'] as const) {
      const { id } = await newPerson(role);
      expect(await refusalOf(fixture.users.resetPassword(admin, id, 'Another-Horse-2'))).toBe('ADMINISTRATOR_ACCOUNT');
    }
  });

  it('nobody grants, revokes, disables or resets for themselves', async () => {
    expect(await refusalOf(fixture.grants.add(security, security.userId, { role: 'head' }))).toBe('OWN_ACCOUNT');
    expect(await refusalOf(fixture.grants.revoke(security, security.userId, 1))).toBe('OWN_ACCOUNT');
    expect(await refusalOf(fixture.users.disable(admin, admin.userId))).toBe('OWN_ACCOUNT');
    expect(await refusalOf(fixture.users.resetPassword(admin, admin.userId, 'Another-Horse-2'))).toBe('OWN_ACCOUNT');
  });

  it('two administrators who disable each other at once: one remains', async () => {
    const [one, other] = [await newPerson('sysadmin'), await newPerson('admin')];
    const outcomes = await Promise.all([
      refusalOf(fixture.users.disable(asCaller(one.id, one.name, 'admin'), other.id)),
      refusalOf(fixture.users.disable(asCaller(other.id, other.name, 'admin'), one.id)),
    ]);
    expect(outcomes.map(String).toSorted()).toEqual(['FORBIDDEN', 'null']);
  });

  it('disabling signs out; enabling lets in again', async () => {
    const { name, id } = await newPerson('clerk');
    const token = await fixture.signIn(name);
    await fixture.users.disable(admin, id);
    expect(await fixture.callerFor(token)).toBeNull();
    expect(await refusalOf(fixture.signIn(name))).toBe('SIGN_IN_FAILED');
    await fixture.users.enable(admin, id);
    expect(await fixture.callerFor(token)).toBeNull();
    expect(await refusalOf(fixture.signIn(name))).toBeNull();
  });

  it('a reset password lifts the lock and ends sessions', async () => {
    const { name, id } = await newPerson('clerk');
    const token = await fixture.signIn(name);
    for (let n = 0; n < 5; n += 1) await refusalOf(fixture.signIn(name, 'wrong'));
    expect(await refusalOf(fixture.users.resetPassword(admin, id, 'weak'))).toBe('PASSWORD_TOO_WEAK');
    await fixture.users.resetPassword(admin, id, 'Another-Horse-2');
    expect(await fixture.callerFor(token)).toBeNull();
    expect(await refusalOf(fixture.signIn(name, 'Another-Horse-2'))).toBeNull();
  });

  it('makes an account without any role, whose password serves for one sign-in', async () => {
    const body = { username: uniqueName('n'), displayName: '新', password: 'Another-Horse-2' };
    await fixture.users.create(admin, body);
    const visit = await fixture.visitOf(await fixture.signIn(body.username, body.password));
    expect(visit).toMatchObject({ caller: { grants: [] }, due: ['password'] });
    expect(await refusalOf(fixture.users.create(admin, body))).toBe('USERNAME_TAKEN');
    expect(await refusalOf(fixture.users.create(admin, { ...body, password: 'x' }))).toBe('PASSWORD_TOO_WEAK');
  });
});

function isSameDuty(one: string, other: string): boolean {
  const system = ['admin', 'sysadmin'];
  return one === other || (system.includes(one) && system.includes(other));
}
