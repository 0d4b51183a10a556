import { type DynamicModule, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import type { MigrationClass } from '../db/index.js';
import { HealthController } from './health.controller.js';
import { Liveness } from './liveness.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';
import { REQUIRED_MIGRATIONS } from './required-migrations.js';

export interface HealthOptions {
  /** What the schema must hold before the product is ready. */
  migrations: MigrationClass[];
}

@Module({})
export class HealthModule implements NestModule {
  constructor(private readonly metrics: Metrics) {}

  static forRoot({ migrations }: HealthOptions): DynamicModule {
    return {
      module: HealthModule,
      // Rooms add numbers of their own.
      global: true,
      exports: [Liveness, Metrics, Readiness],
      controllers: [HealthController, MetricsController],
      providers: [{ provide: REQUIRED_MIGRATIONS, useValue: migrations }, Readiness, Liveness, Metrics],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(this.metrics.observe).forRoutes('*path');
  }
}
