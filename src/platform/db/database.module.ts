import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type DatabaseSettings, dataSourceOptions } from './data-source.js';
import { Db } from './db.js';

export interface ModuleSettings extends DatabaseSettings {
  /** Connection string of the role that jobs run as; without one they share the connections of the requests. */
  workerUrl?: string;
}

/** Jobs take turns; a few connections serve them all. */
const WORKER_POOL = 3;

/** Provides `Db` everywhere; rooms register their entities with `TypeOrmModule.forFeature`. */
@Module({})
export class DatabaseModule {
  static forRoot(settings: ModuleSettings): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(settings),
          autoLoadEntities: true,
          retryAttempts: 3,
          retryDelay: 500,
          verboseRetryLog: false,
        }),
      ],
      providers: [{ provide: Db, inject: [DataSource], useFactory: (source: DataSource) => openDb(source, settings) }],
      exports: [Db],
    };
  }
}

async function openDb(source: DataSource, { workerUrl }: ModuleSettings): Promise<Db> {
  if (workerUrl === undefined) return new Db(source);
  const worker = new DataSource(dataSourceOptions({ url: workerUrl, poolSize: WORKER_POOL }));
  return new Db(source, { worker: await worker.initialize() });
}
