import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../../migrations/index.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { dataSourceOptions, migrate, missingMigrations, type MigrationClass } from './index.js';

class AddNote9000000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE note (id int)');
  }
  async down(): Promise<void> {}
}

class Broken9000000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE half (id int)');
    await db.query('SELECT 1/0');
  }
  async down(): Promise<void> {}
}

describe('migrations', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.drop());

  async function run(migrations: MigrationClass[]): Promise<string[]> {
    const lines: string[] = [];
    const urls = { ownerUrl: database.ownerUrl, appUrl: database.url };
    await migrate({ ...urls, migrations, log: (line) => lines.push(line) });
    return lines;
  }

  it('run once, with a line each; two processes that start together take turns', async () => {
    expect(await missingMigrations(database.db, [...MIGRATIONS, AddNote9000000000001])).toEqual([
      'AddNote9000000000001',
    ]);
    const lines = await Promise.all([
      run([...MIGRATIONS, AddNote9000000000001]),
      run([...MIGRATIONS, AddNote9000000000001]),
    ]);
    expect(lines.flat()).toEqual([expect.stringContaining('AddNote9000000000001')]);
    expect(await missingMigrations(database.db, [...MIGRATIONS, AddNote9000000000001])).toEqual([]);
  });

  it('let the application use new tables but neither change them nor the list of migrations', async () => {
    await database.db.queryDynamic('INSERT INTO note VALUES (1)');
    await expect(database.db.queryDynamic('DROP TABLE note')).rejects.toThrow(/must be owner/);
    await expect(database.db.queryDynamic('DELETE FROM schema_migration')).rejects.toThrow(/permission denied/);
  });

  it('leave nothing of one that fails, and name it', async () => {
    await expect(run([...MIGRATIONS, AddNote9000000000001, Broken9000000000002])).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: expect.stringContaining('Broken9000000000002'),
    });
    const owner = await new DataSource(dataSourceOptions({ url: database.ownerUrl, poolSize: 1 })).initialize();
    expect(await owner.query(`SELECT to_regclass('half') AS half`)).toEqual([{ half: null }]);
    await owner.destroy();
  });

  it('refuse a schema newer than the code', async () => {
    await expect(run([...MIGRATIONS])).rejects.toMatchObject({
      code: 'SCHEMA_NEWER_THAN_CODE',
      message: expect.stringContaining('AddNote9000000000001'),
    });
  });

  it('say so when the database cannot be reached', async () => {
    const nowhere = 'postgres://nobody:nothing@127.0.0.1:1/none';
    const attempt = migrate({ ownerUrl: nowhere, appUrl: nowhere, migrations: [...MIGRATIONS], log: () => undefined });
    await expect(attempt).rejects.toMatchObject({ code: 'DATABASE_NOT_REACHABLE' });
  });
});
