import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, createTestDatabase, warmPool } from '../../test/support/index.js';
import { type IdentityFixture, TODAY, asCaller, createIdentityFixture, refusalOf, uniqueName } from './spec-support.js';
import { DelegationQueries } from './delegation.queries.js';

interface Person {
  id: number;
  name: string;
}

describe('standing in for an absent colleague', () => {
  let database: TestDatabase;
  let fixture: IdentityFixture;
  let [a, b, c]: [Person, Person, Person] = [{} as Person, {} as Person, {} as Person];

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 12 });
    fixture = await createIdentityFixture(database.db);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    fixture.clock.set(TODAY);
    [a, b, c] = [await newPerson('head'), await newPerson('deputy'), await newPerson('chief')];
  });

  const newPerson = async (...roles: Parameters<IdentityFixture['person']>[1][]): Promise<Person> => {
    const name = uniqueName('p');
    return { name, id: await fixture.person(name, ...roles) };
  };
  const delegate = (from: Person, to: Person, startsOn = TODAY, endsOn = startsOn) =>
    fixture.delegations.create(asCaller(from.id, from.name), { to: to.name, startsOn, endsOn, reason: '外出学习' });
  const grantsOf = async (person: Person) => (await fixture.callerFor(await fixture.signIn(person.name)))?.grants;

  it('lends the grants, with the name of the person who holds them', async () => {
    await delegate(a, b);
    expect(await grantsOf(b)).toEqual([
      { role: 'deputy', unitPath: '' },
      { role: 'head', unitPath: '', onBehalfOf: a.id },
    ]);
    expect(await grantsOf(a)).toEqual([{ role: 'head', unitPath: '' }]);
  });

  it('follows the chain, and still names the original holder', async () => {
    await delegate(a, b);
    await delegate(b, c);
    expect(await grantsOf(c)).toEqual(
      expect.arrayContaining([
        { role: 'head', unitPath: '', onBehalfOf: a.id },
        { role: 'deputy', unitPath: '', onBehalfOf: b.id },
      ]),
    );
  });

  it('breaks the chain at a disabled link', async () => {
    await delegate(a, b);
    await delegate(b, c);
    await fixture.db.queryDynamic(`UPDATE app_user SET status = 'disabled' WHERE id = $1`, [b.id]);
    expect(await grantsOf(c)).toEqual([{ role: 'chief', unitPath: '' }]);
  });

  it('holds from the first day to the last, both included', async () => {
    await delegate(a, b, '2026-03-12', '2026-03-13');
    const token = await fixture.signIn(b.name);
    const held: Record<string, boolean> = {};
    for (const day of ['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14']) {
      fixture.clock.set(day);
      held[day] = (await fixture.callerFor(token))?.grants.some((grant) => grant.onBehalfOf === a.id) ?? false;
    }
    expect(held).toEqual({ '2026-03-11': false, '2026-03-12': true, '2026-03-13': true, '2026-03-14': false });
  });

  it('ends at once when revoked by the absent person', async () => {
    const id = await delegate(a, b);
    const token = await fixture.signIn(b.name);
    await fixture.delegations.revoke(asCaller(a.id, a.name), id);
    expect((await fixture.callerFor(token))?.grants).toEqual([{ role: 'deputy', unitPath: '' }]);
  });

  it('is revoked by nobody else, and for strangers does not exist', async () => {
    const id = await delegate(a, b);
    expect(await refusalOf(fixture.delegations.revoke(asCaller(b.id, b.name), id))).toBe('DELEGATION_NOT_YOURS');
    expect(await refusalOf(fixture.delegations.revoke(asCaller(c.id, c.name), id))).toBe('DELEGATION_NOT_FOUND');
    expect(await refusalOf(fixture.delegations.revoke(asCaller(99, 'guard', 'secadmin'), id))).toBeNull();
  });

  it('can be arranged by the security administrator for another, and by nobody else', async () => {
    const body = { from: a.name, to: b.name, startsOn: TODAY, endsOn: TODAY, reason: '病假' };
    expect(await refusalOf(fixture.delegations.create(asCaller(c.id, c.name, 'head'), body))).toBe(
      'DELEGATION_NOT_YOURS',
    );
    expect(await refusalOf(fixture.delegations.create(asCaller(99, 'guard', 'secadmin'), body))).toBeNull();
  });

  it('refuses oneself, past days, the disabled, administrators and people unknown', async () => {
    const keeper = await newPerson('auditadmin');
    const gone = await newPerson();
    await fixture.db.queryDynamic(`UPDATE app_user SET status = 'disabled' WHERE id = $1`, [gone.id]);
    expect(await refusalOf(delegate(a, a))).toBe('DELEGATION_TO_SELF');
    expect(await refusalOf(delegate(a, b, '2026-03-09', '2026-03-20'))).toBe('DELEGATION_DAYS');
    expect(await refusalOf(delegate(a, b, '2026-03-12', '2026-03-11'))).toBe('DELEGATION_DAYS');
    expect(await refusalOf(delegate(a, gone))).toBe('DELEGATE_DISABLED');
    expect(await refusalOf(delegate(a, keeper))).toBe('ADMIN_STANDS_APART');
    expect(await refusalOf(delegate(a, { id: 0, name: 'nobody' }))).toBe('USER_NOT_FOUND');
  });

  it('never forms a circle on any day', async () => {
    await delegate(a, b, '2026-03-12', '2026-03-14');
    await delegate(b, c, '2026-03-14', '2026-03-16');
    expect(await refusalOf(delegate(c, a, '2026-03-14'))).toBe('DELEGATION_CYCLE');
    expect(await refusalOf(delegate(c, a, '2026-03-15'))).toBeNull();
  });

  it('forgets revoked links when it looks for circles', async () => {
    const id = await delegate(a, b);
    await fixture.delegations.revoke(asCaller(a.id, a.name), id);
    expect(await refusalOf(delegate(b, a))).toBeNull();
  });

  it('race: of links that together form a circle, one is refused', async () => {
    await warmPool(database, 12);
    for (let round = 0; round < 5; round += 1) {
      const people = [await newPerson('chief'), await newPerson('chief'), await newPerson('chief')] as const;
      const outcomes = await Promise.all(
        people.map((person, n) => refusalOf(delegate(person, people[(n + 1) % 3] as Person))),
      );
      expect(outcomes.map(String).toSorted()).toEqual(['DELEGATION_CYCLE', 'null', 'null']);
    }
  });

  it('answers even if a circle stood in the database', async () => {
    const link = `INSERT INTO delegation (from_user_id, to_user_id, starts_on, ends_on, reason) VALUES ($1, $2, $3, $3, 'x')`;
    await fixture.db.queryDynamic(link, [a.id, b.id, TODAY]);
    await fixture.db.queryDynamic(link, [b.id, a.id, TODAY]);
    expect((await grantsOf(a))?.map((grant) => grant.onBehalfOf)).toEqual([undefined, b.id]);
  });

  it('is listed for the two it concerns and for administrators', async () => {
    const queries = new DelegationQueries(fixture.db);
    const id = await delegate(a, b);
    const seenBy = async (...who: Parameters<typeof asCaller>) =>
      (await queries.list(asCaller(...who), { limit: 200 })).delegations.some((delegation) => delegation.id === id);
    expect(await seenBy(a.id, a.name)).toBe(true);
    expect(await seenBy(b.id, b.name)).toBe(true);
    expect(await seenBy(c.id, c.name, 'head')).toBe(false);
    expect(await seenBy(99, 'guard', 'secadmin')).toBe(true);
    expect(await seenBy(99, 'root', 'sysadmin')).toBe(false);
  });
});
