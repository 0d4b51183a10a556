import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Channels that leave the product, what people want of them, and every message queued. */
export class Channels1760000000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE channel (
        id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        name text PRIMARY KEY CHECK (name IN ('email','wecom','dingtalk')),
        enabled boolean NOT NULL,
        settings jsonb NOT NULL,
        -- Encrypted by the product.
        secret bytea,
        -- The other side has asked for patience.
        paused_until timestamptz,
        tested_at timestamptz,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE notification_preference (
        user_id bigint PRIMARY KEY REFERENCES app_user,
        channels text[] NOT NULL,
        muted_kinds text[] NOT NULL,
        -- Addresses and accounts of the channels; encrypted by the product.
        addresses bytea,
        digest_minutes int NOT NULL CHECK (digest_minutes BETWEEN 5 AND 480),
        updated_at timestamptz NOT NULL
      );

      -- One message to one person. Its text is made when it is sent: how many cases are unread then, and nothing else.
      CREATE TABLE delivery (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        channel text NOT NULL REFERENCES channel,
        user_id bigint NOT NULL REFERENCES app_user,
        -- The notice that gave the first reason for it.
        notice_id bigint NOT NULL REFERENCES notice,
        state text NOT NULL CHECK (state IN ('waiting','sending','sent','dropped','dead')),
        attempts int NOT NULL DEFAULT 0,
        -- By the clock of work: not before the digest of this person is over.
        due_at timestamptz NOT NULL,
        -- By the database's own time, like everything that several processes share.
        next_attempt_at timestamptz NOT NULL,
        attempted_at timestamptz,
        sent_at timestamptz,
        last_error text,
        created_at timestamptz NOT NULL,
        UNIQUE (channel, user_id, notice_id)
      );
      -- Whatever happens until it is sent goes with it.
      CREATE UNIQUE INDEX delivery_one_waiting ON delivery (channel, user_id) WHERE state = 'waiting';
      CREATE INDEX delivery_open ON delivery (channel, due_at, id) WHERE state IN ('waiting','sending');
      CREATE INDEX delivery_attempted ON delivery (channel, attempted_at) WHERE attempted_at IS NOT NULL;
      CREATE INDEX delivery_sent ON delivery (user_id, channel, sent_at DESC) WHERE state = 'sent';
    `);
    for (const [table, column] of [
      ['channel', 'secret'],
      ['notification_preference', 'addresses'],
    ] as const) {
      await db.query(`
        CREATE TRIGGER ${table}_under_current_key BEFORE INSERT OR UPDATE OF ${column} ON ${table}
          FOR EACH ROW WHEN (NEW.${column} IS NOT NULL) EXECUTE FUNCTION require_current_key('${column}')`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
