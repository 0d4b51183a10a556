import { randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, type Tx } from '../platform/index.js';
import { LOCK_AFTER_FAILURES, LOCK_MINUTES } from './identity.settings.js';
import { hashPassword, matchesHash } from './password-hash.js';
import { describeAct } from '../platform/audit/index.js';

/** A user name whose password was right a moment ago. */
export interface Credential {
  id: number;
  passwordHash: string;
}

/** Checks passwords and counts failures; an account locks for a while after too many in a row. */
@Injectable()
export class CredentialsService implements OnModuleInit {
  private hashOfNobody: string;

  constructor(@Inject(Db) private readonly db: Db) {}

  async onModuleInit(): Promise<void> {
    this.hashOfNobody = await hashPassword(randomBytes(16).toString('base64url'));
  }

  /**
   * The credential when name and password are right. An unknown name costs as much computing as a wrong password. It
   * counts for something only once `accept` has taken it.
   */
  async check(username: string, password: string): Promise<Credential | null> {
    const credential = await this.find(username);
    const matches = await matchesHash(credential?.passwordHash ?? this.hashOfNobody, password);
    if (matches) return credential;
    if (credential !== null) {
      describeAct({ objectType: 'user', objectId: String(credential.id) });
      await this.countFailure(this.db, credential.id);
    }
    return null;
  }

  /**
   * Takes a checked credential inside the transaction that acts on it: false when the account is locked or disabled or its
   * password changed meanwhile. So guesses sent all at once win nothing over guesses sent one after another. Where a
   * second factor follows, failures are forgotten only after it: a right password must not buy more guesses at the code.
   */
  async accept(tx: Pick<Tx, 'query'>, { id, passwordHash }: Credential): Promise<boolean> {
    const { rowCount } = await tx.query(
      'identity-accept-credential',
      `UPDATE app_user SET failed_sign_ins = CASE WHEN has_second_factor THEN failed_sign_ins ELSE 0 END,
         locked_until = CASE WHEN has_second_factor THEN locked_until END
       WHERE id = $1 AND password_hash = $2 AND status = 'active' AND (locked_until IS NULL OR locked_until <= now())`,
      [id, passwordHash],
    );
    return rowCount === 1;
  }

  async forgetFailures(tx: Pick<Tx, 'query'>, userId: number): Promise<void> {
    await tx.query(
      'identity-forget-failures',
      'UPDATE app_user SET failed_sign_ins = 0, locked_until = NULL WHERE id = $1',
      [userId],
    );
  }

  /** A lock that is over starts the count anew. */
  async countFailure(tx: Pick<Tx, 'query'>, userId: number): Promise<void> {
    await tx.query(
      'identity-count-failure',
      `UPDATE app_user SET
         failed_sign_ins = CASE WHEN locked_until IS NULL THEN failed_sign_ins + 1 ELSE 1 END,
         locked_until = CASE WHEN locked_until IS NULL AND failed_sign_ins + 1 >= $2
           THEN now() + make_interval(mins => $3) END
       WHERE id = $1 AND (locked_until IS NULL OR locked_until <= now())`,
      [userId, LOCK_AFTER_FAILURES, LOCK_MINUTES],
    );
  }

  private async find(username: string): Promise<Credential | null> {
    const { rows } = await this.db.query<Credential>(
      'identity-credential',
      `SELECT id, password_hash AS "passwordHash" FROM app_user
       WHERE username = lower($1) AND password_hash IS NOT NULL`,
      [username],
    );
    return rows[0] ?? null;
  }
}
