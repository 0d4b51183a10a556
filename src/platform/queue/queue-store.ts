import { createPostgresBackend, Queue, withBackend, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { StartupError } from '../startup/index.js';
import { QUEUE_SCHEMA } from './prepare-queue-store.js';

/** Where jobs are kept. */
export type QueueStoreSettings = { redisUrl: string } | { databaseUrl: string };

export type Handle = () => Promise<void>;

/** One store of jobs with the connections this process shares among all its queues. */
export interface QueueStore {
  queue(name: string): Queue;
  worker(name: string, handle: Handle): Worker;
  /** After queues and workers are closed. */
  close(): Promise<void>;
}

const CONNECTIONS = 4;

/**
 * Opens the store of jobs: Redis where it is set up, else the product's own PostgreSQL. From here on nobody knows which.
 *
 * @param settings where
 * @param onError told of connections that break; the library connects again by itself
 * @refuses REDIS_EVICTS (thrown) - a Redis that throws keys away when it is full loses jobs silently
 */
export function openQueueStore(settings: QueueStoreSettings, onError: (error: Error) => void): Promise<QueueStore> {
  return 'redisUrl' in settings
    ? openRedis(settings.redisUrl, onError)
    : Promise.resolve(openPostgres(settings.databaseUrl, onError));
}

async function openRedis(url: string, onError: (error: Error) => void): Promise<QueueStore> {
  // null: a blocked worker waits through an outage instead of giving its command up.
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', onError);
  try {
    await refuseEviction(connection);
  } catch (error) {
    connection.disconnect();
    throw error;
  }
  return {
    queue: (name) => new Queue(name, { connection }),
    worker: (name, handle) => new Worker(name, handle, { connection, concurrency: 1 }),
    close: async () => {
      connection.disconnect();
    },
  };
}

const ANSWER_MS = 10_000;

async function refuseEviction(connection: Redis): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StartupError('REDIS_NOT_REACHABLE', '无法连接 REDIS_URL 指定的 Redis。')),
      ANSWER_MS,
    );
  });
  const memory = await Promise.race([connection.info('memory'), silence]).finally(() => clearTimeout(timer));
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'unknown';
  if (policy === 'noeviction') return;
  throw new StartupError(
    'REDIS_EVICTS',
    `REDIS_URL 指定的 Redis 在内存满时会丢弃数据（maxmemory-policy 为 ${policy}）。请改为 noeviction 后再启动。`,
  );
}

function openPostgres(url: string, onError: (error: Error) => void): QueueStore {
  const { Queue: PgQueue, Worker: PgWorker } = withBackend(createPostgresBackend);
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    keepAlive: true,
    application_name: 'qingpei-queue',
    options: `-c jit=off -c search_path=${QUEUE_SCHEMA}`,
  });
  pool.on('error', onError);
  const connection = pool as never;
  return {
    queue: (name) => new PgQueue(name, { connection }) as unknown as Queue,
    worker: (name, handle) => new PgWorker(name, handle, { connection, concurrency: 1 }) as unknown as Worker,
    close: () => pool.end(),
  };
}
