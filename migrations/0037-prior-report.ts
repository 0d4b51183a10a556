import type { MigrationInterface, QueryRunner } from 'typeorm';
import { securedByUnit } from './unit-rule.js';

/** 事前报告: what a unit reports of a proposal before its party group may discuss it. */
export class PriorReport1760000000037 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE prior_report (
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
        UNIQUE (created_by, create_command_id)
      ) WITH (fillfactor = 70);
      -- One report at a time of one proposal.
      CREATE UNIQUE INDEX prior_report_one_open ON prior_report (proposal_id) WHERE NOT done;
      CREATE INDEX prior_report_of_unit ON prior_report (unit_id, id);
      ${securedByUnit('prior_report')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
