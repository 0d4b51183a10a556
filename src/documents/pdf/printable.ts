import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { Request } from 'express';
import { buffer } from 'node:stream/consumers';
import { mergeMap, type Observable } from 'rxjs';
import { DOCX_TYPE } from '../render-letter.js';
import { PdfConverter } from './pdf-converter.js';

const PDF_TYPE = 'application/pdf';

/** Whoever asks for `format=pdf` gets what would have been a DOCX as PDF, under the same name. */
@Injectable()
export class PdfOnRequest implements NestInterceptor<unknown, unknown> {
  constructor(@Inject(PdfConverter) private readonly converter: PdfConverter) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const { query } = context.switchToHttp().getRequest<Request>();
    if (query['format'] !== 'pdf') return next.handle();
    // Asked first: what cannot be answered shall leave no trace of having been taken.
    this.converter.requireAvailable();
    return next.handle().pipe(mergeMap((answer) => this.asPdf(answer)));
  }

  private async asPdf(answer: unknown): Promise<unknown> {
    if (!(answer instanceof StreamableFile)) return answer;
    const { type, disposition } = answer.getHeaders();
    if (type !== DOCX_TYPE) return answer;
    const content = await this.converter.convert(await buffer(answer.getStream()));
    return new StreamableFile(content, {
      type: PDF_TYPE,
      disposition: String(disposition).replace(/\.docx(?="?$)/u, '.pdf'),
      length: content.length,
    });
  }
}

/** For a route that answers with a DOCX of ours. */
export const Printable = (): MethodDecorator =>
  applyDecorators(
    UseInterceptors(PdfOnRequest),
    ApiQuery({
      name: 'format',
      required: false,
      enum: ['docx', 'pdf'],
      description: 'pdf：服务器有办公套件时可用，否则 406；见 /api/v1/printing',
    }),
  );
