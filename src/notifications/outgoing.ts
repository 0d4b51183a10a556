import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '../platform/index.js';

/** A notice that has just been put before somebody. */
export interface ToldNotice {
  id: number;
  userId: number;
}

/**
 * Where messages to the outside are queued, in the transaction that gives the reason for them: for whoever wants them, on
 * channels that are switched on. One waits at a time for each person and channel; what comes meanwhile goes with it.
 */
@Injectable()
export class Outgoing {
  constructor(private readonly clock: Clock) {}

  async queue(tx: Tx, told: readonly ToldNotice[]): Promise<void> {
    if (told.length === 0) return;
    const ids = told.map(({ id }) => id);
    await tx.query(
      'outgoing-queue',
      `INSERT INTO delivery (channel, user_id, notice_id, state, due_at, next_attempt_at, created_at)
       SELECT c.name, n.user_id, min(n.id), 'waiting', greatest($2::timestamptz, (
                SELECT d.sent_at + p.digest_minutes * interval '1 minute' FROM delivery d
                WHERE d.user_id = n.user_id AND d.channel = c.name AND d.state = 'sent' ORDER BY d.sent_at DESC LIMIT 1)),
              now(), $2
       FROM notice n
       JOIN notification_preference p ON p.user_id = n.user_id AND NOT n.kind = ANY (p.muted_kinds)
       JOIN channel c ON c.enabled AND c.name = ANY (p.channels)
       WHERE n.id = ANY ($1::bigint[])
       GROUP BY c.name, n.user_id, p.digest_minutes ORDER BY c.name, n.user_id
       ON CONFLICT DO NOTHING`,
      [ids, this.clock.now()],
    );
  }
}
