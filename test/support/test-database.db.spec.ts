import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MIGRATIONS } from '../../migrations/index.js';
import { createTestDatabase, type TestDatabase, warmPool } from './index.js';

describe('a database per test file', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 4 });
  });

  afterAll(() => database.drop());

  it('arrives migrated', async () => {
    const { rows } = await database.db.queryDynamic<{ name: string }>('SELECT name FROM schema_migration ORDER BY id');
    expect(rows.map((row) => row.name)).toEqual(MIGRATIONS.map((migration) => migration.name));
  });

  it('shares nothing with another', async () => {
    const other = await createTestDatabase({ poolSize: 1 });
    try {
      const name = 'SELECT current_database() AS name';
      const [mine, theirs] = await Promise.all([
        database.db.queryDynamic<{ name: string }>(name),
        other.db.queryDynamic<{ name: string }>(name),
      ]);
      expect(mine.rows[0]?.name).not.toBe(theirs.rows[0]?.name);
    } finally {
      await other.drop();
    }
  });

  it('opens the whole pool when asked to warm it', async () => {
    await warmPool(database, 4);
    const { rows } = await database.db.queryDynamic<{ open: number }>(
      'SELECT count(*) AS open FROM pg_stat_activity WHERE datname = current_database()',
    );
    expect(rows).toEqual([{ open: 4 }]);
  });
});
