import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of a case that moves on, whoever is told again finds the latest notice: those of earlier steps that they had not read
 * themselves are folded into it. They keep their rows, by whose keys a notice is delivered once.
 */
export class FoldedNotices1760000000047 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE notice
        -- Counts as read because the case went on, not because somebody read it.
        ADD COLUMN passed boolean NOT NULL DEFAULT false,
        ADD COLUMN folded boolean NOT NULL DEFAULT false,
        ADD CHECK (NOT passed OR read_at IS NOT NULL),
        ADD CHECK (NOT folded OR passed);
      DROP INDEX notice_listed;
      CREATE INDEX notice_listed ON notice (user_id, id DESC) WHERE gathered_in IS NULL AND NOT folded;
      CREATE INDEX notice_foldable ON notice (workflow, case_id, user_id) WHERE passed AND NOT folded;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
