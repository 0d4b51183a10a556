import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deadlines beyond the calendar are counted again and again, among a million that are not: few rows, and no step pays for them. */
export class DeadlineProvisional1760000000042 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX deadline_provisional ON deadline (id) WHERE status = 'open' AND provisional`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
