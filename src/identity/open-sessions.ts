import { Inject, Injectable, Logger } from '@nestjs/common';
import { Db } from '../platform/index.js';
import { refuse } from './identity.refusals.js';
import { IdentitySettings } from './identity.settings.js';
import type { OpenSessionList, OpenSessionView } from './session.dto.js';

interface SessionRow extends Omit<OpenSessionView, 'createdAt' | 'lastSeenAt' | 'expiresAt' | 'isThisOne'> {
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** Where somebody is signed in, and ending it from afar. */
@Injectable()
export class OpenSessions {
  private readonly logger = new Logger('Sessions');

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(IdentitySettings) private readonly settings: IdentitySettings,
  ) {}

  /** @param own id of the session that asks */
  async list(userId: number, own: number): Promise<OpenSessionList> {
    const { rows } = await this.db.query<SessionRow>(
      'identity-open-sessions',
      `SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt", address, terminal
       FROM session
       WHERE user_id = $1 AND expires_at > now() AND last_seen_at > now() - make_interval(mins => $2)
       ORDER BY last_seen_at DESC, id DESC LIMIT 200`,
      [userId, this.settings.sessionIdleMinutes],
    );
    return {
      sessions: rows.map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        isThisOne: row.id === own,
      })),
    };
  }

  /** @refuses SESSION_NOT_FOUND - also when it is somebody else's */
  async end(userId: number, sessionId: number, by: number): Promise<void> {
    const { rowCount } = await this.db.transaction((tx) =>
      tx.query('identity-end-one-session', 'DELETE FROM session WHERE id = $1 AND user_id = $2', [sessionId, userId]),
    );
    if (rowCount === 0) refuse('SESSION_NOT_FOUND');
    this.logger.log({ event: 'session-ended', by, userId });
  }
}
