import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '../../support/index.js';
import type { Doom } from './doomed-process.js';

const SCRIPT = fileURLToPath(new URL('doomed-process.mjs', import.meta.url));

export interface Ending {
  signal: NodeJS.Signals | null;
  /** Names of the statements it ran; empty when it was killed. */
  statements: string[];
}

/** Runs a process of its own to its end, then waits until the database has noticed. */
export async function runDoomed(database: TestDatabase, doom: Omit<Doom, 'url'>): Promise<Ending> {
  const ending = await run({ ...doom, url: database.url });
  await connectionsGone(database);
  return ending;
}

function run(doom: Doom): Promise<Ending> {
  const child = spawn(process.execPath, [SCRIPT], {
    env: { ...process.env, NODE_OPTIONS: '', DOOM: JSON.stringify(doom) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === null && code !== 0) reject(new Error(`the process failed by itself: ${errors}`));
      else resolve({ signal, statements: signal === null ? (JSON.parse(output) as string[]) : [] });
    });
  });
}

/** A commit that was already on its way is carried out by the server after its client has died. */
async function connectionsGone({ db }: TestDatabase): Promise<void> {
  for (;;) {
    const { rows } = await db.queryDynamic<{ alive: number }>(
      `SELECT count(*) AS alive FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'doomed'`,
    );
    if (rows[0]?.alive === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
