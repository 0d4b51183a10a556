import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Db, refuse } from '../platform/index.js';

/** So many hits of one key per minute. */
export interface RateLimit {
  key: string;
  perMinute: number;
}

interface Window {
  key: string;
  hits: number;
  waitSeconds: number;
}

/**
 * Counts in the database, so that all nodes count together: one statement for all keys, in their order, so that two
 * requests never wait for each other. Windows long over are swept along, a few at a time.
 */
@Injectable()
export class RateLimiter {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** Counts one hit of each key. @returns after how many seconds to try again, or null when all are within limits */
  async hit(limits: readonly RateLimit[]): Promise<number | null> {
    const { rows } = await this.db.query<Window>(
      'identity-rate-hit',
      `WITH swept AS (
         DELETE FROM rate_window WHERE key IN (
           SELECT key FROM rate_window WHERE ends_at < now() - interval '1 hour' AND key <> ALL ($1::text[])
           LIMIT 100 FOR UPDATE SKIP LOCKED))
       INSERT INTO rate_window AS stored (key, hits, ends_at)
       SELECT key, 1, now() + interval '1 minute' FROM unnest($1::text[]) AS given (key) ORDER BY key
       ON CONFLICT (key) DO UPDATE SET
         hits = CASE WHEN stored.ends_at <= now() THEN 1 ELSE stored.hits + 1 END,
         ends_at = CASE WHEN stored.ends_at <= now() THEN excluded.ends_at ELSE stored.ends_at END
       RETURNING key, hits, ceil(extract(epoch FROM ends_at - now()))::int AS "waitSeconds"`,
      [limits.map(({ key }) => key)],
    );
    const allowed = new Map(limits.map(({ key, perMinute }) => [key, perMinute]));
    const waits = rows.filter(({ key, hits }) => hits > (allowed.get(key) ?? 0)).map((row) => row.waitSeconds);
    return waits.length === 0 ? null : Math.max(...waits);
  }
}

/** Ends the request and tells when to come back. */
export function refuseTooMany(response: Response, retryAfterSeconds: number): never {
  response.setHeader('Retry-After', String(Math.max(1, retryAfterSeconds)));
  return refuse('TOO_MANY_REQUESTS');
}
