import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Leave to fetch one file: for one session, once, within a minute. It ends with its session, and is lost in a crash, when
 * nothing depends on it any more.
 */
export class DownloadGrants1760000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE UNLOGGED TABLE download_grant (
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        session_id bigint NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        -- Path and query of the file, and of nothing else.
        path text NOT NULL,
        purpose text,
        ends_at timestamptz NOT NULL
      );
      CREATE INDEX download_grant_session ON download_grant (session_id);
      CREATE INDEX download_grant_ends ON download_grant (ends_at);`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
