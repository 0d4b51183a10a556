import { Inject, type MiddlewareConsumer, Module, type NestModule, type OnModuleInit } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Db } from '../platform/index.js';
import { ChainCheck } from './chain/chain-check.service.js';
import { Sealer } from './chain/sealer.js';
import { AuditController } from './reading/audit.controller.js';
import { AuditQueries } from './reading/audit.queries.js';
import { AuditInterceptor } from './recording/audit.interceptor.js';
import { coverTransactions } from './recording/cover-transactions.js';
import { Recorder } from './recording/recorder.js';
import { TraceMiddleware } from './recording/trace.middleware.js';

@Module({
  controllers: [AuditController],
  providers: [AuditQueries, ChainCheck, Recorder, Sealer, { provide: APP_INTERCEPTOR, useClass: AuditInterceptor }],
  exports: [Recorder, Sealer],
})
export class AuditModule implements NestModule, OnModuleInit {
  constructor(@Inject(Db) private readonly db: Db) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(TraceMiddleware).forRoutes('{*path}');
  }

  onModuleInit(): void {
    coverTransactions(this.db);
  }
}
