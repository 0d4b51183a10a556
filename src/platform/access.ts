import { type CustomDecorator, type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { Request } from 'express';

/**
 * How far a route reaches: `none` touches no unit's data, `unit` and `case` are limited by the query below to the units
 * the caller holds a role in, `global` concerns the whole installation.
 */
export type AccessScope = 'none' | 'unit' | 'case' | 'global';

/**
 * Who may call a route. `public` needs no session and must say why; `signed-in` takes any account; a list takes callers
 * who hold one of the roles anywhere, where exactly is the query's business (`scope`).
 */
export type AccessRule =
  | { roles: 'public'; scope: 'none'; why: string }
  | { roles: 'signed-in' | readonly string[]; scope: AccessScope; why?: string };

export const ACCESS_METADATA = 'qingpei:access';

/** Declares who may call a route (or every route of a controller). A route without it keeps the process from starting. */
export const Access = (rule: AccessRule): CustomDecorator => SetMetadata(ACCESS_METADATA, rule);

/** A request after the access guard: `caller` is who is asking, or absent on a public route. */
export type CallerRequest = Request & { caller?: unknown };

/** Hands the handler who is asking, as the access guard resolved it once for this request. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => context.switchToHttp().getRequest<CallerRequest>().caller,
);
