import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { MigrationInterface } from 'typeorm';
import request from 'supertest';
import { MIGRATIONS } from '../../../migrations/index.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { DatabaseModule, type MigrationClass } from '../db/index.js';
import { HealthModule, Liveness } from './index.js';

class NotYet9000000000009 implements MigrationInterface {
  async up(): Promise<void> {}
  async down(): Promise<void> {}
}

describe('health', () => {
  let database: TestDatabase;
  let app: NestExpressApplication;
  let behind: NestExpressApplication;

  async function start(migrations: MigrationClass[]): Promise<NestExpressApplication> {
    const imports = [DatabaseModule.forRoot({ url: database.url, poolSize: 2 }), HealthModule.forRoot({ migrations })];
    const module = await Test.createTestingModule({ imports }).compile();
    return module.createNestApplication<NestExpressApplication>().init();
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await start(MIGRATIONS);
    behind = await start([...MIGRATIONS, NotYet9000000000009]);
  });

  afterAll(async () => {
    await app.close();
    await behind.close();
    await database.drop();
  });

  const get = (path: string, on = app): request.Test => request(on.getHttpServer()).get(path);

  it('is ready with a reachable database and a current schema', async () => {
    expect(await get('/health/ready')).toMatchObject({
      status: 200,
      body: { ready: true, database: 'reachable', schema: 'current' },
    });
  });

  it('is not ready while the schema is behind the code', async () => {
    expect(await get('/health/ready', behind)).toMatchObject({ status: 503, body: { ready: false, schema: 'behind' } });
  });

  it('counts requests by route and status', async () => {
    await get('/health/live');
    const { text } = await get('/metrics');
    expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/health\/live",status="200"\} 1/);
    expect(text).toMatch(/^database_connections \d+$/m);
  });

  it('asks to be started anew when something in it moves no more, and says what', async () => {
    let isMoving = true;
    app.get(Liveness).watch('relay', () => isMoving);
    expect(await get('/health/live')).toMatchObject({ status: 200, body: { live: true, checks: { relay: true } } });
    isMoving = false;
    expect(await get('/health/live')).toMatchObject({ status: 503, body: { live: false, checks: { relay: false } } });
    isMoving = true;
    expect((await get('/health/live')).status).toBe(200);
  });

  it('lives on, not ready, when the database is gone', async () => {
    await database.drop();
    expect(await get('/health/ready')).toMatchObject({ status: 503, body: { ready: false, database: 'unreachable' } });
    expect(await get('/health/live')).toMatchObject({ status: 200, body: { live: true } });
  });
});
