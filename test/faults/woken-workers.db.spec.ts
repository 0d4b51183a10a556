import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ReminderWorker, type ReminderSweep } from '../../src/engine/index.js';
import { Liveness, Metrics, Readiness } from '../../src/platform/index.js';
import {
  openQueueStore,
  prepareQueueStore,
  type QueueStore,
  type QueueStoreSettings,
  WakeQueue,
} from '../../src/platform/queue/index.js';
import type { TestDatabase } from '../support/index.js';
import { hasRedis, RedisServer } from '../support/redis-server.js';
import { createToyDatabase } from './kit/toy-database.js';
import { type ToyEngine, toyEngine } from './kit/toy-engine.js';

const NEVER = 3_600_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('waited in vain');
    await pause(25);
  }
}

const STORES = hasRedis() ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'];

describe.each(STORES)('workers woken by jobs on %s', (kind) => {
  let database: TestDatabase;
  let toy: ToyEngine;
  let redis: RedisServer | undefined;
  let store: QueueStoreSettings;
  let workers: ReminderWorker[];
  let stores: QueueStore[];
  let queues: WakeQueue[];

  beforeEach(async () => {
    Logger.overrideLogger(false); // outages below are meant
    workers = [];
    stores = [];
    queues = [];
    database = await createToyDatabase();
    toy = await toyEngine(database.db);
    redis = kind === 'Redis' ? await RedisServer.start() : undefined;
    if (redis === undefined) await prepareQueueStore(database.ownerUrl, database.url);
    store = redis === undefined ? { databaseUrl: database.url } : { redisUrl: redis.url };
  });

  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await Promise.all(queues.map((queue) => queue.close().catch(() => undefined)));
    await Promise.all(stores.map((opened) => opened.close()));
    await redis?.stop();
    await database.drop();
  });

  const at = (text: string): void => toy.clock.set(new Date(`${text}+08:00`));

  async function work(everyMs: number, reminders = toy.reminders, liveness = new Liveness()): Promise<Readiness> {
    const readiness = new Readiness(database.db, []);
    const { db } = database;
    const worker = new ReminderWorker(db, reminders, toy.clock, readiness, liveness, new Metrics(db));
    workers.push(worker);
    await worker.start(await openQueue(), everyMs);
    return readiness;
  }

  async function openQueue(): Promise<WakeQueue> {
    const opened = await openQueueStore(store, () => undefined);
    const queue = new WakeQueue(opened, 'reminders');
    stores.push(opened);
    queues.push(queue);
    return queue;
  }

  async function notices(): Promise<string[]> {
    const { rows } = await database.db.queryDynamic<{ key: string }>(
      `SELECT params->>'key' AS key FROM outbox WHERE effect = '$notice' ORDER BY id`,
    );
    return rows.map(({ key }) => key.replace(/^reminder-\d+-/, ''));
  }

  it('look when they are told to, without a timer of their own', async () => {
    await toy.submitted();
    at('2026-09-30T08:59:58');
    await work(NEVER);
    await pause(500);
    expect(await notices()).toEqual([]);
    // The job was laid for nine o'clock, two seconds from then.
    at('2026-09-30T09:00:00');
    await until(async () => (await notices()).length === 1);
    expect(await notices()).toEqual(['before-1']);
  });

  it('are woken once by what was asked for twice', async () => {
    const queue = await openQueue();
    let woken = 0;
    await queue.wakeIn(300, 1);
    await queue.wakeIn(300, 1);
    queue.listen(() => Promise.resolve(void (woken += 1)));
    await until(() => Promise.resolve(woken > 0));
    await pause(600);
    expect(woken).toBe(1);
  });

  it('hand out each reminder once although there are several and the store loses all it knew', async () => {
    for (let index = 0; index < 10; index += 1) await toy.submitted(`申请${index}`);
    await Promise.all([work(100), work(100), work(100)]);
    at('2026-09-30T09:00:00');
    await until(async () => (await notices()).length === 10);
    if (redis === undefined) await wipe(database);
    else await redis.flush();
    at('2026-10-08T09:00:00');
    await until(async () => (await notices()).length === 20);
    await redis?.stop();
    at('2026-11-02T10:00:00');
    await until(async () => (await notices()).length === 60);
    await redis?.begin();
    await pause(500);
    const { rows } = await database.db.queryDynamic<{ count: number; late: number }>(
      `SELECT count(*)::int AS count, count(*) FILTER (WHERE late)::int AS late FROM deadline_reminder WHERE fired_at IS NOT NULL`,
    );
    expect(rows).toEqual([{ count: 60, late: 40 }]);
    expect(await notices()).toHaveLength(60);
  });

  it('are not ready when they have done nothing for minutes', async () => {
    const readiness = await work(NEVER);
    expect(await readiness.report()).toMatchObject({ checks: { worker: true } });
    await until(async () => {
      const { rows } = await database.db.queryDynamic('SELECT FROM worker_heartbeat WHERE swept_at IS NOT NULL');
      return rows.length === 1;
    });
    await database.db.queryDynamic(`UPDATE worker_heartbeat SET beat_at = now() - interval '4 minutes'`);
    expect(await readiness.report()).toMatchObject({ ready: false, checks: { worker: false } });
  });

  it('are to be started anew when a sweep has not got on for ten minutes, and not while it does', async () => {
    const liveness = new Liveness();
    let goOn: () => void = () => undefined;
    const stuck: Pick<ReminderSweep, 'sweep' | 'oldestDueSeconds'> = {
      sweep: async (isWanted) => {
        await new Promise<void>((resolve) => (goOn = resolve));
        isWanted?.();
        await new Promise<void>((resolve) => (goOn = resolve));
        return { fired: 0, late: 0, settled: 0, next: null };
      },
      oldestDueSeconds: () => Promise.resolve(0),
    };
    await work(NEVER, stuck as ReminderSweep, liveness);
    const begun = performance.now();
    let minutes = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => begun + minutes * 60_000);
    try {
      minutes = 9;
      expect(liveness.report()).toEqual({ live: true, checks: { worker: true } });
      minutes = 11;
      expect(liveness.report()).toEqual({ live: false, checks: { worker: false } });
      // The next batch shows that it moves after all.
      goOn();
      await new Promise(setImmediate);
      expect(liveness.report()).toMatchObject({ live: true });
      minutes = 22;
      expect(liveness.report()).toMatchObject({ live: false });
      goOn();
      await new Promise(setImmediate);
    } finally {
      clock.mockRestore();
    }
    await until(() => Promise.resolve(liveness.report().live));
  });
});

async function wipe({ db }: TestDatabase): Promise<void> {
  await db.queryDynamic('DELETE FROM bullmq.job');
}

if (hasRedis()) {
  describe('a Redis that throws keys away', () => {
    it('is refused', async () => {
      const redis = await RedisServer.start('--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru');
      const opening = openQueueStore({ redisUrl: redis.url }, () => undefined);
      await expect(opening).rejects.toMatchObject({ code: 'REDIS_EVICTS' });
      await redis.stop();
    });
  });
}
