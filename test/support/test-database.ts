import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { dataSourceOptions, Db, WHOLE_TREE } from '../../src/platform/db/index.js';
import { testServer, withDatabase } from './test-server-info.js';

export interface TestDatabase {
  /** Connection string of the role that requests run as. */
  url: string;
  /** Connection string of the role that jobs run as. */
  workerUrl: string;
  /** Connection string of the role that owns the schema, for what the product's role may not do. */
  ownerUrl: string;
  dataSource: DataSource;
  db: Db;
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Most connections at once; races need more than the default of 10. */
  poolSize?: number;
  entities?: DataSourceOptions['entities'];
}

/** A migrated database of its own for one test file: cloned from the template, dropped by `drop()`. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = testServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin((admin) =>
    admin.query(`CREATE DATABASE ${name} TEMPLATE ${server.template} OWNER "${new URL(server.ownerUrl).username}"`),
  );
  const url = withDatabase(server.appUrl, name);
  const settings = dataSourceOptions({ url, poolSize: options.poolSize ?? 10 });
  const dataSource = await new DataSource({ ...settings, entities: options.entities ?? [] }).initialize();
  return {
    url,
    workerUrl: withDatabase(server.workerUrl, name),
    ownerUrl: seeingAll(withDatabase(server.ownerUrl, name)),
    dataSource,
    // Tests arrange and look behind every unit's walls; what runs for somebody says so itself.
    db: new Db(dataSource, { scopeOutside: WHOLE_TREE }),
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** The owner is bound by the rules of the rows too. */
function seeingAll(url: string): string {
  const changed = new URL(url);
  changed.searchParams.set('options', '-c qingpei.scope=*');
  return changed.href;
}

/** Opens every connection of the pool first: a cold pool hides races by opening connections one after another. */
export async function warmPool(database: TestDatabase, connections: number): Promise<void> {
  const runners = Array.from({ length: connections }, () => database.dataSource.createQueryRunner());
  await Promise.all(runners.map((runner) => runner.connect()));
  await Promise.all(runners.map((runner) => runner.release()));
}

async function asAdmin(work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: testServer().adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
