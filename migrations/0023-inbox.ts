import type { MigrationInterface, QueryRunner } from 'typeorm';
import { securedByUnit } from './unit-rule.js';

/** What lists say of a case without opening it, who was sent a copy, and who has acted where. */
export class Inbox1760000000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One row per case of any workflow, kept by the statement that stores its step. Derived, and made again when it is
      -- missing: the case itself and its events are the truth.
      CREATE TABLE case_card (
        workflow text NOT NULL,
        case_id bigint NOT NULL,
        unit_id bigint NOT NULL REFERENCES unit,
        created_by bigint REFERENCES app_user,
        created_at timestamptz NOT NULL,
        version int NOT NULL,
        done boolean NOT NULL,
        -- When the case came to where it stands.
        since timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        -- First day on which what it waits for can be done.
        from_day date NOT NULL,
        returned boolean NOT NULL,
        state_path text NOT NULL,
        title text NOT NULL,
        flags text[] NOT NULL,
        -- For whom it waits: holders of these roles on its unit,
        roles text[] NOT NULL,
        -- but not, as role:user, these,
        barred text[] NOT NULL,
        -- and those asked for a signature.
        asked bigint[] NOT NULL,
        -- Scheme that made the card.
        made_by text NOT NULL,
        PRIMARY KEY (workflow, case_id)
      ) WITH (fillfactor = 70);
      -- For whoever answers for a few units, and for whoever answers for the whole tree: there a page must not sort all.
      CREATE INDEX case_card_open ON case_card (unit_id) WHERE NOT done;
      CREATE INDEX case_card_waiting ON case_card (since, workflow, case_id) WHERE NOT done;
      CREATE INDEX case_card_begun ON case_card (created_by, created_at DESC);
      CREATE INDEX case_event_by_actor ON case_event (actor_id, at DESC) WHERE actor_id IS NOT NULL;

      -- 抄送: a case that somebody should know of.
      CREATE TABLE case_copy (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        workflow text NOT NULL,
        case_id bigint NOT NULL,
        unit_id bigint NOT NULL REFERENCES unit,
        user_id bigint NOT NULL REFERENCES app_user,
        sent_by bigint NOT NULL REFERENCES app_user,
        sent_at timestamptz NOT NULL,
        UNIQUE (user_id, workflow, case_id)
      );
      CREATE INDEX case_copy_of_user ON case_copy (user_id, sent_at DESC);
      ${securedByUnit('case_card')}
      ${securedByUnit('case_copy')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
