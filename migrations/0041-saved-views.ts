import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters of the desk that somebody has kept under names, to find them again on another machine. */
export class SavedViews1760000000041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE saved_views (
        user_id bigint PRIMARY KEY REFERENCES app_user,
        -- Conditions alone: [{name, search}], in the order in which they are offered.
        views jsonb NOT NULL CHECK (jsonb_typeof(views) = 'array' AND jsonb_array_length(views) <= 30),
        updated_at timestamptz NOT NULL
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
