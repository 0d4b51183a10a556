import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../../src/app.module.js';
import { Access, Db, readConfig } from '../../src/platform/index.js';
import { createTestDatabase, type TestDatabase } from '../support/index.js';

@Controller('api/v1/forgotten')
class ForgottenController {
  @Get()
  @Access({ roles: ['clerk'], scope: 'unit' })
  declared(): string {
    return 'declared';
  }

  @Post(':id/secret')
  undeclared(): string {
    return 'undeclared';
  }
}

@Controller('api/v1/mistyped')
@Access({ roles: ['boss'], scope: 'unit' })
class MistypedController {
  @Get()
  read(): string {
    return 'mistyped';
  }
}

@Controller('api/v1/proper')
@Access({ roles: ['clerk'], scope: 'unit' })
class ProperController {
  @Get()
  read(): string {
    return 'proper';
  }
}

describe('a product whose routes do not all declare their access', () => {
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qingpei-boot-'));
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  // Every boot closes its pool again, also one that was refused half-way.
  const boot = async (controller: Type, prepare: (app: NestExpressApplication) => void = () => undefined) => {
    const config = readConfig({ DATA_DIR: folder, SAMPLE_CITY: 'off' });
    @Module({ imports: [AppModule.forRoot({ config, databaseUrl: database.url })], controllers: [controller] })
    class Product {}
    const options = { logger: false, bodyParser: false, abortOnError: false } as const;
    const app = await NestFactory.create<NestExpressApplication>(Product, options);
    prepare(app);
    try {
      await app.init();
    } finally {
      await app.close();
    }
  };

  it('boots when all do', async () => {
    await expect(boot(ProperController)).resolves.toBeUndefined();
  });

  it('runs the console commands without a server', async () => {
    const config = readConfig({ DATA_DIR: folder, SAMPLE_CITY: 'off' });
    const product = AppModule.forRoot({ config, databaseUrl: database.url });
    const context = await NestFactory.createApplicationContext(product, { logger: false, abortOnError: false });
    expect(context.get(Db).dataSource.isInitialized).toBe(true);
    await context.close();
  });

  it('does not boot with a route that declares none, and names it', async () => {
    const refused = boot(ForgottenController);
    await expect(refused).rejects.toMatchObject({ code: 'ACCESS_UNDECLARED' });
    await expect(refused).rejects.toThrow('POST /api/v1/forgotten/:id/secret（ForgottenController.undeclared）');
    await expect(refused).rejects.not.toThrow('declared（');
  });

  it('does not boot with a role that nobody can hold', async () => {
    await expect(boot(MistypedController)).rejects.toThrow(
      'GET /api/v1/mistyped（MistypedController.read）：没有名为 boss 的角色',
    );
  });

  it('does not boot with a route that a library hung into the server past every guard', async () => {
    const hang = (app: NestExpressApplication) => app.getHttpAdapter().get('/stray', () => undefined);
    await expect(boot(ProperController, hang)).rejects.toThrow('/stray');
  });
});
