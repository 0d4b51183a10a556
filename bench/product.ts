import type { NestExpressApplication } from '@nestjs/platform-express';
import { FIRST_START_TASKS } from '../src/app.module.js';
import { createApp } from '../src/create-app.js';
import { asWorker, Clock, Db, MovableClock, readConfig } from '../src/platform/index.js';
import { ON_PAPER } from '../test/support/paper-policy.js';
import type { Stage, StageDatabase } from './stage.js';

/** The day on which the benchmark's city stands: long enough before the next holiday for a public notice. */
export const TODAY = '2026-03-16';
const PASSWORD = 'bench-only-password';

export interface Product {
  app: NestExpressApplication;
  origin: string;
  db: Db;
  /** Signs in one of the sample accounts, which hold the whole tree; returns the cookie. */
  signIn(username: string): Promise<string>;
  moveClockTo(day: string): Promise<void>;
  close(): Promise<void>;
}

/** The product as the server runs it, in this process, over an empty or loaded database. */
export async function openProduct(stage: Stage, database: StageDatabase): Promise<Product> {
  const config = readConfig({
    PROFILE: 'sample',
    SAMPLE_CITY: 'off',
    SAMPLE_PASSWORD: PASSWORD,
    SAMPLE_TODAY: TODAY,
    DATA_DIR: stage.folder,
    PORT: '0',
    // Requests are counted as everywhere, but never too many.
    CHANGES_PER_MINUTE: '1000000',
  });
  const app = await createApp({ config, databaseUrl: database.url('app'), workerUrl: database.url('worker') }, false);
  await app.init();
  await asWorker('first-start', async () => {
    await keepLawOnPaper(app.get(Db, { strict: false }));
    for (const type of FIRST_START_TASKS) {
      const task = app.get(type, { strict: false });
      if (await task.isNeeded()) await task.run(() => undefined);
    }
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const origin = `http://127.0.0.1:${port}`;
  return {
    app,
    origin,
    db: app.get(Db, { strict: false }),
    signIn: (username) => signIn(origin, username),
    moveClockTo: (day) => app.get<Clock, MovableClock>(Clock, { strict: false }).moveTo(day),
    close: () => app.close(),
  };
}

/** What is measured is the step itself; the law's preparations are measured nowhere yet. */
async function keepLawOnPaper(db: Db): Promise<void> {
  const text = `INSERT INTO policy_version (version, body, note) VALUES (2, $1, 'bench') ON CONFLICT DO NOTHING`;
  await db.transaction((tx) => tx.queryDynamic(text, [JSON.stringify(ON_PAPER)]));
}

async function signIn(origin: string, username: string): Promise<string> {
  const response = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!response.ok || cookie === undefined) throw new Error(`${username} cannot sign in: ${await response.text()}`);
  return cookie;
}

/** One request of a signed-in person; anything but success ends the run. */
export async function call<T>(product: Product, cookie: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${product.origin}${path}`, {
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}
