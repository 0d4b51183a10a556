import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Db, GRANT_PARAMETER } from '../../platform/index.js';
import { refuse } from '../identity.refusals.js';

const GRANT_SECONDS = 60;
const LONGEST_PATH = 2_000;

export interface IssuedGrant {
  /** Where to fetch the file, the grant included. */
  url: string;
  endsAt: string;
}

/** Leave to fetch one file: bound to a session and one address, for a minute, once. */
@Injectable()
export class DownloadGrants {
  constructor(@Inject(Db) private readonly db: Db) {}

  /**
   * Whether the session may read what lies there is asked when it is fetched, as of every read.
   *
   * @param address path and query, as the file would be fetched without a grant
   * @refuses DOWNLOAD_PATH_INVALID
   */
  async issue(sessionId: number, address: string, purpose: string | null): Promise<IssuedGrant> {
    const path = pathOf(address) ?? refuse('DOWNLOAD_PATH_INVALID');
    const token = randomBytes(32).toString('base64url');
    const { rows } = await this.db.transaction((tx) =>
      tx.query<{ endsAt: Date }>(
        'identity-issue-download-grant',
        `WITH swept AS (DELETE FROM download_grant WHERE ends_at <= now())
         INSERT INTO download_grant (token_hash, session_id, path, purpose, ends_at)
         VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5)) RETURNING ends_at AS "endsAt"`,
        [hashOf(token), sessionId, path, purpose, GRANT_SECONDS],
      ),
    );
    const endsAt = rows[0]?.endsAt ?? new Date(0);
    const sign = path.includes('?') ? '&' : '?';
    return { url: `${path}${sign}${GRANT_PARAMETER}=${token}`, endsAt: endsAt.toISOString() };
  }

  /**
   * Uses a grant up.
   *
   * @param address as the request has it, the grant included
   * @returns what it was asked for
   * @refuses DOWNLOAD_GRANT_INVALID - none, of another session, for another address, used, or over
   */
  async take(sessionId: number, address: string): Promise<{ purpose: string | null }> {
    const token = parse(address)?.searchParams.get(GRANT_PARAMETER);
    const path = pathOf(address);
    if (token === null || token === undefined || path === null) return refuse('DOWNLOAD_GRANT_INVALID');
    const { rows } = await this.db.query<{ purpose: string | null }>(
      'identity-take-download-grant',
      `DELETE FROM download_grant WHERE token_hash = $1 AND session_id = $2 AND path = $3 AND ends_at > now()
       RETURNING purpose`,
      [hashOf(token), sessionId, path],
    );
    return rows[0] ?? refuse('DOWNLOAD_GRANT_INVALID');
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The same address as the route's own query knows it: a grant that has been used is no parameter of what is fetched. */
export function withoutGrant(address: string): string {
  const url = parse(address);
  if (url === null) return address;
  url.searchParams.delete(GRANT_PARAMETER);
  return `${url.pathname}${url.search}`;
}

/** Path and query without the grant, written in one way; null for what is no address of the interface. */
function pathOf(address: string): string | null {
  const url = address.length > LONGEST_PATH ? null : parse(address);
  if (url === null || !url.pathname.startsWith('/api/v1/')) return null;
  url.searchParams.delete(GRANT_PARAMETER);
  url.searchParams.sort();
  return `${url.pathname}${url.search}`;
}

function parse(address: string): URL | null {
  const isOwn = /^\/(?!\/)/.test(address) && URL.canParse(address, 'http://product');
  return isOwn ? new URL(address, 'http://product') : null;
}
