import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { describeError } from '../log/index.js';
import { allowedMethods } from './allowed-methods.js';
import { databaseRefusal } from './database-refusal.js';
import { type Problem, problemFor } from './problem.js';
import { type Refusal, RefusalError } from './refusal.js';
import { requestIdOf } from './request-id.js';
import { ValidationError } from './validation.js';

const CODE_BY_STATUS: Readonly<Record<number, string>> = {
  401: 'NOT_SIGNED_IN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
};

/** Turns whatever a request ended with into problem+json; the unexpected is logged, and answered without its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = this.toProblem(error, request, response);
    response.locals['problem'] = problem.code;
    // Half an answer is already on its way: only breaking the connection tells the client that it is not whole.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    this.send(problem, request, response);
  }

  protected send(problem: Problem, _request: Request, response: Response): void {
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private toProblem(error: unknown, request: Request, response: Response): Problem {
    const requestId = requestIdOf(request);
    if (error instanceof RefusalError) return problemFor(error.refusal, requestId);
    if (error instanceof ValidationError) {
      return problemFor({ code: 'VALIDATION_FAILED', params: {} }, requestId, error.faults);
    }
    const refusal = refusalForFramework(error, request, response) ?? databaseRefusal(error);
    if (refusal === undefined || refusal.code === 'DATABASE_UNAVAILABLE') {
      this.logger.error({ requestId, method: request.method, error: describeError(error) });
    }
    return problemFor(refusal ?? { code: 'INTERNAL_ERROR', params: {} }, requestId);
  }
}

function refusalForFramework(error: unknown, request: Request, response: Response): Refusal | undefined {
  const status = clientErrorStatus(error);
  if (status === undefined) return undefined;
  if (status === 404) {
    const methods = allowedMethods(request);
    if (methods.length > 0) {
      response.setHeader('Allow', methods.join(', '));
      return { code: 'METHOD_NOT_ALLOWED', params: { allowed: methods } };
    }
  }
  if (status === 400) return { code: unreadable(request), params: {} };
  return { code: CODE_BY_STATUS[status] ?? 'BAD_REQUEST', params: {} };
}

/** What could not be read: the JSON, the parts of an upload, or the address. */
function unreadable(request: Request): string {
  // The body parser has given up: there is no body yet, though one was sent.
  if (request.is('application/json') && request.body === undefined) return 'INVALID_JSON';
  return request.is('multipart/form-data') ? 'UPLOAD_UNREADABLE' : 'BAD_REQUEST';
}

// Nest throws HttpException; express and its body parser throw errors that carry a status.
function clientErrorStatus(error: unknown): number | undefined {
  if (error instanceof URIError) return 400;
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
