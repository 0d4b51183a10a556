import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { rmSync } from 'node:fs';
import type { Request } from 'express';
import { finalize, type Observable } from 'rxjs';

/** As much of an upload as matters here: where on disk it was put. */
export interface UploadedWorkbook {
  path: string;
}

/** Removes what was uploaded when the request has ended, also one that was refused before the handler ran. */
@Injectable()
export class RemoveUpload implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request & { file?: UploadedWorkbook; files?: unknown }>();
    return next.handle().pipe(
      finalize(() => {
        const many = Array.isArray(request.files) ? (request.files as UploadedWorkbook[]) : [];
        const one = request.file === undefined ? [] : [request.file];
        for (const { path } of [...one, ...many]) rmSync(path, { force: true });
      }),
    );
  }
}
