import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The engine's columns, in this order, in the table of every workflow. What never changes comes first and what changes
 * with every step stands together: of an updated row PostgreSQL then logs the changed part only.
 */
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
        -- Dotted path of the deepest single state, e.g. 'inSelection.publicNotice.posted': for lists and filters.
        state_path text NOT NULL,
        context jsonb NOT NULL,
        -- The command that created it: the same command twice is one case.
        create_command_id text NOT NULL`;

/** Room on each page for the next version of a row, which then needs no new index entries. No index holds what a step changes. */
const ROOM_FOR_UPDATES = 'WITH (fillfactor = 70)';

/** The two workflows of the gates: adjustment proposals 动议 and filings 备案. */
export class ProposalAndFiling1760000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE proposal (${ENGINE_COLUMNS},
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        reason text NOT NULL,
        -- The withdrawn or terminated proposal that this one takes up again.
        resumes_id bigint REFERENCES proposal,
        UNIQUE (created_by, create_command_id)
      ) ${ROOM_FOR_UPDATES};
      CREATE INDEX proposal_unit ON proposal (unit_id, id);

      CREATE TABLE proposal_item (
        proposal_id bigint NOT NULL REFERENCES proposal,
        ordinal int NOT NULL CHECK (ordinal > 0),
        cadre_id bigint NOT NULL REFERENCES cadre,
        appoint_post_id bigint REFERENCES post,
        remove_post_id bigint REFERENCES post,
        kind text NOT NULL,
        mode text NOT NULL DEFAULT 'regular' CHECK (mode IN ('regular','probation','secondment','concurrent')),
        occupies_headcount boolean NOT NULL DEFAULT true,
        note text NOT NULL DEFAULT '',
        -- Submitted and not yet ended: the post is spoken for.
        holds boolean NOT NULL DEFAULT false,
        -- Past the gate and not yet written to the directory: counted by every later gate.
        cleared boolean NOT NULL DEFAULT false,
        PRIMARY KEY (proposal_id, ordinal),
        CHECK (appoint_post_id IS NOT NULL OR remove_post_id IS NOT NULL)
      );
      -- The database's own promise: one open proposal per post, and one per cadre and post to be vacated.
      CREATE UNIQUE INDEX proposal_item_one_hold_per_post ON proposal_item (appoint_post_id) WHERE holds;
      CREATE UNIQUE INDEX proposal_item_one_hold_per_removal ON proposal_item (cadre_id, remove_post_id) WHERE holds;
      CREATE INDEX proposal_item_cleared_appoint ON proposal_item (appoint_post_id) WHERE cleared;
      CREATE INDEX proposal_item_cleared_remove ON proposal_item (remove_post_id) WHERE cleared;

      CREATE TABLE filing (${ENGINE_COLUMNS},
        proposal_id bigint NOT NULL REFERENCES proposal,
        UNIQUE (create_command_id)
      ) ${ROOM_FOR_UPDATES};
      CREATE INDEX filing_unit ON filing (unit_id, id);
      CREATE UNIQUE INDEX filing_one_open_per_proposal ON filing (proposal_id) WHERE NOT done;

      ALTER TABLE appointment ADD CONSTRAINT appointment_source
        FOREIGN KEY (source_proposal_id) REFERENCES proposal;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
