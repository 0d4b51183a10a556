import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock, Db, type Tx } from '../../platform/index.js';
import { requireUser } from '../account.rows.js';
import type { Caller } from '../caller.js';
import { CredentialsService } from '../credentials.service.js';
import { lockForDuty } from '../identity-lock.js';
import { refuse } from '../identity.refusals.js';
import { SECURITY_DUTY } from '../roles.js';
import { SessionStore } from '../session.store.js';
import type { SecondFactorsView } from './second-factor.dto.js';
import { lockAwaited, noteSecondFactor } from './second-factor.rows.js';

interface FactorsRow {
  totp: boolean;
  recoveryCodesLeft: number;
  passkeys: SecondFactorsView['passkeys'];
}

/** The second step of signing in, and what an account has for it. */
@Injectable()
export class SecondFactorService {
  private readonly logger = new Logger('SecondFactor');

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CredentialsService) private readonly credentials: CredentialsService,
    @Inject(SessionStore) private readonly sessions: SessionStore,
  ) {}

  /**
   * Completes the sign-in of a session when the second factor is right; a wrong one counts like a wrong password.
   * @param show checks the factor and uses it up
   * @returns the session's new token
   * @refuses SECOND_FACTOR_WRONG - also for a locked account: nobody learns whether the code was right
   */
  async complete(sessionId: number, show: (tx: Tx, userId: number) => Promise<boolean>): Promise<string> {
    const token = await this.db.transaction(async (tx) => {
      const awaited = await lockAwaited(tx, sessionId);
      if (awaited === null || !awaited.isOpen) return null;
      if (!(await show(tx, awaited.userId))) {
        await this.credentials.countFailure(tx, awaited.userId);
        return null;
      }
      await this.credentials.forgetFailures(tx, awaited.userId);
      return this.sessions.complete(tx, sessionId);
    });
    if (token === null) {
      this.logger.warn({ event: 'second-factor-refused' });
      refuse('SECOND_FACTOR_WRONG');
    }
    this.logger.log({ event: 'second-factor-shown' });
    return token;
  }

  async list(userId: number): Promise<SecondFactorsView> {
    const { rows } = await this.db.query<FactorsRow>(
      'identity-second-factors',
      `SELECT EXISTS (SELECT 1 FROM totp_secret WHERE user_id = $1 AND confirmed_at IS NOT NULL) AS totp,
         (SELECT count(*)::int FROM recovery_code WHERE user_id = $1) AS "recoveryCodesLeft",
         (SELECT coalesce(json_agg(json_build_object('id', id, 'label', label, 'createdAt', created_at,
            'lastUsedAt', last_used_at) ORDER BY id), '[]') FROM passkey WHERE user_id = $1) AS passkeys`,
      [userId],
    );
    return rows[0] ?? { totp: false, recoveryCodesLeft: 0, passkeys: [] };
  }

  /**
   * Takes every second factor of somebody who lost them. The security administrator's, while passwords are the system
   * administrator's: no single administrator can take over an account.
   * @refuses OWN_ACCOUNT, USER_NOT_FOUND
   */
  async reset(admin: Caller, userId: number): Promise<void> {
    if (userId === admin.userId) refuse('OWN_ACCOUNT');
    await this.db.transaction(async (tx) => {
      await lockForDuty(tx, admin, SECURITY_DUTY, this.clock.today());
      await requireUser(tx, userId);
      await tx.query('identity-reset-totp', 'DELETE FROM totp_secret WHERE user_id = $1', [userId]);
      await tx.query('identity-reset-recovery', 'DELETE FROM recovery_code WHERE user_id = $1', [userId]);
      await tx.query('identity-reset-passkeys', 'DELETE FROM passkey WHERE user_id = $1', [userId]);
      await noteSecondFactor(tx, userId);
      await this.sessions.endAll(tx, userId);
    });
    this.logger.log({ event: 'second-factors-reset', by: admin.userId, userId });
  }
}
