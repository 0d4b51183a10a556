import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { StartupError } from '../startup/index.js';
import { runProgram } from './run-program.js';

/** The operating-system account that PostgreSQL runs under when we run as root, which PostgreSQL refuses to do. */
export interface ServerAccount {
  uid: number;
  gid: number;
}

/**
 * Chooses the account: nobody's business when we are not root; else the owner of an existing database folder, else
 * `postgres`, else `nobody`.
 */
export async function chooseServerAccount(databaseFolder: string): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await stat(databaseFolder).catch(() => undefined);
  if (existing !== undefined && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  const account = (await lookUp('postgres')) ?? (await lookUp('nobody'));
  if (account !== undefined) return account;
  throw new StartupError(
    'NO_SERVER_ACCOUNT',
    'PostgreSQL 不能以 root 身份运行，而本机没有 postgres 或 nobody 账户。请以普通用户启动，或设置 DATABASE_URL。',
  );
}

async function lookUp(name: string): Promise<ServerAccount | undefined> {
  const [uid, gid] = await Promise.all([numberOf(['-u', name]), numberOf(['-g', name])]);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

async function numberOf(args: string[]): Promise<number | undefined> {
  const { code, output } = await runProgram('id', args, {});
  return code === 0 ? Number(output) : undefined;
}

/** Refuses early, and by name, when a folder on the way is closed to the account: PostgreSQL itself only says "denied". */
export async function requireReachable(path: string, account: ServerAccount | undefined): Promise<void> {
  if (account === undefined) return;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) {
      throw new StartupError(
        'FOLDER_NOT_REACHABLE',
        `以 root 启动时，PostgreSQL 以系统账户 ${account.uid} 运行，但它无权进入目录 ${folder}（所需：${path}）。请执行 chmod o+x ${folder}，或把程序与 DATA_DIR 放到其他目录，或以普通用户启动。`,
      );
    }
    if (folder === dirname(folder)) return;
  }
}
