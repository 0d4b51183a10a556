import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../startup/index.js';
import type { Binaries } from './binaries.js';
import { runProgram } from './run-program.js';
import type { ServerAccount } from './server-account.js';

interface CreateOptions {
  folder: string;
  binaries: Binaries;
  account: ServerAccount | undefined;
  superuserPassword: string;
}

/** True once the folder holds a complete database cluster. */
export function isInitialised(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'));
}

/**
 * Creates the cluster beside its final place and moves it there whole: a process killed half-way leaves nothing that
 * could be mistaken for a database.
 */
export async function createDatabaseFolder(options: CreateOptions): Promise<void> {
  const draft = `${options.folder}.draft-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const passwordFile = `${draft}.password`;
  await writeFile(passwordFile, options.superuserPassword, { mode: 0o600 });
  try {
    await giveTo(options.account, draft, passwordFile);
    await runInitdb(options, draft, passwordFile);
    await rename(draft, options.folder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function runInitdb(options: CreateOptions, draft: string, passwordFile: string): Promise<void> {
  const args = ['-D', draft, '-U', 'postgres', '-E', 'UTF8', '--locale=C'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  args.push('-A', 'scram-sha-256', `--pwfile=${passwordFile}`);
  const { code, output } = await runProgram(options.binaries.initdb, args, { account: options.account });
  if (code === 0) return;
  throw new StartupError('DATABASE_NOT_CREATED', `无法在 ${options.folder} 建立数据库：\n${output}`);
}

/** Hands files to the account the server runs under; nothing to do when that is our own. */
export async function giveTo(account: ServerAccount | undefined, ...paths: string[]): Promise<void> {
  if (account === undefined) return;
  for (const path of paths) await chown(path, account.uid, account.gid);
}

/** Refuses a folder written by another major version: PostgreSQL cannot read it, and upgrading is a deliberate act. */
export async function requireSameMajor(folder: string, major: number): Promise<void> {
  const found = Number((await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim());
  if (found === major) return;
  throw new StartupError(
    'DATABASE_VERSION_DIFFERS',
    `数据目录 ${folder} 由 PostgreSQL ${found} 建立，当前内置版本为 ${major}。请使用原版本的程序导出数据后再升级，或另设 DATA_DIR。`,
  );
}
