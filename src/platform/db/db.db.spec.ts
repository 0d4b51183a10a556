import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import type { Statement, Tx } from './index.js';

describe('the door to the database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 2 });
  });

  beforeEach(() => database.db.queryDynamic(`DELETE FROM app_setting`));
  afterAll(() => database.drop());

  const put = (tx: Tx, key: string): Promise<unknown> =>
    tx.query('test-put', `INSERT INTO app_setting (key, value) VALUES ($1, '1')`, [key]);
  const keys = async (): Promise<string[]> =>
    (await database.db.query<{ key: string }>('test-keys', 'SELECT key FROM app_setting ORDER BY key')).rows.map(
      (row) => row.key,
    );

  it('keeps what a transaction wrote, and nothing of one that threw', async () => {
    await database.db.transaction((tx) => put(tx, 'kept'));
    const failing = database.db.transaction(async (tx) => {
      await put(tx, 'lost');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await keys()).toEqual(['kept']);
  });

  it('does not pretend to have committed when a failed statement was swallowed', async () => {
    const pretending = database.db.transaction(async (tx) => {
      await put(tx, 'lost');
      await tx.queryDynamic('SELECT 1/0').catch(() => undefined);
    });
    await expect(pretending).rejects.toThrow(/swallowed/);
    expect(await keys()).toEqual([]);
  });

  it('refuses a transaction that is used after its end', async () => {
    let escaped: Tx | undefined;
    await database.db.transaction((tx) => {
      escaped = tx;
      return Promise.resolve();
    });
    await expect(put(escaped as Tx, 'late')).rejects.toThrow(/has ended/);
  });

  it('gives connections back after failures', async () => {
    for (let round = 0; round < 5; round++) {
      await expect(database.db.queryDynamic('SELECT nonsense')).rejects.toThrow(/nonsense/);
      await expect(database.db.transaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    }
    expect(await keys()).toEqual([]);
  });

  it('prepares a named statement once per connection', async () => {
    await database.db.transaction(async (tx) => {
      for (const number of [1, 2, 3]) await tx.query('test-echo', 'SELECT $1::int AS number', [number]);
      const { rows } = await tx.queryDynamic<{ uses: number }>(
        `SELECT generic_plans + custom_plans AS uses FROM pg_prepared_statements WHERE name = 'test-echo'`,
      );
      expect(rows).toEqual([{ uses: 3 }]);
    });
  });

  it('reports every statement, transaction bounds included, and never a value', async () => {
    const seen: Statement[] = [];
    const stop = database.db.onStatement((statement) => seen.push(statement));
    await database.db.transaction((tx) => put(tx, 'secret'));
    stop();
    await keys();
    expect(seen.map((statement) => statement.name)).toEqual(['begin', 'test-put', 'commit']);
    expect(JSON.stringify(seen)).not.toContain('secret');
  });

  it('reads days as text, big integers as numbers, exact decimals as text and instants as dates', async () => {
    const { rows } = await database.db.queryDynamic(
      `SELECT '2026-06-30'::date AS day, ARRAY['2026-06-30'::date] AS days, 9007199254740991::bigint AS big,
              ARRAY[1, NULL]::bigint[] AS bigs, 0.10::numeric AS exact, '2026-06-30T00:00+08'::timestamptz AS instant`,
    );
    expect(rows).toEqual([
      {
        day: '2026-06-30',
        days: ['2026-06-30'],
        big: 9_007_199_254_740_991,
        bigs: [1, null],
        exact: '0.10',
        instant: new Date('2026-06-29T16:00:00Z'),
      },
    ]);
    await expect(database.db.queryDynamic('SELECT 9007199254740992::bigint')).rejects.toThrow(RangeError);
  });
});
