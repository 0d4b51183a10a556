import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, makeScratchFolder, type TestDatabase } from '../../../test/support/index.js';
import { recordAct, recordAlone } from '../../platform/audit/index.js';
import { act, asOwner, countOf } from '../audit.fixture.js';
import { readAnchors } from '../chain/anchors.js';
import { sealRecords } from '../chain/seal-records.js';
import { verifyChain } from '../chain/verify-chain.js';
import { removeOldMonths } from './months.js';

const monthsAgo = (n: number): string =>
  `(date_trunc('month', now() AT TIME ZONE 'UTC') - interval '${n} months')::date`;

describe('the rights over the audit', () => {
  let database: TestDatabase;
  let partition: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    await recordAlone(database.db, act());
    await sealRecords(database.db);
    const { rows } = await database.db.queryDynamic<{ name: string }>(
      'SELECT tableoid::regclass::text AS name FROM audit_record',
    );
    partition = rows[0]!.name;
  });
  afterAll(() => database.drop());

  const CHANGES = (table: string): string[] => [
    `UPDATE ${table} SET result = 'done'`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table}`,
  ];

  it('let the product add and read, and nothing else, by whatever name', async () => {
    const seals = ['UPDATE audit_seal SET seq = 9', 'DELETE FROM audit_seal', 'TRUNCATE audit_seal'];
    const months = [`INSERT INTO audit_removed_month VALUES ('2020-01-01', 36)`, 'DELETE FROM audit_removed_month'];
    const ddl = [`DROP TABLE ${partition}`, 'ALTER TABLE audit_record DISABLE TRIGGER USER'];
    const byName = [`INSERT INTO ${partition} SELECT * FROM audit_record`, `SELECT * FROM ${partition}`];
    const removal = ['SELECT audit_remove_months(36)', `SELECT audit_add_month('2020-01-01')`];
    for (const text of [
      ...CHANGES('audit_record'),
      ...CHANGES(partition),
      ...seals,
      ...months,
      ...ddl,
      ...byName,
      ...removal,
    ]) {
      await expect(database.db.queryDynamic(text)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it.each(['at', 'id', 'tx'])('leave the %s of a record to the database', async (column) => {
    const value = column === 'at' ? 'now()' : '1';
    const text = `INSERT INTO audit_record (${column}, event, object_type, action, result) VALUES (${value}, 'a', 'b', 'c', 'done')`;
    await expect(database.db.queryDynamic(text)).rejects.toThrow('permission denied');
  });

  it('keep the owner from changing a row, directly or in its partition', async () => {
    for (const text of [...CHANGES('audit_record'), ...CHANGES(partition), ...CHANGES('audit_seal').slice(1)]) {
      await expect(asOwner(database.ownerUrl, text)).rejects.toThrow('history');
    }
    expect(await countOf(database.db, 'audit_record')).toBe(1);
  });

  it('leave no record of what was rolled back, and none without its change', async () => {
    const before = await countOf(database.db, 'audit_record');
    const failing = database.db.transaction(async (tx) => {
      await recordAct(tx, act());
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    const badRecord = database.db.transaction(async (tx) => {
      await tx.query('test-setting', `INSERT INTO app_setting (key, value) VALUES ('with-bad-record', '1')`);
      await recordAct(tx, act({ result: null as unknown as string }));
    });
    await expect(badRecord).rejects.toThrow('null value');
    const { rowCount } = await database.db.queryDynamic(`SELECT FROM app_setting WHERE key = 'with-bad-record'`);
    expect([rowCount, await countOf(database.db, 'audit_record')]).toEqual([0, before]);
  });
});

describe('the months of the audit', () => {
  let database: TestDatabase;
  let folder: Awaited<ReturnType<typeof makeScratchFolder>>;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await makeScratchFolder();
    for (const n of [5, 6, 7, 36, 37]) {
      await asOwner(
        database.ownerUrl,
        `SELECT audit_add_month(${monthsAgo(n)});
         INSERT INTO audit_record (at, event, object_type, action, result)
         VALUES (${monthsAgo(n)}::timestamp AT TIME ZONE 'UTC', 'change', 'proposal', 'SUBMIT', 'done')`,
      );
    }
    await sealRecords(database.db);
  });
  afterAll(async () => {
    await database.drop();
    await folder.remove();
  });

  const months = async (): Promise<number[]> => {
    const { rows } = await database.db.queryDynamic<{ ago: number }>(
      `SELECT (extract(year FROM age) * 12 + extract(month FROM age))::int AS ago
       FROM audit_record, age(date_trunc('month', now() AT TIME ZONE 'UTC'), at AT TIME ZONE 'UTC') ORDER BY 1`,
    );
    return rows.map(({ ago }) => ago);
  };

  it.each([5, 0, -1])('are not removed before six months are over, not even for the owner: %i', async (keep) => {
    await expect(removeOldMonths(database.ownerUrl, keep)).rejects.toThrow('at least 6 months');
    await expect(asOwner(database.ownerUrl, 'SELECT audit_remove_months(NULL)')).rejects.toThrow('at least 6 months');
    expect(await months()).toEqual([5, 6, 7, 36, 37]);
  });

  it('are removed whole once the time kept is over, and the chain stays whole without them', async () => {
    expect(await removeOldMonths(database.ownerUrl)).toHaveLength(1);
    expect(await months()).toEqual([5, 6, 7, 36]);
    expect(await removeOldMonths(database.ownerUrl, 6)).toHaveLength(2);
    expect(await months()).toEqual([5, 6]);
    const report = await verifyChain(database.db, await readAnchors(folder.path));
    expect(report).toMatchObject({ seals: 5, records: 2, faults: 0 });
  });

  it('that somebody dropped by hand are missed', async () => {
    const [row] = await asOwner<{ name: string }>(
      database.ownerUrl,
      'SELECT tableoid::regclass::text AS name FROM audit_record ORDER BY at LIMIT 1',
    );
    await asOwner(database.ownerUrl, `DROP TABLE ${row!.name}`);
    expect((await verifyChain(database.db, [])).first).toEqual([expect.objectContaining({ kind: 'record-missing' })]);
  });

  it('without a partition fail the act instead of collecting it elsewhere', async () => {
    const insert = `INSERT INTO audit_record (at, event, object_type, action, result)
      VALUES (now() + interval '5 years', 'change', 'proposal', 'SUBMIT', 'done')`;
    await expect(asOwner(database.ownerUrl, insert)).rejects.toThrow('no partition');
  });

  it('are made ahead by the product itself, closed to it like all others', async () => {
    await database.db.queryDynamic('SELECT audit_prepare_months(7)');
    await database.db.queryDynamic('SELECT audit_prepare_months(7)');
    const [row] = await asOwner<{ name: string }>(
      database.ownerUrl,
      `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
       WHERE i.inhparent = 'audit_record'::regclass ORDER BY 1 DESC LIMIT 1`,
    );
    await expect(database.db.queryDynamic(`DELETE FROM ${row!.name}`)).rejects.toThrow('permission denied');
    await expect(asOwner(database.ownerUrl, `TRUNCATE ${row!.name}`)).rejects.toThrow('history');
    await expect(database.db.queryDynamic('SELECT audit_prepare_months(1000)')).rejects.toThrow('0 to 24');
  });
});
