import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

const FOLDER_PREFIX = 'qingpei-bench-';
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const silent = (): void => undefined;

export async function openStage(): Promise<Stage> {
  sweepAbandonedRuns();
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  // PostgreSQL runs under an account of its own when we are root.
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: folder, log: silent });
  const clearAway = (): void => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const interrupt = (): never => process.exit(130);
  process.once('exit', clearAway);
  for (const signal of SIGNALS) process.once(signal, interrupt);
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
      for (const signal of SIGNALS) process.off(signal, interrupt);
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

// After a kill -9 nothing was cleared away. PostgreSQL ends by itself when its folder has gone.
function sweepAbandonedRuns(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER_PREFIX))) {
    const owner = Number(name.slice(FOLDER_PREFIX.length).split('-')[0]);
    if (Number.isInteger(owner) && !isAlive(owner)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Alive, and another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
