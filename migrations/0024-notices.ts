import type { MigrationInterface, QueryRunner } from 'typeorm';
import { securedByUnit } from './unit-rule.js';

/** Notices within the product: one row for each person who should learn of something. */
export class Notices1760000000024 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE notice (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        user_id bigint NOT NULL REFERENCES app_user,
        -- The engine's key: handed over again, it is the same notice.
        key text NOT NULL,
        kind text NOT NULL,
        workflow text NOT NULL,
        case_id bigint NOT NULL,
        unit_id bigint NOT NULL REFERENCES unit,
        version int NOT NULL,
        -- Where the case stood. Titles and names are joined when the notice is read, under the reader's reach.
        state_path text NOT NULL,
        deadline jsonb,
        late boolean NOT NULL,
        at timestamptz NOT NULL,
        read_at timestamptz,
        UNIQUE (user_id, key)
      );
      CREATE INDEX notice_of_user ON notice (user_id, id DESC);
      CREATE INDEX notice_unread ON notice (user_id) WHERE read_at IS NULL;
      CREATE INDEX notice_unread_of_case ON notice (workflow, case_id) WHERE read_at IS NULL;
      ${securedByUnit('notice')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
