import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * `superuser` only provisions and locks; `owner` owns the schema and runs migrations; `app` is what requests run as, and
 * `worker` what jobs run as. The last two are neither superuser nor owner of any table.
 */
export type DatabaseRole = 'superuser' | 'owner' | 'app' | 'worker';

export const ROLE_NAMES: Record<DatabaseRole, string> = {
  superuser: 'postgres',
  owner: 'qingpei_owner',
  app: 'qingpei_app',
  worker: 'qingpei_worker',
};

export const DATABASE_NAME = 'qingpei';

export type Credentials = Record<DatabaseRole, string>;

/** Passwords of the embedded server, made once and readable only by the account that runs the product. */
export async function loadCredentials(dataDir: string): Promise<Credentials> {
  const folder = join(dataDir, 'keys');
  const file = join(folder, 'postgres.json');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh: Credentials = {
    superuser: newPassword(),
    owner: newPassword(),
    app: newPassword(),
    worker: newPassword(),
  };
  try {
    // `wx` lets exactly one of two processes that start together make the file.
    await writeFile(file, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return completed(file, JSON.parse(await readFile(file, 'utf8')) as Partial<Credentials>, fresh);
  }
}

/** A folder made by an earlier version lacks the roles that have come since. */
async function completed(file: string, known: Partial<Credentials>, fresh: Credentials): Promise<Credentials> {
  const all: Credentials = { ...fresh, ...known };
  if (Object.keys(known).length === Object.keys(fresh).length) return all;
  await writeFile(`${file}.new`, JSON.stringify(all), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return all;
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** A connection string to the embedded server, which listens on the loopback address alone. */
export function connectionUrl(
  credentials: Credentials,
  port: number,
  role: DatabaseRole,
  database = DATABASE_NAME,
): string {
  return `postgres://${ROLE_NAMES[role]}:${credentials[role]}@127.0.0.1:${port}/${database}`;
}
