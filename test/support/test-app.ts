import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Type } from '@nestjs/common';
import request from 'supertest';
import type { Policy } from '../../machines/rules/index.js';
import { Recorder } from '../../src/audit/index.js';
import { createApp } from '../../src/create-app.js';
import { FixedClock, readConfig } from '../../src/platform/index.js';
import { makeScratchFolder } from './scratch-folder.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface TestApp {
  database: TestDatabase;
  clock: FixedClock;
  /** A client that keeps cookies, as a browser does. */
  client(): ReturnType<typeof request.agent>;
  /** A provider of any room. */
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** Day on which the clock stands, 'YYYY-MM-DD'. */
  today?: string;
  /** Variables on top of the sample profile without a city. */
  environment?: Record<string, string>;
  poolSize?: number;
  /** The sample profile's own clock in place of the fixed one: moved over HTTP, it runs on from there. */
  movableClock?: boolean;
  /** Settings that the product finds as its first version; else those of a new installation. */
  policy?: Policy;
}

/** The whole product over a database of its own, composed exactly as the server composes it. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const poolSize = options.poolSize ?? 10;
  const database = await createTestDatabase({ poolSize: 2 });
  if (options.policy !== undefined) {
    const text = `INSERT INTO policy_version (version, body, note) VALUES (1, $1, '测试设置')`;
    await database.db.queryDynamic(text, [JSON.stringify(options.policy)]);
  }
  const clock = new FixedClock(options.today ?? '2026-06-30');
  // Anchors of the audit must not come to lie beside those of a real installation.
  const folder = await makeScratchFolder();
  const isProduction = options.environment?.['PROFILE'] === 'production';
  const variables = {
    // Production refuses whatever belongs to the sample.
    ...(!isProduction && { SAMPLE_CITY: 'off' }),
    DATA_DIR: folder.path,
    DATABASE_POOL_SIZE: String(poolSize),
    ...options.environment,
  };
  const app: NestExpressApplication = await createApp(
    {
      config: readConfig(variables),
      databaseUrl: database.url,
      workerUrl: database.workerUrl,
      clock: options.movableClock === true ? undefined : clock,
    },
    false,
  );
  await app.listen(0, '127.0.0.1');
  return {
    database,
    clock,
    client: () => request.agent(app.getHttpServer()),
    get: (type) => app.get(type, { strict: false }),
    close: async () => {
      const { faults } = app.get(Recorder, { strict: false });
      await app.close();
      await database.drop();
      await folder.remove();
      if (faults.length > 0)
        throw new Error(
          `changed something without recording it in the same transaction: ${[...new Set(faults)].join(', ')}`,
        );
    },
  };
}
