import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { Db, type Tx } from '../../platform/index.js';
import type { Caller } from '../caller.js';
import { refuse } from '../identity.refusals.js';
import type { NewPasskeyBody, PasskeyBody, PasskeyOptions } from './second-factor.dto.js';
import type { RelyingParty } from './relying-party.js';
import { noteSecondFactor, putChallenge, takeChallenge } from './second-factor.rows.js';

interface StoredPasskey {
  id: number;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
}

/** Passkeys 通行密钥 (WebAuthn) as second factor: a device that signs a challenge for this website alone. */
@Injectable()
export class PasskeysService {
  private readonly logger = new Logger('SecondFactor');

  constructor(@Inject(Db) private readonly db: Db) {}

  async beginRegistration(caller: Caller, sessionId: number, party: RelyingParty): Promise<PasskeyOptions> {
    const options = await generateRegistrationOptions({
      rpName: '青配',
      rpID: party.id,
      userName: caller.username,
      userID: new TextEncoder().encode(String(caller.userId)),
      userDisplayName: caller.displayName,
      attestationType: 'none',
      excludeCredentials: (await this.passkeysOf(this.db, caller.userId)).map(({ credentialId: id }) => ({ id })),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    });
    await this.db.transaction((tx) => putChallenge(tx, sessionId, options.challenge));
    return { ...options };
  }

  /** @refuses ENROLMENT_FAILED - wrong website, challenge or signature, or too late */
  async register(caller: Caller, sessionId: number, party: RelyingParty, body: NewPasskeyBody): Promise<number> {
    const expectedChallenge = await this.db.transaction((tx) => takeChallenge(tx, sessionId));
    if (expectedChallenge === null) refuse('ENROLMENT_FAILED');
    const verified = await verifyRegistrationResponse({
      response: body.credential,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
    }).catch((error: Error) => this.explain(error));
    if (verified === null || !verified.verified) refuse('ENROLMENT_FAILED');
    const { credential } = verified.registrationInfo;
    return this.store(caller.userId, body.label, credential);
  }

  /** Options without a list when the account has none: the same shape tells nothing. */
  async beginAssertion(userId: number, sessionId: number, party: RelyingParty): Promise<PasskeyOptions> {
    const options = await generateAuthenticationOptions({
      rpID: party.id,
      allowCredentials: (await this.passkeysOf(this.db, userId)).map(({ credentialId: id }) => ({ id })),
      userVerification: 'preferred',
    });
    await this.db.transaction((tx) => putChallenge(tx, sessionId, options.challenge));
    return { ...options };
  }

  /** Whether the answer was made by one of the user's devices for the session's challenge, which is used up. */
  async use(
    tx: Tx,
    userId: number,
    sessionId: number,
    party: RelyingParty,
    { credential }: PasskeyBody,
  ): Promise<boolean> {
    const expectedChallenge = await takeChallenge(tx, sessionId);
    const stored = (await this.passkeysOf(tx, userId)).find((passkey) => passkey.credentialId === credential.id);
    if (expectedChallenge === null || stored === undefined) return false;
    const verified = await verifyAuthenticationResponse({
      response: credential,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
      credential: { id: stored.credentialId, publicKey: new Uint8Array(stored.publicKey), counter: stored.counter },
    }).catch((error: Error) => this.explain(error));
    if (verified === null || !verified.verified) return false;
    await tx.query('identity-passkey-used', 'UPDATE passkey SET counter = $2, last_used_at = now() WHERE id = $1', [
      stored.id,
      verified.authenticationInfo.newCounter,
    ]);
    return true;
  }

  /** @refuses SECOND_FACTOR_NOT_FOUND - also when it is somebody else's */
  async remove(userId: number, id: number): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { rowCount } = await tx.query(
        'identity-remove-passkey',
        'DELETE FROM passkey WHERE id = $1 AND user_id = $2',
        [id, userId],
      );
      if (rowCount === 0) refuse('SECOND_FACTOR_NOT_FOUND');
      await noteSecondFactor(tx, userId);
    });
    this.logger.log({ event: 'passkey-removed', userId });
  }

  private async store(
    userId: number,
    label: string,
    credential: { id: string; publicKey: Uint8Array; counter: number; transports?: string[] },
  ): Promise<number> {
    const id = await this.db.transaction(async (tx) => {
      const { rows } = await tx.query<{ id: number }>(
        'identity-add-passkey',
        `INSERT INTO passkey (user_id, credential_id, public_key, counter, transports, label)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (credential_id) DO NOTHING RETURNING id`,
        [
          userId,
          credential.id,
          Buffer.from(credential.publicKey),
          credential.counter,
          credential.transports ?? [],
          label,
        ],
      );
      await noteSecondFactor(tx, userId);
      return rows[0]?.id ?? refuse('ENROLMENT_FAILED');
    });
    this.logger.log({ event: 'passkey-enrolled', userId });
    return id;
  }

  private async passkeysOf(db: Pick<Tx, 'query'>, userId: number): Promise<StoredPasskey[]> {
    const { rows } = await db.query<StoredPasskey>(
      'identity-passkeys',
      `SELECT id, credential_id AS "credentialId", public_key AS "publicKey", counter FROM passkey
       WHERE user_id = $1 ORDER BY id`,
      [userId],
    );
    return rows;
  }

  // What the library throws is a device's answer it does not accept: expected, and of interest to the operator alone.
  private explain(error: Error): null {
    this.logger.warn({ event: 'passkey-refused', reason: error.name });
    return null;
  }
}
