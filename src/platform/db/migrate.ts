import { DataSource, type MigrationInterface, MigrationExecutor, type QueryRunner } from 'typeorm';
import { StartupError } from '../startup/index.js';
import { dataSourceOptions, roleOf } from './data-source.js';
import { admitWorker } from './admit-worker.js';
import type { Db } from './db.js';

export type MigrationClass = new () => MigrationInterface;

export interface MigrateOptions {
  /** Connection string of the role that owns the schema. */
  ownerUrl: string;
  /** Connection string of the role that requests run as; it is granted rows, never tables. */
  appUrl: string;
  /** Connection string of the role that jobs run as; it sees the rows of every unit. */
  workerUrl?: string;
  migrations: MigrationClass[];
  log: (line: string) => void;
}

const LOCK_KEY = 7_146_002;

/**
 * Brings the schema to the code's version, each migration in a transaction of its own, and refuses a schema that is
 * newer than the code. Processes that start together take turns.
 */
export async function migrate({ ownerUrl, appUrl, workerUrl, migrations, log }: MigrateOptions): Promise<void> {
  const dataSource = new DataSource({ ...dataSourceOptions({ url: ownerUrl, poolSize: 1 }), migrations });
  await connect(dataSource);
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
    // The owner is bound by the rules of the rows as well, and a migration must see them all.
    await runner.query(`SET qingpei.scope = '*'`);
    const executor = new MigrationExecutor(dataSource, runner);
    await refuseNewerSchema(executor, migrations);
    const appRole = roleOf(appUrl) === roleOf(ownerUrl) ? undefined : quoted(roleOf(appUrl));
    if (appRole !== undefined) await grantRows(runner, appRole);
    const pending = await executor.getPendingMigrations();
    for (const [index, migration] of pending.entries()) {
      log(`数据库升级 ${index + 1}/${pending.length}：${migration.name}`);
      await runOne(runner, migration.name, () => executor.executeMigration(migration));
    }
    if (appRole !== undefined) await runner.query(`REVOKE INSERT, UPDATE, DELETE ON schema_migration FROM ${appRole}`);
    if (workerUrl !== undefined) await admitWorker(runner, { app: roleOf(appUrl), worker: roleOf(workerUrl) });
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

/** Names of migrations the code has and the database lacks, read by the role that requests run as. */
export async function missingMigrations(db: Db, migrations: MigrationClass[]): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>('schema-version', 'SELECT name FROM schema_migration');
  const done = new Set(rows.map((row) => row.name));
  return migrations.map((migration) => migration.name).filter((name) => !done.has(name));
}

async function connect(dataSource: DataSource): Promise<void> {
  try {
    await dataSource.initialize();
  } catch (cause) {
    throw new StartupError('DATABASE_NOT_REACHABLE', `无法连接数据库：${(cause as Error).message}`, { cause });
  }
}

async function refuseNewerSchema(executor: MigrationExecutor, migrations: MigrationClass[]): Promise<void> {
  const known = new Set(migrations.map((migration) => migration.name));
  const executed = await executor.getExecutedMigrations();
  const unknown = executed.map((migration) => migration.name).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new StartupError(
    'SCHEMA_NEWER_THAN_CODE',
    `数据库结构比程序新（schema newer than the code）：程序不认识 ${unknown.join('、')}。请升级程序后再启动；数据未作任何改动。`,
  );
}

// Default privileges also cover tables that later migrations create; a migration may still take a right away.
async function grantRows(runner: QueryRunner, role: string): Promise<void> {
  const inPublic = 'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT';
  await runner.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
  await runner.query(`${inPublic} SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role}`);
  await runner.query(`${inPublic} USAGE ON SEQUENCES TO ${role}`);
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

async function runOne(runner: QueryRunner, name: string, work: () => Promise<unknown>): Promise<void> {
  await runner.startTransaction();
  try {
    await work();
    await runner.commitTransaction();
  } catch (cause) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw new StartupError('MIGRATION_FAILED', `数据库升级 ${name} 失败，已撤销：${(cause as Error).message}`, {
      cause,
    });
  }
}
