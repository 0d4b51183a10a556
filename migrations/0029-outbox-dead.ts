import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages given up are counted at each look at the monitoring, among millions that were carried out. */
export class OutboxDead1760000000029 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX outbox_dead ON outbox (dead_at) WHERE dead_at IS NOT NULL');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
