import { Client } from 'pg';
import { CardUpkeep, Jobs, Relay, ReminderSweep } from '../src/engine/index.js';
import { Clock, type MovableClock } from '../src/platform/index.js';
import { prepareQueueStore, type QueueStoreSettings } from '../src/platform/queue/index.js';
import { hasRedis, RedisServer } from '../test/support/redis-server.js';
import type { LoadedCity } from './city.js';
import { bullAlone } from './lateness-bull.js';
import { loadDeadlines } from './lateness-data.js';
import { quantile } from './numbers.js';
import type { LatenessScale } from './scale.js';
import { openProduct, type Product } from './product.js';
import { statementsOf } from './statement-meter.js';
import { printTable } from './table.js';

/** What one way of reminding came to. */
export interface Lateness {
  name: string;
  latenessMs: readonly number[];
  statements?: number;
}

const LOOK_MS = 25;

/** How late reminders are when many fall due within a minute, with many others waiting; beside BullMQ by itself. */
export async function benchLateness(city: LoadedCity, scale: LatenessScale): Promise<void> {
  const url = city.database.url('worker');
  await prepareQueueStore(city.database.url('owner'), url);
  const { results, told } = await byProduct(city, scale, url);
  // By itself the library owns its tables: adding jobs in bulk makes sequences, which the product's role may not.
  results.push(...(await byBull({ databaseUrl: city.database.url('owner') }, 'embedded PostgreSQL', scale)));
  if (hasRedis()) {
    const redis = await RedisServer.start();
    results.push(...(await byBull({ redisUrl: redis.url }, 'Redis', scale)));
    await redis.stop();
  }
  const { due, pending, jobs } = scale;
  printTable(
    `Lateness of ${due} deadlines, ${pending} others pending (${jobs} delayed jobs beside BullMQ's own)`,
    ['what', 'p50 ms', 'p99 ms', 'last ms', 'statements per deadline'],
    results.map((result) => rowOf(result, due)),
  );
  const { notices, perSecond, statements, commits } = told;
  console.log(
    `notices delivered: ${notices}, ${perSecond.toFixed(0)} a second, one process; ` +
      `${(statements / notices).toFixed(3)} statements and ${(commits / notices).toFixed(3)} commits each`,
  );
}

function rowOf({ name, latenessMs, statements }: Lateness, due: number): string[] {
  const quantiles = [0.5, 0.99, 1].map((share) => quantile(latenessMs, share).toFixed(0));
  return [name, ...quantiles, statements === undefined ? '' : (statements / due).toFixed(3)];
}

/** Each takes minutes: said as soon as it is known. */
function note(result: Lateness, { due }: LatenessScale): Lateness {
  console.log(rowOf(result, due).join(' | '));
  return result;
}

/** All at once, as reminders of days fall due when the working day begins; and one after the other. */
const shapesOf = ({ spreadMs }: LatenessScale): readonly (readonly [name: string, spreadMs: number])[] => [
  ['all at one moment', 0],
  [`within ${spreadMs / 1000} s`, spreadMs],
];

async function byProduct(
  city: LoadedCity,
  scale: LatenessScale,
  url: string,
): Promise<{ results: Lateness[]; told: Delivered }> {
  const superuser = new Client({ connectionString: city.database.url('superuser') });
  await superuser.connect();
  const product = await openProduct(city.stage, city.database);
  const clock = product.app.get<Clock, MovableClock>(Clock, { strict: false });
  await clock.moveAhead(() => new Date('2026-03-17T09:30:00+08:00'));
  await product.app.get(ReminderSweep, { strict: false }).sweep();
  // The relay stands still, so that nothing but the handing out is measured.
  await product.app.get(Relay, { strict: false }).stop();
  await product.app.get(Jobs, { strict: false }).start({ databaseUrl: url });
  const results: Lateness[] = [];
  for (const [shape, spreadMs] of shapesOf(scale)) {
    const pending = results.length === 0 ? scale.pending : 0;
    const asked = { ...scale, name: `product, ${shape}`, pending, spreadMs };
    results.push(note(await handOut(product, city, superuser, asked), scale));
  }
  const told = await deliver(product, superuser);
  await product.close();
  await superuser.end();
  return { results, told };
}

async function byBull(store: QueueStoreSettings, on: string, scale: LatenessScale): Promise<Lateness[]> {
  const results: Lateness[] = [];
  for (const [shape, spreadMs] of shapesOf(scale))
    results.push(note(await bullAlone({ ...scale, name: `BullMQ alone on ${on}, ${shape}`, store, spreadMs }), scale));
  return results;
}

interface Shape extends LatenessScale {
  name: string;
}

/** Seen from outside: the k-th notice is laid down so long after the k-th reminder fell due. */
async function handOut(product: Product, city: LoadedCity, superuser: Client, shape: Shape): Promise<Lateness> {
  const url = city.database.url('superuser');
  const clock = product.app.get<Clock, MovableClock>(Clock, { strict: false });
  const { name, due, pending, spreadMs, aheadMs } = shape;
  // Everything else first; those that fall due are laid down last, for a moment that is near.
  await loadDeadlines(url, { due: 0, pending, from: clock.now(), spreadMs: 0 });
  const base = await laidDown(superuser);
  const from = new Date(clock.now().getTime() + aheadMs);
  await loadDeadlines(url, { due, pending: 0, from, spreadMs });
  if (clock.now() >= from) throw new Error(`${due} deadlines took longer to lay down than ${aheadMs} ms: give it more`);
  // The worker looks once, as it does every minute, and asks to be woken when the first falls due.
  await clock.moveAhead((now) => new Date(now.getTime() + 1));
  const latenessMs: number[] = [];
  const { background } = await statementsOf(product.db, async () => {
    while (latenessMs.length < due) {
      await pause(LOOK_MS);
      const seen = (await laidDown(superuser)) - base;
      const now = clock.now().getTime();
      for (let k = latenessMs.length; k < seen; k += 1) latenessMs.push(now - from.getTime() - (k * spreadMs) / due);
    }
  });
  const ours = background.filter((statement) => !isOfOthers(statement));
  return { name, latenessMs, statements: ours.length };
}

/** Of the rest of the product, which goes on meanwhile. */
const isOfOthers = (statement: string): boolean => /^(clock|session|sealer|audit|delivery)/.test(statement);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Delivered {
  notices: number;
  perSecond: number;
  statements: number;
  commits: number;
}

/** What was handed out, brought before the people it concerns. */
async function deliver(product: Product, superuser: Client): Promise<Delivered> {
  await product.app.get(CardUpkeep, { strict: false }).fill();
  const notices = await laidDown(superuser);
  const start = performance.now();
  const { background, relay } = await statementsOf(product.db, () => product.app.get(Relay, { strict: false }).drain());
  const perSecond = notices / ((performance.now() - start) / 1000);
  const ours = background.filter((statement) => !isOfOthers(statement));
  // A statement that stands alone is a commit of its own.
  const alone = relay.filter((statement) => !/^outbox-(take|tick)/.test(statement));
  const commits = ours.filter((statement) => statement === 'commit').length + alone.length;
  return { notices, perSecond, statements: ours.length + relay.length, commits };
}

async function laidDown(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM outbox WHERE effect = '$notice' AND params->>'kind' = 'reminder'`,
  );
  return rows[0]!.count;
}
