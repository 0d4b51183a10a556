import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Clock, Db } from '../platform/index.js';
import type { Caller } from './caller.js';
import { type Visit, type VisitQuestion, loadVisit, loadVisitCounted, lookAtVisit } from './caller.query.js';
import { IdentitySettings } from './identity.settings.js';
import { hashOfToken, tokenOf } from './session-token.js';

/** Who a session token stands for, now. */
@Injectable()
export class Visits {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdentitySettings) private readonly settings: IdentitySettings,
  ) {}

  find(token: string): Promise<Visit | null> {
    return loadVisit(this.db, this.question(token));
  }

  /**
   * Whose session a request that has been let in still belongs to: asked again while its answer goes on.
   * @returns null once the session has ended, or something is due in it
   */
  async whoStill(request: Pick<Request, 'headers'>): Promise<Caller | null> {
    const token = tokenOf(request);
    const visit = token === null ? null : await lookAtVisit(this.db, this.question(token));
    return visit === null || visit.due.length > 0 ? null : visit.caller;
  }

  /** For a request that changes something: counted against its user's and its address's limit. */
  async findCounted(
    token: string,
    address: string,
  ): Promise<{ visit: Visit | null; retryAfterSeconds: number | null }> {
    const { changesPerMinute: perUser, changesPerMinuteAndAddress: perAddress } = this.settings;
    if (perUser === 0) return { visit: await this.find(token), retryAfterSeconds: null };
    return loadVisitCounted(this.db, this.question(token), { address, perUser, perAddress });
  }

  private question(token: string): VisitQuestion {
    return {
      tokenHash: hashOfToken(token),
      idleMinutes: this.settings.sessionIdleMinutes,
      today: this.clock.today(),
      secondFactorRoles: this.settings.secondFactorRoles,
    };
  }
}
