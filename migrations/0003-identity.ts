import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who people are, what they may do and where, and for whom they stand in. */
export class Identity1760000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE app_user (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        username text NOT NULL UNIQUE CHECK (username = lower(username)),
        display_name text NOT NULL,
        password_hash text NOT NULL,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active','disabled')),
        failed_sign_ins int NOT NULL DEFAULT 0,
        locked_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE role_grant (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        user_id bigint NOT NULL REFERENCES app_user,
        role text NOT NULL CHECK (role IN ('clerk','leader','reviewer','chief','deputy','head','admin')),
        -- NULL means the whole tree.
        unit_id bigint REFERENCES unit,
        starts_on date NOT NULL DEFAULT '2000-01-01',
        -- First day on which the grant no longer holds.
        ends_on date,
        CHECK (ends_on IS NULL OR ends_on >= starts_on)
      );
      CREATE INDEX role_grant_user ON role_grant (user_id);

      CREATE TABLE session (
        token_hash bytea PRIMARY KEY,
        user_id bigint NOT NULL REFERENCES app_user,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        address text
      );
      CREATE INDEX session_by_user ON session (user_id);

      -- "to_user stands in for from_user": dated, revocable, never in a circle (checked under a lock in identity).
      CREATE TABLE delegation (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        from_user_id bigint NOT NULL REFERENCES app_user,
        to_user_id bigint NOT NULL REFERENCES app_user,
        starts_on date NOT NULL,
        -- Last day on which it holds.
        ends_on date NOT NULL,
        reason text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz,
        CHECK (from_user_id <> to_user_id),
        CHECK (ends_on >= starts_on)
      );
      CREATE INDEX delegation_to ON delegation (to_user_id);
      CREATE INDEX delegation_from ON delegation (from_user_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
