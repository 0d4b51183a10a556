import { Injectable } from '@nestjs/common';
import type { Caller } from '../../engine/index.js';
import { Clock, Db } from '../../platform/index.js';
import type { SavedView, ViewsBody } from './saved-view.dto.js';

/** Filters of the desk under names of one's own. They hold conditions, never cases: what they find is asked anew each time. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async get({ userId }: Caller): Promise<ViewsBody> {
    const { rows } = await this.db.query<{ items: SavedView[] }>(
      'saved-views-of-user',
      'SELECT views AS items FROM saved_views WHERE user_id = $1',
      [userId],
    );
    return { items: rows[0]?.items ?? [] };
  }

  /** Replaces all of them: of two windows the later one stands. */
  async set({ items }: ViewsBody, { userId }: Caller): Promise<ViewsBody> {
    await this.db.transaction((tx) =>
      tx.query(
        'saved-views-set',
        `INSERT INTO saved_views (user_id, views, updated_at) VALUES ($1, $2, $3)
         ON CONFLICT (user_id) DO UPDATE SET views = excluded.views, updated_at = excluded.updated_at`,
        [userId, JSON.stringify(items), this.clock.now()],
      ),
    );
    return { items };
  }
}
