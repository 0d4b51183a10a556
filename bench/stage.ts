import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { MIGRATIONS } from '../migrations/index.js';
import { type DatabaseRole, migrate, startEmbeddedPostgres } from '../src/platform/index.js';

export interface StageDatabase {
  /** Connection strings: `app` is what requests run as, `superuser` loads and measures. */
  url(role: DatabaseRole): string;
}

/** A PostgreSQL of this run alone, in a temporary folder, with the settings the product ships. */
export interface Stage {
  /** Files of the run; gone with it. */
  folder: string;
  /** A new, migrated database. */
  createDatabase(name: string): Promise<StageDatabase>;
  stop(): Promise<void>;
}

const silent = (): void => undefined;

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'qingpei-bench-'));
  // PostgreSQL runs under an account of its own when we are root.
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: folder, log: silent });
  const clearAway = (): void => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const interrupt = (): never => process.exit(130);
  process.once('exit', clearAway);
  process.once('SIGINT', interrupt);
  return {
    folder,
    async createDatabase(name) {
      await asSuperuser(server.url('superuser', 'postgres'), `CREATE DATABASE ${name} OWNER qingpei_owner`);
      const url = (role: DatabaseRole): string => server.url(role, name);
      await migrate({
        ownerUrl: url('owner'),
        appUrl: url('app'),
        workerUrl: url('worker'),
        migrations: MIGRATIONS,
        log: silent,
      });
      await asSuperuser(url('superuser'), 'CREATE EXTENSION pg_walinspect');
      return { url };
    },
    async stop() {
      process.off('exit', clearAway);
      process.off('SIGINT', interrupt);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
