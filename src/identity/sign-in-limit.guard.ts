import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { IdentitySettings } from './identity.settings.js';
import { type RateLimit, RateLimiter, refuseTooMany } from './rate-limiter.js';

/** Lets each address, and each user name from wherever, try to sign in so many times per minute. */
@Injectable()
export class SignInLimitGuard implements CanActivate {
  constructor(
    @Inject(IdentitySettings) private readonly settings: IdentitySettings,
    @Inject(RateLimiter) private readonly limiter: RateLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const limits: RateLimit[] = [
      { key: `sign-in:address:${request.ip ?? ''}`, perMinute: this.settings.signInsPerMinute },
    ];
    const username = (request.body as { username?: unknown } | undefined)?.username;
    if (typeof username === 'string') {
      limits.push({ key: `sign-in:name:${digestOf(username)}`, perMinute: this.settings.signInsPerMinuteAndName });
    }
    const retryAfterSeconds = await this.limiter.hit(limits);
    if (retryAfterSeconds !== null) refuseTooMany(http.getResponse<Response>(), retryAfterSeconds);
    return true;
  }
}

// People type their password into the wrong field: what was typed is not stored.
function digestOf(username: string): string {
  return createHash('sha256').update(username.trim().toLowerCase()).digest('base64url');
}
