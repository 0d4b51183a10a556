import { openQueueStore, type QueueStoreSettings } from '../../../src/platform/queue/index.js';
import type { Cluster } from './cluster.js';
import type { Crowd } from './load.js';
import type { Random } from './random.js';

export interface Scene {
  cluster: Cluster;
  crowd: Crowd;
  random: Random;
  /** Longest time for which the store of jobs is kept away, in ms. */
  longestMs: number;
}

type Mischief = (scene: Scene) => Promise<void>;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** Longer than a job may be in hand without a sign of life: another worker takes the same job, and then there are two. */
const LONGEST_STANDSTILL_MS = 45_000;
/** The calendar's announced days must last for the whole storm. */
const LONGEST_JUMP_DAYS = 3;

/** Everything that is done to the product, by name. */
export const MISCHIEF: Readonly<Record<string, Mischief>> = {
  async 'a server is killed'({ cluster, random }) {
    random.pick(cluster.servers).signal('SIGKILL');
  },
  async 'a worker is killed'({ cluster, random }) {
    random.pick(cluster.workers).signal('SIGKILL');
  },
  async 'a worker stands still and goes on'({ cluster, random, longestMs }) {
    const worker = random.pick(cluster.workers);
    worker.signal('SIGSTOP');
    await pause(random.between(500, Math.min(longestMs, LONGEST_STANDSTILL_MS)));
    worker.signal('SIGCONT');
  },
  async 'PostgreSQL is restarted at once'({ cluster }) {
    await cluster.restartPostgres();
  },
  async 'the store of jobs forgets everything'({ cluster }) {
    if (!cluster.isRedisAway) await cluster.redis?.flush();
  },
  async 'the store of jobs is away for a while'({ cluster, random, longestMs }) {
    cluster.takeRedisAway(random.between(Math.round(longestMs / 2), longestMs));
  },
  async 'jobs come twice and in disorder'({ cluster, random }) {
    if (cluster.isRedisAway) return;
    const settings: QueueStoreSettings =
      cluster.redis === undefined ? { databaseUrl: cluster.postgres.url('worker') } : { redisUrl: cluster.redis.url };
    // The store goes away in the midst of it when it is the PostgreSQL that is restarted: then fewer come.
    await disturb(settings, random).catch(() => undefined);
  },
  async 'the clock jumps'({ crowd, random }) {
    await crowd.moveClock({ days: random.between(1, LONGEST_JUMP_DAYS) });
  },
};

/** Adds jobs that nobody asked for, in no order. */
async function disturb(settings: QueueStoreSettings, random: Random): Promise<void> {
  const store = await openQueueStore(settings, () => undefined);
  try {
    for (const name of ['reminders', 'outbox']) {
      const queue = store.queue(name);
      queue.on('error', () => undefined);
      try {
        for (let job = 0; job < 20; job += 1) {
          const delay = random.between(0, 1_500);
          // Named, as the product names its jobs: names of the library's own making need rights that its role has not.
          const jobId = `storm-${random.between(0, 1_000_000)}-${job}`;
          await queue.add(name, {}, { jobId, delay, priority: random.between(1, 5), removeOnComplete: true });
        }
      } finally {
        await queue.close().catch(() => undefined);
      }
    }
  } finally {
    await store.close().catch(() => undefined);
  }
}
