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

/** Meetings 讨论决定会议, and the proposals that each has, or had, on its agenda. */
export class Meeting1760000000038 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting (${ENGINE_COLUMNS},
        UNIQUE (created_by, create_command_id)
      ) WITH (fillfactor = 70);
      CREATE INDEX meeting_of_unit ON meeting (unit_id, id);
      ${securedByUnit('meeting')}

      CREATE TABLE meeting_item (
        meeting_id bigint NOT NULL REFERENCES meeting,
        proposal_id bigint NOT NULL REFERENCES proposal,
        unit_id bigint NOT NULL REFERENCES unit,
        -- The meeting is still to decide it.
        open boolean NOT NULL,
        PRIMARY KEY (meeting_id, proposal_id)
      );
      -- No proposal is decided by two meetings at once, whoever puts it on their agendas.
      CREATE UNIQUE INDEX meeting_item_one_meeting ON meeting_item (proposal_id) WHERE open;
      CREATE INDEX meeting_item_of_proposal ON meeting_item (proposal_id);
      ${securedByUnit('meeting_item')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
