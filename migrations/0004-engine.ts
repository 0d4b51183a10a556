import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every workflow shares: the event history, deadlines, the outbox, comments and attachments. */
export class Engine1760000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE case_event (
        workflow text NOT NULL,
        case_id bigint NOT NULL,
        version int NOT NULL CHECK (version > 0),
        type text NOT NULL,
        -- The state after the event; the state before it is the previous row's.
        state jsonb NOT NULL,
        actor_id bigint REFERENCES app_user,
        actor_role text NOT NULL,
        on_behalf_of bigint REFERENCES app_user,
        at timestamptz NOT NULL,
        payload jsonb NOT NULL,
        facts jsonb NOT NULL,
        command_id text NOT NULL,
        machine_revision int NOT NULL,
        policy_version int NOT NULL,
        PRIMARY KEY (workflow, case_id, version),
        UNIQUE (workflow, case_id, command_id)
      );
      CREATE TRIGGER case_event_is_history BEFORE UPDATE OR DELETE ON case_event
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE deadline (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        workflow text NOT NULL,
        case_id bigint NOT NULL,
        name text NOT NULL,
        armed_version int NOT NULL,
        start_day date NOT NULL,
        due_day date NOT NULL,
        -- Computed past the calendar's coverage: a guess until that year's holidays are loaded.
        provisional boolean NOT NULL,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open','closed')),
        closed_version int,
        UNIQUE (workflow, case_id, name, armed_version),
        CHECK ((status = 'closed') = (closed_version IS NOT NULL))
      );
      CREATE UNIQUE INDEX deadline_one_open ON deadline (workflow, case_id, name) WHERE status = 'open';
      CREATE INDEX deadline_due ON deadline (due_day) WHERE status = 'open';

      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        workflow text NOT NULL,
        case_id bigint NOT NULL,
        version int NOT NULL,
        ordinal int NOT NULL,
        effect text NOT NULL,
        params jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        attempts int NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL,
        done_at timestamptz,
        dead_at timestamptz,
        last_error text,
        UNIQUE (workflow, case_id, version, ordinal)
      );
      CREATE INDEX outbox_waiting ON outbox (next_attempt_at) WHERE done_at IS NULL AND dead_at IS NULL;

      CREATE TABLE case_comment (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        workflow text NOT NULL,
        case_id bigint NOT NULL,
        author_id bigint NOT NULL REFERENCES app_user,
        on_behalf_of bigint REFERENCES app_user,
        body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
        command_id text NOT NULL,
        created_at timestamptz NOT NULL,
        UNIQUE (workflow, case_id, command_id)
      );

      CREATE TABLE case_attachment (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        workflow text NOT NULL,
        case_id bigint NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
        media_type text NOT NULL,
        size int NOT NULL CHECK (size > 0),
        sha256 bytea NOT NULL,
        content bytea NOT NULL,
        uploaded_by bigint NOT NULL REFERENCES app_user,
        created_at timestamptz NOT NULL,
        UNIQUE (workflow, case_id, sha256)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
