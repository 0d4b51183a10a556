import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Config, Db } from '../platform/index.js';
import { IdentitySettings } from './identity.settings.js';
import { refuse } from './identity.refusals.js';
import type { Visit } from './caller.query.js';
import type { SessionView } from './session.dto.js';
import { describeCaller } from './session-view.query.js';
import { SESSION_COOKIE, cookieOptions } from './session-token.js';
import { Visits } from './visits.js';

/** Hands a session to the browser, and says whose it is. */
@Injectable()
export class SessionPresenter {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Config) private readonly config: Config,
    @Inject(IdentitySettings) private readonly settings: IdentitySettings,
    @Inject(Visits) private readonly visits: Visits,
  ) {}

  /** Sets the cookie of a session that was just opened or renewed, and describes it. */
  async handOver(response: Response, token: string): Promise<SessionView> {
    const visit = await this.visits.find(token);
    // Disabled in the very moment between the two statements.
    if (visit === null) refuse('SIGN_IN_FAILED');
    this.setCookie(response, token);
    return this.show(visit);
  }

  async show({ caller, due }: Visit): Promise<SessionView> {
    return { ...(await describeCaller(this.db, caller)), profile: this.config.profile, due: [...due] };
  }

  setCookie(response: Response, token: string): void {
    const maxAge = this.settings.sessionMaxHours * 3_600_000;
    response.cookie(SESSION_COOKIE, token, { ...cookieOptions(this.settings.secureCookie), maxAge });
  }

  clearCookie(response: Response): void {
    response.clearCookie(SESSION_COOKIE, cookieOptions(this.settings.secureCookie));
  }
}
