import type { MigrationInterface, QueryRunner } from 'typeorm';
import { securedByUnit } from './unit-rule.js';

/** 廉洁意见: the discipline commission is asked of one cadre of a proposal. */
export class IntegrityOpinion1760000000036 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE integrity_opinion (
        -- The engine's columns, in this order, as in the table of every workflow; see 0005.
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        unit_id bigint NOT NULL REFERENCES unit,
        created_by bigint REFERENCES app_user,
        created_at timestamptz NOT NULL,
        version int NOT NULL CHECK (version > 0),
        machine_revision int NOT NULL,
        done boolean NOT NULL DEFAULT false,
        updated_at timestamptz NOT NULL,
        state jsonb NOT NULL,
        state_path text NOT NULL,
        context jsonb NOT NULL,
        create_command_id text NOT NULL,
        proposal_id bigint NOT NULL REFERENCES proposal,
        cadre_code text NOT NULL,
        UNIQUE (created_by, create_command_id)
      ) WITH (fillfactor = 70);
      -- One question at a time about one person.
      CREATE UNIQUE INDEX integrity_opinion_one_open ON integrity_opinion (proposal_id, cadre_code) WHERE NOT done;
      CREATE INDEX integrity_opinion_of_unit ON integrity_opinion (unit_id, id);
      ${securedByUnit('integrity_opinion')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
