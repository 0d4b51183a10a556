import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/platform/index.js';
import { findBinaries } from '../../../src/platform/embedded-postgres/binaries.js';
import { runProgram } from '../../../src/platform/embedded-postgres/run-program.js';
import { chooseServerAccount } from '../../../src/platform/embedded-postgres/server-account.js';
import { freePort } from '../../support/free-port.js';
import { RedisServer } from '../../support/redis-server.js';
import { Member } from './member.js';

export const START_DAY = '2026-03-02';
export const PASSWORD = 'Sample-pass-2026';

/** A PostgreSQL and perhaps a Redis of their own, with servers and workers on them. */
export class Cluster {
  readonly members: Member[] = [];

  private constructor(
    readonly folder: string,
    readonly postgres: EmbeddedPostgres,
    readonly redis: RedisServer | undefined,
  ) {}

  /** @param withRedis else jobs are kept in PostgreSQL */
  static async open(folder: string, withRedis: boolean): Promise<Cluster> {
    // What is killed here are processes, never the machine: its disk need not be waited for.
    const settings = { fsync: 'off', max_connections: '200' };
    const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined, settings });
    return new Cluster(folder, postgres, withRedis ? await RedisServer.start() : undefined);
  }

  /** Starts everything; answers once all of it does. */
  async start(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const source = name.startsWith('server') ? 'src/server' : 'src/worker';
      this.members.push(new Member(name, source, await freePort(), this.environment()));
    }
    await Promise.all(this.members.map((member) => member.isReady()));
  }

  get servers(): Member[] {
    return this.members.filter(({ name }) => name.startsWith('server'));
  }

  get workers(): Member[] {
    return this.members.filter(({ name }) => name.startsWith('worker'));
  }

  private outage: Promise<void> | undefined;
  private restarting: Promise<void> = Promise.resolve();

  /** Whether jobs are kept on a Redis that is away just now. */
  get isRedisAway(): boolean {
    return this.outage !== undefined;
  }

  /** Ends the Redis, with all it knew, and begins an empty one after so long; everything else goes on meanwhile. */
  takeRedisAway(ms: number): void {
    const { redis } = this;
    if (redis === undefined) return;
    this.outage ??= (async () => {
      await redis.stop();
      await new Promise((resolve) => setTimeout(resolve, ms));
      await redis.begin();
    })().finally(() => (this.outage = undefined));
  }

  /** Waits until Redis is there, if it is to be. */
  async redisIsBack(): Promise<void> {
    await this.outage;
  }

  /** As after a power cut: every connection breaks, nothing is written down in order, the log is replayed. */
  async restartPostgres(): Promise<void> {
    const log = join(this.folder, 'logs', 'postgres.log');
    // One after the other, whoever asks: two at once would end in each other's way.
    this.restarting = this.restarting.then(() => this.control('restart', '-m', 'immediate', '-l', log));
    await this.restarting;
  }

  async stopMembers(): Promise<(number | null)[]> {
    return Promise.all(this.members.map((member) => member.stop()));
  }

  async close(): Promise<void> {
    await Promise.all(this.members.map((member) => member.stop('SIGKILL')));
    await this.redisIsBack();
    await this.redis?.stop();
    await this.control('stop', '-m', 'immediate');
  }

  private async control(...args: string[]): Promise<void> {
    const folder = join(this.folder, 'postgres');
    const { pgCtl } = await findBinaries();
    const { code, output } = await runProgram(pgCtl, [...args, '-D', folder, '-w'], {
      account: await chooseServerAccount(folder),
    });
    if (code !== 0) throw new Error(`pg_ctl ${args[0]}: ${output}`);
  }

  private environment(): Record<string, string> {
    return {
      DATABASE_URL: this.postgres.url('owner'),
      DATABASE_APP_URL: this.postgres.url('app'),
      DATABASE_WORKER_URL: this.postgres.url('worker'),
      REDIS_URL: this.redis?.url ?? '',
      DATA_DIR: this.folder,
      SAMPLE_CITY: 'off',
      SAMPLE_PASSWORD: PASSWORD,
      SAMPLE_TODAY: START_DAY,
      CHANGES_PER_MINUTE: '0',
      LOG_LEVEL: 'error',
    };
  }
}
