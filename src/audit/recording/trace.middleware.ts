import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { traced } from '../../platform/audit/index.js';
import { Recorder } from './recorder.js';
import { RequestRecord } from './request-record.js';

/** Begins the record of each request, and ends it for those that no route answered. */
@Injectable()
export class TraceMiddleware implements NestMiddleware {
  constructor(@Inject(Recorder) private readonly recorder: Recorder) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const record = new RequestRecord(request);
    response.once('finish', () => {
      if (record.isAdmitted) return;
      const code: unknown = response.locals['problem'];
      this.recorder.turnedAway(record, response.statusCode, typeof code === 'string' ? code : undefined);
    });
    traced(record, next);
  }
}
