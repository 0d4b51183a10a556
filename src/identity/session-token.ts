import { createHash, randomBytes } from 'node:crypto';
import type { CookieOptions, Request } from 'express';
import type { SignInOrigin } from './session.store.js';

export const SESSION_COOKIE = 'qingpei_session';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A new opaque token of 256 random bits. Only its hash is stored, so a stolen database opens no session. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The session token a request carries, or null when there is none or it cannot be one. */
export function tokenOf(request: Pick<Request, 'headers'>): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${SESSION_COOKIE}=`))?.slice(SESSION_COOKIE.length + 1);
  return value !== undefined && TOKEN.test(value) ? value : null;
}

/** Where a sign-in comes from, as far as the request tells. */
export function originOf(request: Request): SignInOrigin {
  return { address: request.ip ?? null, replaces: tokenOf(request), terminal: request.header('user-agent') ?? null };
}

/** No script reads the cookie and no other site sends it; in production it travels over TLS alone. */
export function cookieOptions(secure: boolean): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure };
}
