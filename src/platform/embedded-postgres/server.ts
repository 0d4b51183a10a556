import { realpath } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { StartupError } from '../startup/index.js';
import type { Binaries } from './binaries.js';
import { connectionUrl, type Credentials } from './credentials.js';
import { choosePort } from './port.js';
import { forgetDeadPostmaster, isPostmasterAlive, type Postmaster, readPostmaster } from './postmaster-file.js';
import { runProgram } from './run-program.js';
import type { ServerAccount } from './server-account.js';
import { tailOf } from './server-log.js';

/** Everything needed to run the server over one database folder. */
export interface Server {
  folder: string;
  portFile: string;
  logFile: string;
  binaries: Binaries;
  account: ServerAccount | undefined;
  credentials: Credentials;
  settings: Record<string, string>;
}

const POLL_MS = 50;
const SETTLE_MS = 60_000;
const START_ATTEMPTS = 4;

/** Attaches to a server that outlived its node process, or starts one; waits for a dying one to be gone first. */
export async function attachOrLaunch(server: Server): Promise<Postmaster> {
  const survivor = await findSurvivor(server);
  return survivor ?? launch(server);
}

async function findSurvivor(server: Server): Promise<Postmaster | undefined> {
  for (const until = performance.now() + SETTLE_MS; performance.now() < until; await delay(POLL_MS)) {
    const postmaster = await readPostmaster(server.folder);
    if (postmaster === undefined) return undefined;
    if (!(await isPostmasterAlive(postmaster.pid))) {
      await forgetDeadPostmaster(server.folder, postmaster.pid);
      return undefined;
    }
    if (postmaster.status === 'ready' && (await isOurs(server, postmaster.port))) return postmaster;
  }
  throw new StartupError(
    'DATABASE_NOT_SETTLED',
    `数据目录 ${server.folder} 中已有一个 PostgreSQL 进程，但 ${SETTLE_MS / 1000} 秒内既未就绪也未退出。${tailOf(server.logFile)}`,
  );
}

// Another server may by now listen where the file says ours did: ask for the folder before trusting it.
async function isOurs(server: Server, port: number): Promise<boolean> {
  const client = new Client({ connectionString: connectionUrl(server.credentials, port, 'superuser', 'postgres') });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return (await realpath(rows[0]?.data_directory ?? '')) === (await realpath(server.folder));
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function launch(server: Server): Promise<Postmaster> {
  const common = ['-D', server.folder, '-w', '-t', '300', '-l', server.logFile];
  let output = '';
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
    // A port can be taken between choosing and using it, and children of a crashed server need a moment to leave.
    const port = await choosePort(server.portFile);
    const result = await pgCtl(server, 'start', ...common, '-o', optionsFor(server, port));
    const postmaster = await readPostmaster(server.folder);
    if (result.code === 0 && postmaster !== undefined) return postmaster;
    output = result.output;
    await delay(500 * attempt);
  }
  throw new StartupError('DATABASE_NOT_STARTED', `内置 PostgreSQL 无法启动。${output}\n${tailOf(server.logFile)}`);
}

function optionsFor(server: Server, port: number): string {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    // Errors of statements quote them and their values, and values can be names: the server's log is about the server.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    ...server.settings,
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/**
 * Ends this very server: first letting it finish its checkpoint, and by force if it does not. Goes by process number,
 * because `pg_ctl stop` would wait for, and then kill, a successor that someone starts in the same folder meanwhile.
 */
export async function shutDown(server: Server, pid: number): Promise<void> {
  for (const [signal, patienceMs] of [
    ['INT', 60_000],
    ['QUIT', 10_000],
  ] as const) {
    if (!(await isPostmasterAlive(pid))) return;
    await pgCtl(server, 'kill', signal, String(pid));
    for (const until = performance.now() + patienceMs; performance.now() < until; await delay(POLL_MS)) {
      if (!(await isPostmasterAlive(pid))) return;
    }
  }
}

function pgCtl(server: Server, ...args: string[]): Promise<{ code: number | null; output: string }> {
  return runProgram(server.binaries.pgCtl, args, { account: server.account });
}
