import { Client } from 'pg';
import { StartupError } from '../startup/index.js';

const LOCK_KEY = 7_146_003;

/**
 * Lets processes that start together on one database do so one after the other: the first fills it, the others find it
 * filled. Whoever dies meanwhile gives the turn up.
 *
 * @param ownerUrl connection string of the owner
 * @param log told when others go first
 * @param work what must not be done by two at once
 * @refuses DATABASE_NOT_REACHABLE (thrown)
 */
export async function takeTurns(
  ownerUrl: string,
  log: (line: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  // The work has connections of its own and notices by itself when the database goes away.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new StartupError('DATABASE_NOT_REACHABLE', `无法连接数据库：${(cause as Error).message}`, { cause });
  }
  try {
    const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [LOCK_KEY]);
    if (rows[0]?.free !== true) {
      log('另一进程正在启动，等待其完成……');
      await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
    }
    await work();
  } finally {
    await client.end().catch(() => undefined);
  }
}
