import { Inject, Injectable, Logger } from '@nestjs/common';
import { describeAct } from '../platform/audit/index.js';
import { Clock, Db, type Tx } from '../platform/index.js';
import { type NewAccount, insertAccount, requireUser, willHold } from './account.rows.js';
import type { Caller } from './caller.js';
import { refuse } from './identity.refusals.js';
import { lockForDuty } from './identity-lock.js';
import { hashPassword } from './password-hash.js';
import { IdentitySettings } from './identity.settings.js';
import { storePassword } from './own-password.js';
import { requireStrongPassword } from './require-strong-password.js';
import { ADMINISTRATOR_ROLES, SYSTEM_DUTY } from './roles.js';
import { SessionStore } from './session.store.js';
import type { UserBody } from './user.dto.js';

/** The system administrator's work on accounts. Nobody does it to their own. */
@Injectable()
export class UsersService {
  private readonly logger = new Logger('Users');

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(IdentitySettings) private readonly settings: IdentitySettings,
  ) {}

  /**
   * An account without any role: giving roles is the security administrator's. Its password serves for one sign-in.
   * @refuses USERNAME_TAKEN, PASSWORD_TOO_WEAK
   */
  async create(admin: Caller, { password, ...person }: UserBody): Promise<number> {
    requireStrongPassword(password, person.username);
    const account: NewAccount = { ...person, passwordHash: await hashPassword(password), passwordIsInitial: true };
    const id = await this.db.transaction(async (tx) => {
      await lockForDuty(tx, admin, SYSTEM_DUTY, this.clock.today());
      const userId = (await insertAccount(tx, account)) ?? refuse('USERNAME_TAKEN');
      describeAct({ objectId: String(userId) });
      return userId;
    });
    this.note('user-created', admin, id);
    return id;
  }

  /** Signs the user out everywhere. Cases and history keep the name. */
  async disable(admin: Caller, userId: number): Promise<void> {
    await this.change(admin, userId, 'user-disabled', async (tx) => {
      await tx.query('identity-disable', `UPDATE app_user SET status = 'disabled' WHERE id = $1`, [userId]);
      await this.sessions.endAll(tx, userId);
    });
  }

  async enable(admin: Caller, userId: number): Promise<void> {
    await this.change(admin, userId, 'user-enabled', async (tx) => {
      await tx.query(
        'identity-enable',
        `UPDATE app_user SET status = 'active', failed_sign_ins = 0, locked_until = NULL WHERE id = $1`,
        [userId],
      );
    });
  }

  /**
   * Sets a password that serves for one sign-in, lifts a lock and signs the user out everywhere. Not for the account of
   * another kind of administrator: who keeps the accounts could else become all three.
   * @refuses ADMINISTRATOR_ACCOUNT, PASSWORD_TOO_WEAK, USER_NOT_FOUND, OWN_ACCOUNT
   */
  async resetPassword(admin: Caller, userId: number, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.change(admin, userId, 'password-reset', async (tx) => {
      requireStrongPassword(password, (await requireUser(tx, userId)).username);
      const others = ADMINISTRATOR_ROLES.filter((role) => !SYSTEM_DUTY.includes(role));
      if (await willHold(tx, userId, others, this.clock.today())) refuse('ADMINISTRATOR_ACCOUNT');
      await storePassword(tx, { userId, passwordHash, isInitial: true, history: this.settings.passwordHistory });
      await tx.query(
        'identity-lift-lock',
        'UPDATE app_user SET failed_sign_ins = 0, locked_until = NULL WHERE id = $1',
        [userId],
      );
      await this.sessions.endAll(tx, userId);
    });
  }

  private async change(admin: Caller, userId: number, event: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    if (userId === admin.userId) refuse('OWN_ACCOUNT');
    await this.db.transaction(async (tx) => {
      await lockForDuty(tx, admin, SYSTEM_DUTY, this.clock.today());
      await requireUser(tx, userId);
      await work(tx);
    });
    this.note(event, admin, userId);
  }

  private note(event: string, admin: Caller, userId: number): void {
    this.logger.log({ event, by: admin.userId, userId });
  }
}
