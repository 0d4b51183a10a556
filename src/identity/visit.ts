import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { CallerRequest } from '../platform/index.js';
import type { Visit } from './caller.query.js';

/** A request after the access guard. */
export type VisitRequest = CallerRequest & { visit?: Visit };

/** Hands the handler the session that the access guard found. */
export const CurrentVisit = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => context.switchToHttp().getRequest<VisitRequest>().visit,
);
