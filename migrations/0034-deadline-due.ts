import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders have rows of their own since 0011: nobody looks for deadlines by their day any more, and each step paid for it. */
export class DeadlineDue1760000000034 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX deadline_due');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
