import type { MigrationInterface, QueryRunner } from 'typeorm';
import { securedByUnit } from './unit-rule.js';

/** The engine's columns, in this order, as in the table of every workflow; see 0005. */
const ENGINE_COLUMNS = `
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
        create_command_id text NOT NULL`;

/** Circulars 通报, and each unit's copy of them. */
export class Circular1760000000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE circular (${ENGINE_COLUMNS},
        stocktake_id bigint NOT NULL REFERENCES stocktake,
        document_no text UNIQUE,
        UNIQUE (created_by, create_command_id)
      ) WITH (fillfactor = 70);
      -- One circular per round; one that was withdrawn makes room for another.
      CREATE UNIQUE INDEX circular_one_per_round ON circular (stocktake_id) WHERE state_path <> 'withdrawn';

      CREATE TABLE circular_unit (${ENGINE_COLUMNS},
        circular_id bigint NOT NULL REFERENCES circular,
        UNIQUE (create_command_id),
        UNIQUE (circular_id, unit_id)
      ) WITH (fillfactor = 70);
      CREATE INDEX circular_unit_of_unit ON circular_unit (unit_id, id);
      ${securedByUnit('circular')}
      ${securedByUnit('circular_unit')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
