import { Inject, Injectable } from '@nestjs/common';
import { Db, type Tx } from '../platform/index.js';
import { IdentitySettings } from './identity.settings.js';
import { hashOfToken, newSessionToken } from './session-token.js';

/** Where a sign-in comes from. */
export interface SignInOrigin {
  address: string | null;
  /** Token of the session the browser still holds; it ends with the new one. */
  replaces: string | null;
  /** What the browser says of itself. */
  terminal?: string | null;
}

export interface NewSession extends SignInOrigin {
  userId: number;
  /** The password was asked for: then it may be too old. */
  byPassword: boolean;
  /** The second factor has been shown already. */
  secondFactorShown: boolean;
}

const TERMINAL_LENGTH = 200;

/** Sessions as rows: opened, completed, ended, and swept of those whose time is over. */
@Injectable()
export class SessionStore {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(IdentitySettings) private readonly settings: IdentitySettings,
  ) {}

  /** Opens a session and returns its token, which is never seen again on our side. */
  async open(tx: Pick<Tx, 'query'>, session: NewSession): Promise<string> {
    const token = newSessionToken();
    const { sessionMaxHours, sessionIdleMinutes, passwordMaxAgeDays } = this.settings;
    await tx.query(
      'identity-open-session',
      `WITH swept AS (
         DELETE FROM session WHERE token_hash = $1 OR expires_at <= now()
           OR (user_id = $2 AND last_seen_at <= now() - make_interval(mins => $6)))
       INSERT INTO session (token_hash, user_id, created_at, last_seen_at, expires_at, address, terminal, due)
       SELECT $3, id, now(), now(), now() + make_interval(hours => $4), $5, $7, array_remove(ARRAY[
         CASE WHEN has_second_factor AND NOT $8 THEN 'second-factor' END,
         CASE WHEN $9 AND (password_is_initial
           OR ($10 > 0 AND password_set_at <= now() - make_interval(days => $10))) THEN 'password' END], NULL)
       FROM app_user WHERE id = $2`,
      [
        session.replaces === null ? null : hashOfToken(session.replaces),
        session.userId,
        hashOfToken(token),
        sessionMaxHours,
        session.address,
        sessionIdleMinutes,
        session.terminal?.slice(0, TERMINAL_LENGTH) ?? null,
        session.secondFactorShown,
        session.byPassword,
        passwordMaxAgeDays,
      ],
    );
    return token;
  }

  /** Takes the second factor as shown: the session lives on under a new token, as if signed in just now. */
  async complete(tx: Pick<Tx, 'query'>, sessionId: number): Promise<string> {
    const token = newSessionToken();
    await tx.query(
      'identity-complete-session',
      `UPDATE session SET token_hash = $2, due = array_remove(due, 'second-factor'), created_at = now(),
         last_seen_at = now(), expires_at = now() + make_interval(hours => $3), challenge = NULL, challenge_ends_at = NULL
       WHERE id = $1`,
      [sessionId, hashOfToken(token), this.settings.sessionMaxHours],
    );
    return token;
  }

  async end(token: string): Promise<void> {
    await this.db.transaction((tx) =>
      tx.query('identity-end-session', 'DELETE FROM session WHERE token_hash = $1', [hashOfToken(token)]),
    );
  }

  /** Signs a user out everywhere. */
  async endAll(tx: Pick<Tx, 'query'>, userId: number): Promise<void> {
    await tx.query('identity-end-sessions', 'DELETE FROM session WHERE user_id = $1', [userId]);
  }
}
