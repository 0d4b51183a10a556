import { randomBytes } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Db, type Tx } from '../../platform/index.js';
import type { Caller } from '../caller.js';
import { refuse } from '../identity.refusals.js';
import { SecretBox } from '../secret-box.js';
import type { NewTotp } from './second-factor.dto.js';
import { noteSecondFactor } from './second-factor.rows.js';
import { base32Of, newTotpSecret, totpStepOf, totpUri } from './totp.js';

const ISSUER = '青配';
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

interface StoredSecret {
  secret: Buffer;
  lastStep: number;
  seconds: number;
}

/** The authenticator program as second factor, and the recovery codes for the day it is lost. */
@Injectable()
export class TotpService {
  private readonly logger = new Logger('SecondFactor');

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SecretBox) private readonly box: SecretBox,
  ) {}

  /** A new secret, which counts once its first code was right. @refuses SECOND_FACTOR_EXISTS */
  async begin(caller: Caller): Promise<NewTotp> {
    const secret = newTotpSecret();
    const sealed = await this.box.seal(secret);
    const { rowCount } = await this.db.transaction((tx) =>
      tx.query(
        'identity-begin-totp',
        `INSERT INTO totp_secret AS stored (user_id, secret) VALUES ($1, $2)
         ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, last_step = 0 WHERE stored.confirmed_at IS NULL`,
        [caller.userId, sealed],
      ),
    );
    if (rowCount === 0) refuse('SECOND_FACTOR_EXISTS');
    return { secret, uri: totpUri(secret, caller.username, ISSUER) };
  }

  /** @returns recovery codes, shown this once. @refuses ENROLMENT_FAILED */
  async confirm(caller: Caller, code: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => base32Of(randomBytes(RECOVERY_BYTES)));
    const hashes = await Promise.all(codes.map((text) => this.box.hash('recovery', text)));
    await this.db.transaction(async (tx) => {
      if (!(await this.useCode(tx, caller.userId, code, false))) refuse('ENROLMENT_FAILED');
      await tx.query('identity-confirm-totp', 'UPDATE totp_secret SET confirmed_at = now() WHERE user_id = $1', [
        caller.userId,
      ]);
      await tx.query('identity-drop-recovery', 'DELETE FROM recovery_code WHERE user_id = $1', [caller.userId]);
      await tx.query(
        'identity-add-recovery',
        'INSERT INTO recovery_code (user_id, code_hash) SELECT $1, unnest($2::bytea[])',
        [caller.userId, hashes],
      );
      await noteSecondFactor(tx, caller.userId);
    });
    this.logger.log({ event: 'totp-enrolled', userId: caller.userId });
    return codes.map((text) => text.replaceAll(/.{4}(?=.)/g, '$&-'));
  }

  /** @refuses SECOND_FACTOR_NOT_FOUND */
  async remove(userId: number, by: number): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { rowCount } = await tx.query('identity-remove-totp', 'DELETE FROM totp_secret WHERE user_id = $1', [
        userId,
      ]);
      if (rowCount === 0) refuse('SECOND_FACTOR_NOT_FOUND');
      await tx.query('identity-drop-recovery', 'DELETE FROM recovery_code WHERE user_id = $1', [userId]);
      await noteSecondFactor(tx, userId);
    });
    this.logger.log({ event: 'totp-removed', userId, by });
  }

  /** Uses up a code of the authenticator or a recovery code: neither serves twice. */
  async use(tx: Tx, userId: number, code: string): Promise<boolean> {
    return (await this.useCode(tx, userId, code, true)) || (await this.useRecoveryCode(tx, userId, code));
  }

  private async useCode(tx: Tx, userId: number, code: string, confirmed: boolean): Promise<boolean> {
    const { rows } = await tx.query<StoredSecret>(
      'identity-totp-secret',
      `SELECT secret, last_step AS "lastStep", extract(epoch FROM now())::float8 AS seconds
       FROM totp_secret WHERE user_id = $1 AND (confirmed_at IS NOT NULL) = $2 FOR UPDATE`,
      [userId, confirmed],
    );
    const [stored] = rows;
    if (stored === undefined) return false;
    const step = totpStepOf(await this.box.open(stored.secret), code, stored.seconds, stored.lastStep);
    if (step === null) return false;
    await tx.query('identity-totp-used', 'UPDATE totp_secret SET last_step = $2 WHERE user_id = $1', [userId, step]);
    return true;
  }

  private async useRecoveryCode(tx: Tx, userId: number, code: string): Promise<boolean> {
    const typed = code.toUpperCase().replaceAll(/[\s-]/g, '');
    const { rowCount } = await tx.query(
      'identity-use-recovery',
      'DELETE FROM recovery_code WHERE user_id = $1 AND code_hash = ANY($2::bytea[])',
      [userId, await this.box.hashes('recovery', typed)],
    );
    return rowCount > 0;
  }
}
