import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { describeAct } from '../platform/audit/index.js';
import { Db } from '../platform/index.js';
import type { Caller } from './caller.js';
import { type Credential, CredentialsService } from './credentials.service.js';
import { refuse } from './identity.refusals.js';
import { IdentitySettings } from './identity.settings.js';
import { requireNewPassword, storePassword } from './own-password.js';
import { hashPassword } from './password-hash.js';
import { requireStrongPassword } from './require-strong-password.js';
import { SessionStore, type SignInOrigin } from './session.store.js';

/** Signing in and changing one's own password. */
@Injectable()
export class SignInService {
  private readonly logger = new Logger('SignIn');

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CredentialsService) private readonly credentials: CredentialsService,
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(IdentitySettings) private readonly settings: IdentitySettings,
  ) {}

  /**
   * Opens a session and returns its token. Why a sign-in fails shows neither in the answer nor in its timing. Whether a
   * second factor follows is told only to who knows the password.
   */
  async signIn(username: string, password: string, origin: SignInOrigin): Promise<string> {
    const refusalIsDue = delay(this.settings.refusalDelayMs);
    const credential = await this.credentials.check(username, password);
    if (credential !== null) describeAct({ event: 'sign-in', actorId: credential.id });
    const token = credential === null ? null : await this.openFor(credential, origin);
    if (credential === null || token === null) {
      await refusalIsDue;
      this.logger.warn({ event: 'sign-in-refused', address: origin.address });
      refuse('SIGN_IN_FAILED');
    }
    this.logger.log({ event: 'signed-in', userId: credential.id });
    return token;
  }

  /**
   * Changes the caller's own password, signs the caller out everywhere and returns the token of a new session.
   * @refuses PASSWORD_TOO_WEAK, PASSWORD_WRONG, PASSWORD_USED_BEFORE
   */
  async changePassword(caller: Caller, current: string, next: string, origin: SignInOrigin): Promise<string> {
    requireStrongPassword(next, caller.username);
    const credential = await this.credentials.check(caller.username, current);
    if (credential === null) refuse('PASSWORD_WRONG');
    const { passwordHistory: history } = this.settings;
    await requireNewPassword(this.db, caller.userId, next, Math.max(1, history));
    const passwordHash = await hashPassword(next);
    const token = await this.db.transaction(async (tx) => {
      if (!(await this.credentials.accept(tx, credential))) refuse('PASSWORD_WRONG');
      await storePassword(tx, { userId: caller.userId, passwordHash, isInitial: false, history });
      await this.sessions.endAll(tx, caller.userId);
      const session = { userId: caller.userId, byPassword: true, secondFactorShown: true };
      return this.sessions.open(tx, { ...origin, ...session, replaces: null });
    });
    this.logger.log({ event: 'password-changed', userId: caller.userId });
    return token;
  }

  private openFor(credential: Credential, origin: SignInOrigin): Promise<string | null> {
    return this.db.transaction(async (tx) =>
      (await this.credentials.accept(tx, credential))
        ? this.sessions.open(tx, { userId: credential.id, ...origin, byPassword: true, secondFactorShown: false })
        : null,
    );
  }
}
