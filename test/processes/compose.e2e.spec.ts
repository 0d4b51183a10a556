import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settingsSchema } from '../../src/platform/config/settings.js';
import { createTestDatabase, makeScratchFolder, SourceProcess, type TestDatabase } from '../support/index.js';
import { buildUnit } from '../support/factories.js';
import { freePort } from '../support/free-port.js';
import { hasRedis, RedisServer } from '../support/redis-server.js';
import { ProductProcess, readCompose, sourceOf, until, withoutOptions } from './kit.js';

const SECRETS = { POSTGRES_PASSWORD: 's', OWNER_PASSWORD: 'o', APP_PASSWORD: 'a', WORKER_PASSWORD: 'w' };
const PASSWORD = 'Sample-pass-2026';
const START_MS = 600_000;
const NAMES = ['server-1', 'server-2', 'worker-1', 'worker-2'] as const;

describe('the compose file', () => {
  const { services, volumes } = readCompose(SECRETS);
  const product = NAMES.map((name) => services[name]!);

  it('starts two servers and two workers by the entries of the product, with variables it knows', () => {
    expect(product.map(sourceOf)).toEqual(['src/server.ts', 'src/server.ts', 'src/worker.ts', 'src/worker.ts']);
    const known = Object.keys(settingsSchema.shape);
    for (const { environment } of product) {
      expect(Object.keys(environment!).filter((name) => !known.includes(name))).toEqual([]);
      const given = Object.fromEntries(Object.entries(environment!).filter(([, value]) => value !== ''));
      expect(settingsSchema.safeParse(given)).toMatchObject({ success: true });
    }
  });

  it('gives all of them one database by three roles, one Redis and one folder', () => {
    expect(new Set(product.map(({ environment }) => JSON.stringify(environment))).size).toBe(1);
    const { DATABASE_URL, DATABASE_APP_URL, DATABASE_WORKER_URL, REDIS_URL } = product[0]!.environment!;
    const urls = [DATABASE_URL, DATABASE_APP_URL, DATABASE_WORKER_URL].map((url) => new URL(url!));
    const roles = readFileSync('deploy/postgres-roles.sh', 'utf8');
    for (const { username, pathname } of urls) {
      expect(roles).toContain(`CREATE ROLE ${username} LOGIN`);
      expect(roles).toContain(`CREATE DATABASE ${pathname.slice(1)} OWNER ${urls[0]!.username}`);
    }
    const hosts = [...urls, new URL(REDIS_URL!)].map(({ hostname }) => hostname);
    expect(hosts.filter((host) => services[host] === undefined)).toEqual([]);
    for (const { volumes: mounted } of product) expect(mounted).toEqual(['data:/data']);
    expect(Object.keys(volumes)).toEqual(['postgres', 'data']);
    expect(services['redis']!.command).toEqual(expect.arrayContaining(['--maxmemory-policy', 'noeviction']));
  });

  it('puts a proxy in front of both servers', () => {
    const upstream = [...readFileSync('deploy/nginx.conf', 'utf8').matchAll(/^\s+server ([\w-]+):(\d+)/gm)];
    expect(upstream.map(([, host, port]) => [host, port])).toEqual([
      ['server-1', services['server-1']!.environment!['PORT']],
      ['server-2', services['server-2']!.environment!['PORT']],
    ]);
  });
});

describe('a worker alone', () => {
  it(
    'says what it needs',
    async () => {
      const worker = new SourceProcess('src/worker.ts', { DATABASE_URL: '' });
      expect(await worker.ended()).toBe(1);
      expect(worker.output).toMatch(/WORKER_NEEDS_DATABASE.*DATABASE_URL.*npm start/);
    },
    START_MS,
  );
});

