import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * `superuser` only provisions and locks; `owner` owns the schema and runs migrations; `app` is what requests run as. The
 * last is neither superuser nor owner of any table, because both bypass row-level security.
 */
export type DatabaseRole = 'superuser' | 'owner' | 'app';

export const ROLE_NAMES: Record<DatabaseRole, string> = {
  superuser: 'postgres',
  owner: 'qingpei_owner',
  app: 'qingpei_app',
};

export const DATABASE_NAME = 'qingpei';

export type Credentials = Record<DatabaseRole, string>;

/** Passwords of the embedded server, made once and readable only by the account that runs the product. */
export async function loadCredentials(dataDir: string): Promise<Credentials> {
  const folder = join(dataDir, 'keys');
  const file = join(folder, 'postgres.json');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh: Credentials = { superuser: newPassword(), owner: newPassword(), app: newPassword() };
  try {
    // `wx` lets exactly one of two processes that start together make the file.
    await writeFile(file, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return JSON.parse(await readFile(file, 'utf8')) as Credentials;
  }
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
