import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices about the installation itself, such as that its calendar ends: of no unit, for administrators, who have none. */
export class InstallationNotices1760000000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE notice ALTER COLUMN unit_id DROP NOT NULL;
      -- They say nothing about any unit; whose they are is asked wherever notices are read.
      CREATE POLICY installation ON notice USING (unit_id IS NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
