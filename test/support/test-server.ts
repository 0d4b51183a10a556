import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { MIGRATIONS } from '../../migrations/index.js';
import { migrate } from '../../src/platform/db/index.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.js';
import { publishTestServer, type TestServer, withDatabase } from './test-server-info.js';

const FOLDER_PREFIX = 'qingpei-test-';

// Test databases are thrown away: durability against a power cut is the one thing nobody tests here.
const FAST_SETTINGS = { fsync: 'off', full_page_writes: 'off', max_connections: '300', autovacuum: 'off' };

let embedded: EmbeddedPostgres | undefined;
let folder: string | undefined;

/** Starts the server of this run, migrates the template database and tells the workers where both are. */
export async function startTestServer(): Promise<void> {
  sweepAbandonedRuns();
  const server = await chooseServer();
  await makeTemplate(server);
  publishTestServer(server);
}

export async function stopTestServer(): Promise<void> {
  await embedded?.stop();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  embedded = undefined;
  folder = undefined;
}

async function chooseServer(): Promise<TestServer> {
  const template = `qingpei_template_${process.pid}`;
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) return { adminUrl: given, ownerUrl: given, appUrl: given, workerUrl: given, template };
  folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  chmodSync(folder, 0o711);
  embedded = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined, settings: FAST_SETTINGS });
  process.once('exit', killWhenInterrupted);
  return {
    adminUrl: embedded.url('superuser', 'postgres'),
    ownerUrl: embedded.url('owner'),
    appUrl: embedded.url('app'),
    workerUrl: embedded.url('worker'),
    template,
  };
}

async function makeTemplate(server: TestServer): Promise<void> {
  const client = new Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${server.template}`);
    const owner = new URL(server.ownerUrl).username;
    await client.query(`CREATE DATABASE ${server.template} OWNER "${owner}"`);
  } finally {
    await client.end();
  }
  const ownerUrl = withDatabase(server.ownerUrl, server.template);
  const appUrl = withDatabase(server.appUrl, server.template);
  const workerUrl = withDatabase(server.workerUrl, server.template);
  await migrate({ ownerUrl, appUrl, workerUrl, migrations: MIGRATIONS, log: () => undefined });
}

// Jest does not run its teardown on Ctrl-C.
function killWhenInterrupted(): void {
  if (embedded === undefined || folder === undefined) return;
  stopProcess(embedded.pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true });
}

// After a kill -9 of Jest nothing ran at all: the next run clears away what the dead one left.
function sweepAbandonedRuns(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER_PREFIX))) {
    const owner = Number(name.slice(FOLDER_PREFIX.length).split('-')[0]);
    if (stopProcess(owner, 0)) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function stopProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
