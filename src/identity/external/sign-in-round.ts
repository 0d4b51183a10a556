import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { z } from 'zod';
import { Clock } from '../../platform/index.js';
import { IdentitySettings } from '../identity.settings.js';
import { SecretBox } from '../secret-box.js';

const COOKIE = 'qingpei_sign_in';
const LIFE_MS = 10 * 60_000;

const round = z.object({
  way: z.enum(['oidc', 'cas']),
  state: z.string(),
  nonce: z.string().optional(),
  verifier: z.string().optional(),
  /** Set when an account's owner went to have it linked. */
  linkTo: z.number().int().optional(),
  endsAt: z.number(),
});

/** What a browser on its way to the identity provider must bring back. */
export type Round = Omit<z.infer<typeof round>, 'endsAt'>;

/**
 * Ties the answer of an identity provider to the browser that asked: nobody can be signed in by a link somebody else
 * prepared. Kept encrypted in the browser, so that any node can take the answer.
 */
@Injectable()
export class SignInRound {
  constructor(
    @Inject(SecretBox) private readonly box: SecretBox,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdentitySettings) private readonly settings: IdentitySettings,
  ) {}

  async begin(response: Response, begun: Round): Promise<void> {
    const sealed = await this.box.seal(JSON.stringify({ ...begun, endsAt: this.clock.now().getTime() + LIFE_MS }));
    response.cookie(COOKIE, sealed.toString('base64url'), { ...this.options(), maxAge: LIFE_MS });
  }

  /** Takes the round out of the browser. @returns null when there is none of this way, or its time is over */
  async finish(request: Request, response: Response, way: Round['way']): Promise<Round | null> {
    response.clearCookie(COOKIE, this.options());
    const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
    const value = pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
    if (value === undefined) return null;
    const opened = round.safeParse(await this.opened(value));
    const isValid = opened.success && opened.data.way === way && opened.data.endsAt > this.clock.now().getTime();
    return isValid ? opened.data : null;
  }

  // Lax: the browser comes back from another site, and must bring it along.
  private options(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', path: '/api/v1/session', secure: this.settings.secureCookie };
  }

  private async opened(value: string): Promise<unknown> {
    try {
      return JSON.parse(await this.box.open(Buffer.from(value, 'base64url')));
    } catch {
      return null;
    }
  }
}
