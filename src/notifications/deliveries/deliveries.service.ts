import { Injectable } from '@nestjs/common';
import { Db, refuse, type Tx } from '../../platform/index.js';
import type { DeliveryPage, DeliveryQuery, DeliveryView } from './delivery.dto.js';

interface Row extends Omit<DeliveryView, 'createdAt' | 'nextAttemptAt'> {
  createdAt: Date;
  nextAttemptAt: Date;
}

const STATES: Readonly<Record<DeliveryQuery['state'], string>> = {
  waiting: `d.state IN ('waiting','sending') AND d.last_error IS NULL`,
  failed: `d.state IN ('waiting','sending') AND d.last_error IS NOT NULL`,
  dead: `d.state = 'dead'`,
};

const DELIVERIES = `
  SELECT d.id, d.channel, json_build_object('id', u.id, 'username', u.username) AS user, d.state, d.attempts,
         d.created_at AS "createdAt", d.next_attempt_at AS "nextAttemptAt", d.last_error AS "lastError"
  FROM delivery d JOIN app_user u ON u.id = d.user_id`;

/** Messages to the outside as the administrator sees them: to which account, and what became of them; never of what they tell. */
@Injectable()
export class DeliveriesService {
  constructor(private readonly db: Db) {}

  /** Newest first. */
  async page({ state, limit, cursor }: DeliveryQuery): Promise<DeliveryPage> {
    const { rows } = await this.db.query<Row>(
      `deliveries-page ${state}`,
      `${DELIVERIES} WHERE ${STATES[state]} AND ($1::bigint IS NULL OR d.id < $1) ORDER BY d.id DESC LIMIT $2`,
      [cursor ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(viewOf);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /**
   * Has a message tried again at once, with all its attempts before it. Where a later one waits for the same person, that
   * one is hurried instead.
   *
   * @refuses DELIVERY_NOT_OPEN - no such message, or sent already
   */
  async retry(id: number): Promise<DeliveryView> {
    return this.db.transaction(async (tx) => {
      const { rowCount } = await tx.query(
        'delivery-retry',
        `UPDATE delivery d SET attempts = 0, next_attempt_at = now(), due_at = least(d.due_at, d.created_at),
           state = CASE WHEN EXISTS (SELECT FROM delivery o WHERE o.channel = d.channel AND o.user_id = d.user_id
             AND o.state = 'waiting' AND o.id <> d.id) THEN 'dropped' ELSE 'waiting' END
         WHERE d.id = $1 AND d.state IN ('waiting','dead')`,
        [id],
      );
      if (rowCount === 0) refuse('DELIVERY_NOT_OPEN', { delivery: id });
      await this.hurry(tx, id);
      const { rows } = await tx.query<Row>('delivery-by-id', `${DELIVERIES} WHERE d.id = $1`, [id]);
      return viewOf(rows[0]!);
    });
  }

  private async hurry(tx: Tx, id: number): Promise<void> {
    await tx.query(
      'delivery-hurry',
      `UPDATE delivery o SET next_attempt_at = now(), due_at = least(o.due_at, o.created_at)
       FROM delivery d WHERE d.id = $1 AND d.state = 'dropped' AND o.channel = d.channel AND o.user_id = d.user_id AND o.state = 'waiting'`,
      [id],
    );
  }
}

function viewOf({ createdAt, nextAttemptAt, ...row }: Row): DeliveryView {
  return { ...row, createdAt: createdAt.toISOString(), nextAttemptAt: nextAttemptAt.toISOString() };
}
