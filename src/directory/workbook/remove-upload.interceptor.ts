import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { rmSync } from 'node:fs';
import type { Request } from 'express';
import { finalize, type Observable } from 'rxjs';

/** As much of an upload as matters here: where on disk it was put. */
export interface UploadedWorkbook {
  path: string;
}

/** Removes the uploaded file when the request has ended, also one that was refused before the handler ran. */
@Injectable()
export class RemoveUpload implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request & { file?: UploadedWorkbook }>();
    return next.handle().pipe(
      finalize(() => {
        if (request.file !== undefined) rmSync(request.file.path, { force: true });
      }),
    );
  }
}
