import { chmod, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Client } from 'pg';
import { StartupError } from '../startup/index.js';
import { findBinaries } from './binaries.js';
import { connectionUrl, type DatabaseRole, loadCredentials } from './credentials.js';
import { createDatabaseFolder, giveTo, isInitialised, requireSameMajor } from './database-folder.js';
import { lockFolder } from './folder-lock.js';
import { isEnding, type Postmaster } from './postmaster-file.js';
import { provision } from './provision.js';
import { attachOrLaunch, type Server, shutDown } from './server.js';
import { chooseServerAccount, requireReachable } from './server-account.js';
import { openServerLog } from './server-log.js';

export interface EmbeddedPostgresOptions {
  dataDir: string;
  /** Receives one line per step that may take a while. */
  log: (line: string) => void;
  /** Told when the connection that guards the data folder broke: the server is gone or has restarted. */
  onLost?: () => void;
  /** Server settings on top of the launcher's own, for instance `{ fsync: 'off' }` for tests. */
  settings?: Record<string, string>;
  /** Use a server that another process of the product holds, instead of refusing; that process keeps it. */
  share?: boolean;
}

export interface EmbeddedPostgres {
  url(role: DatabaseRole, database?: string): string;
  /** Process number of the server. */
  pid: number;
  stop(): Promise<void>;
  /** Ends the server at once and without waiting, when there is no time for `stop`; it recovers on its next start. */
  kill(): void;
}

/**
 * Starts the PostgreSQL that comes with the product over `dataDir`, creating the cluster, its roles and its database on
 * the first start, and takes the folder for this process.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  await makeDataDir(dataDir);
  const server = await prepare(dataDir, options);
  const { postmaster, lock } = await take(server, () => options.onLost?.());
  const { pid, port } = postmaster;
  const url = (role: DatabaseRole, database?: string): string =>
    connectionUrl(server.credentials, port, role, database);
  if (typeof lock === 'string') {
    if (options.share !== true) throw folderTaken(dataDir, lock);
    return { url, pid, stop: () => Promise.resolve(), kill: () => undefined };
  }
  try {
    await provision(server.credentials, port);
  } catch (error) {
    await stop(server, pid, lock);
    throw error;
  }
  return { url, pid, stop: () => stop(server, pid, lock), kill: () => killNow(pid) };
}

// Between finding a server and locking it, its process may have told it to stop: then wait for that, and start it anew.
async function take(server: Server, onLost: () => void): Promise<{ postmaster: Postmaster; lock: Client | string }> {
  for (;;) {
    const postmaster = await attachOrLaunch(server);
    const url = connectionUrl(server.credentials, postmaster.port, 'superuser', 'postgres');
    try {
      return { postmaster, lock: await lockFolder(url, onLost) };
    } catch (error) {
      if (!(await isEnding(server.folder, postmaster.pid))) throw error;
    }
  }
}

// It may be gone already, and a forced end must not stumble over that.
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function folderTaken(dataDir: string, holder: string): StartupError {
  return new StartupError(
    'DATA_FOLDER_TAKEN',
    `数据目录 ${dataDir} 正被另一个青配进程使用（PID ${holder}）。请先停止该进程，或为本进程另设 DATA_DIR。`,
  );
}

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    const made = await mkdir(dataDir, { recursive: true });
    // A strict umask would close a folder we make ourselves to the server's account.
    if (made !== undefined) await chmod(dataDir, 0o711);
  } catch (cause) {
    throw new StartupError('DATA_FOLDER_NOT_WRITABLE', `无法建立数据目录 ${dataDir}。请检查权限，或另设 DATA_DIR。`, {
      cause,
    });
  }
}

async function prepare(dataDir: string, options: EmbeddedPostgresOptions): Promise<Server> {
  const folder = join(dataDir, 'postgres');
  const logFile = join(dataDir, 'logs', 'postgres.log');
  const binaries = await findBinaries();
  const account = await chooseServerAccount(folder);
  await requireReachable(binaries.initdb, account);
  await requireReachable(folder, account);
  const credentials = await loadCredentials(dataDir);
  await openServerLog(logFile);
  await giveTo(account, logFile);
  await requireReachable(logFile, account);
  if (!isInitialised(folder)) {
    options.log('首次启动：正在建立数据库（约需几秒）……');
    await createDatabaseFolder({ folder, binaries, account, superuserPassword: credentials.superuser });
  }
  await requireSameMajor(folder, binaries.major);
  const portFile = join(dataDir, 'postgres.port');
  return { folder, portFile, logFile, binaries, account, credentials, settings: options.settings ?? {} };
}

// The lock is held until the server is gone and ends with it: nobody can take a server that is about to stop.
async function stop(server: Server, pid: number, lock: Client): Promise<void> {
  lock.removeAllListeners('error');
  lock.on('error', () => undefined);
  await shutDown(server, pid);
}
