import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

const LOCK_KEY = 7_146_001;
const GRACE_MS = 2_000;

/**
 * Takes the embedded database for this process. The lock is a session lock inside the server itself: it cannot outlive
 * its process, so a crash never leaves a folder that looks taken, and a reused process number confuses nobody.
 * @returns the connection that holds the lock, or the number of the process that has it
 */
export async function lockFolder(url: string, onLost: () => void): Promise<Client | string> {
  const client = new Client({ connectionString: url, application_name: `qingpei ${process.pid}`, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  // A predecessor that was just killed may take the server a moment to notice.
  for (const until = performance.now() + GRACE_MS; ; await delay(100)) {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [LOCK_KEY]);
    if (rows[0]?.held === true) break;
    if (performance.now() > until) {
      const holder = await findHolder(client);
      await client.end();
      return holder;
    }
  }
  client.on('error', onLost);
  return client;
}

async function findHolder(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT activity.application_name AS name
       FROM pg_locks AS lock JOIN pg_stat_activity AS activity USING (pid)
      WHERE lock.locktype = 'advisory' AND lock.granted AND lock.objid = $1`,
    [LOCK_KEY],
  );
  return rows[0]?.name.replace(/^qingpei /, '') ?? '?';
}
