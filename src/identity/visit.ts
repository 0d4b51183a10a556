import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { CallerRequest } from '../platform/index.js';
import type { Visit } from './caller.query.js';
import { refuse } from './identity.refusals.js';

/** A request after the access guard. */
export type VisitRequest = CallerRequest & { visit?: Visit };

/** Hands the handler the session that the access guard found. */
export const CurrentVisit = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => context.switchToHttp().getRequest<VisitRequest>().visit,
);

/**
 * For changes to the ways of signing in: whoever finds an open screen an hour later must not make the account his own.
 * @refuses SIGN_IN_NOT_FRESH
 */
export function requireFresh({ isFresh }: Visit): void {
  if (!isFresh) refuse('SIGN_IN_NOT_FRESH');
}
