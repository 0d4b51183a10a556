import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { refuse } from './refusal.js';
import { ACCEPTS_UPLOAD } from './upload-routes.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Keeps other websites from acting with a visitor's cookie: a request that changes something must come from our own
 * origin, and must be of a content type that a foreign form cannot send.
 */
@Injectable()
export class RequestGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly publicOrigin: string | undefined,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE_METHODS.has(request.method)) return true;
    if (!isSameOrigin(request, this.publicOrigin)) refuse('CROSS_SITE_REQUEST');
    const takesFile = this.reflector.get<boolean | undefined>(ACCEPTS_UPLOAD, context.getHandler()) ?? false;
    const expected = takesFile ? 'multipart/form-data' : 'application/json';
    if (!hasAcceptedType(request, expected)) refuse('UNSUPPORTED_MEDIA_TYPE', { expected });
    return true;
  }
}

// Browsers always say where such a request comes from. Programs such as curl say nothing and carry no foreign cookie.
function isSameOrigin(request: Request, publicOrigin: string | undefined): boolean {
  const origin = request.header('origin');
  if (origin === undefined) return ['same-origin', 'none', undefined].includes(request.header('sec-fetch-site'));
  if (publicOrigin !== undefined) return origin === publicOrigin;
  return URL.canParse(origin) && new URL(origin).host === request.header('host');
}

function hasAcceptedType(request: Request, expected: string): boolean {
  const hasBody =
    Number(request.header('content-length') ?? 0) > 0 || request.header('transfer-encoding') !== undefined;
  if (!hasBody) return true;
  return Boolean(request.is(expected));
}
