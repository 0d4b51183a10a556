import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const HEADER = 'x-request-id';
const ACCEPTED = /^[\w-]{8,64}$/;

/** Gives every request a number that the answer, the log and the audit trail share; a proxy's own is kept. */
export function assignRequestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.header(HEADER);
  const id = given !== undefined && ACCEPTED.test(given) ? given : randomUUID();
  request.headers[HEADER] = id;
  response.setHeader(HEADER, id);
  next();
}

export function requestIdOf(request: Request): string {
  return request.header(HEADER) ?? '';
}
