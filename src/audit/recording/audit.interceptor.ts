import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { catchError, concatMap, type Observable } from 'rxjs';
import { ACCESS_METADATA, type AccessRule } from '../../platform/index.js';
import { AUDIT_METADATA, type AuditRule, currentTrace } from '../../platform/audit/index.js';
import { Recorder } from './recorder.js';
import { RequestRecord } from './request-record.js';

/** Stands round every route: whatever it did is recorded before its answer leaves. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Recorder) private readonly recorder: Recorder,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const record = currentTrace();
    if (!(record instanceof RequestRecord)) return next.handle();
    const targets = [context.getHandler(), context.getClass()];
    record.admit(
      this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_METADATA, targets),
      this.reflector.getAllAndOverride<AuditRule | undefined>(AUDIT_METADATA, targets),
    );
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        await this.recorder.refused(record, error);
        throw error;
      }),
      concatMap(async (answer: unknown) => {
        await this.recorder.succeeded(record, response.statusCode);
        return answer;
      }),
    );
  }
}
