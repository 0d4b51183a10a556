import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A digest in place of a flood: whoever oversees many units is told of all cases of one kind on one day by one notice, and
 * finds each of them behind it. What is behind keeps its own key and its own read state.
 */
export class GatheredNotices1760000000039 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE notice
        -- Stands for those behind it: of no unit, says nothing of its own, and is never unread itself.
        ADD COLUMN gathers boolean NOT NULL DEFAULT false,
        ADD COLUMN gathered_in bigint REFERENCES notice,
        ADD CHECK (NOT gathers OR (gathered_in IS NULL AND unit_id IS NULL AND read_at IS NOT NULL));
      DROP INDEX notice_of_user;
      CREATE INDEX notice_listed ON notice (user_id, id DESC) WHERE gathered_in IS NULL;
      CREATE INDEX notice_behind ON notice (gathered_in, id DESC) WHERE gathered_in IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