if (hasRedis()) {
  describe('two servers and two workers as in the compose file', () => {
    let database: TestDatabase;
    let redis: RedisServer;
    let folder: Awaited<ReturnType<typeof makeScratchFolder>>;
    let all: ProductProcess[];
    let servers: [ProductProcess, ProductProcess];
    let workers: [ProductProcess, ProductProcess];

    beforeAll(async () => {
      database = await createTestDatabase({ poolSize: 2 });
      await buildUnit(database.db, { kind: 'organization-department' });
      for (let n = 0; n < 4; n += 1) await buildUnit(database.db, { kind: 'county-level-area' });
      redis = await RedisServer.start();
      folder = await makeScratchFolder();
      const { services } = readCompose(SECRETS);
      const here = {
        DATABASE_URL: withoutOptions(database.ownerUrl),
        DATABASE_APP_URL: database.url,
        DATABASE_WORKER_URL: database.workerUrl,
        REDIS_URL: redis.url,
        DATA_DIR: folder.path,
        SAMPLE_CITY: 'off',
        SAMPLE_PASSWORD: PASSWORD,
        SAMPLE_TODAY: '2026-03-20',
      };
      all = [];
      for (const name of NAMES) {
        const service = services[name]!;
        all.push(new ProductProcess(sourceOf(service), await freePort(), { ...service.environment, ...here }));
      }
      servers = [all[0]!, all[1]!];
      workers = [all[2]!, all[3]!];
      await Promise.all(all.map((process) => process.started()));
    }, START_MS);

    afterAll(async () => {
      await Promise.all(all.map((process) => process.kill('SIGKILL')));
      await redis.stop();
      await database.drop();
      await folder.remove();
    });

    const count = async (text: string): Promise<number> =>
      (await database.db.queryDynamic<{ count: number }>(`SELECT count(*)::int AS count FROM ${text}`)).rows[0]!.count;

    it('fill the database once, are all ready, and only the servers serve', async () => {
      expect(all.filter(({ output }) => output.includes('准备示例账户'))).toHaveLength(1);
      for (const process of all) expect((await process.get('/health/ready')).status).toBe(200);
      for (const process of all) expect((await process.get('/health/live')).status).toBe(200);
      for (const process of servers) expect((await process.get('/api/openapi.json')).status).not.toBe(404);
      for (const process of workers) {
        expect((await process.get('/api/openapi.json')).status).toBe(404);
        expect((await process.post('/api/v1/session', {})).status).toBe(404);
        const metrics = await (await process.get('/metrics')).text();
        for (const known of ['workers_alive 2', 'workers_stuck 0', 'outbox_dead 0', 'reminders_oldest_due_seconds 0'])
          expect(metrics.split('\n')).toContain(known);
        expect(metrics).toMatch(/^job_queue_depth \d+$/m);
        expect(metrics).toMatch(/^outbox_oldest_seconds \d/m);
      }
    });

    it('know each other’s sessions, and tell the administrator who is at work', async () => {
      const cookie = await servers[0].signIn('sysadmin', PASSWORD);
      for (const server of servers) server.cookie = cookie;
      const {
        workers: atWork,
        queues,
        calendar,
      } = await servers[1].json<{
        workers: { stuck: boolean; lastSweepAt: string | null }[];
        queues: { name: string; failed: number }[];
        calendar: { coverageUntil: string; daysLeft: number };
      }>('/api/v1/operations');
      expect(atWork.map(({ stuck }) => stuck)).toEqual([false, false]);
      expect(queues).toMatchObject([
        { name: 'reminders', failed: 0 },
        { name: 'outbox', failed: 0 },
      ]);
      expect(calendar).toEqual({ coverageUntil: '2026-12-31', daysLeft: 286 });
    });

    it('follow one clock, which goes forward only; workers do what becomes due, once', async () => {
      const [first, second] = servers;
      expect((await first.post('/api/v1/sample/clock', { days: 1, now: '2026-04-01T10:00:00+08:00' })).status).toBe(
        400,
      );
      expect((await first.post('/api/v1/sample/clock', { now: '2026-03-01T10:00:00+08:00' })).status).toBe(409);
      const moved = await first.post('/api/v1/sample/clock', { now: '2026-04-01T10:00:00+08:00' });
      expect([moved.status, await moved.json()]).toMatchObject([200, { today: '2026-04-01' }]);
      const today = async (): Promise<string> => (await second.json<{ today: string }>('/api/v1/sample/clock')).today;
      await until('the other server follows', async () => (await today()) === '2026-04-01');
      await until('the round is open', async () => (await count(`stocktake WHERE state_path = 'collecting'`)) === 1);
      expect([await count('stocktake'), await count('stocktake_unit')]).toEqual([1, 5]);
    });

    it('lose nothing with a worker that is killed', async () => {
      await workers[0].kill('SIGKILL');
      const waiting = await count('deadline_reminder WHERE fired_at IS NULL');
      expect(waiting).toBeGreaterThan(0);
      expect((await servers[1].post('/api/v1/sample/clock', { now: '2026-06-10T10:00:00+08:00' })).status).toBe(200);
      const due = `deadline_reminder WHERE fired_at IS NULL AND due_at <= '2026-06-10T10:00:00+08:00'`;
      await until('everything due is handed out', async () => (await count(due)) === 0);
      const fired = await count('deadline_reminder WHERE fired_at IS NOT NULL');
      const keys = `(SELECT DISTINCT params->>'key' FROM outbox WHERE effect = '$notice' AND params->>'key' LIKE 'reminder-%') k`;
      expect(fired).toBeGreaterThan(waiting);
      expect(await count(keys)).toBe(fired);
    });

    it('answer what they have begun before they stop', async () => {
      const [first, second] = servers;
      const requests = Array.from({ length: 40 }, () => first.get('/api/v1/operations'));
      // The first is under way, the others wait for their turn.
      await requests[0];
      const stopped = first.kill('SIGTERM');
      const statuses = await Promise.all(requests.map(async (request) => (await request).status));
      expect(new Set(statuses)).toEqual(new Set([200]));
      expect(await stopped).toBe(0);
      expect((await second.get('/health/ready')).status).toBe(200);
    });

    it('stop in order, and leave no sign of life behind but that of the killed', async () => {
      expect(await Promise.all([servers[1].kill('SIGTERM'), workers[1].kill('SIGTERM')])).toEqual([0, 0]);
      expect(await count('worker_heartbeat')).toBe(1);
    });
  });
}
