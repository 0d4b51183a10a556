import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On which days the standing committee was reported to (半年专题汇报). Of the city, not of a unit: nothing in it is about one. */
export class CommitteeReports1760000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE committee_report (
        reported_on date PRIMARY KEY,
        half text NOT NULL CHECK (half ~ '^[12][0-9]{3}H[12]$'),
        recorded_by bigint NOT NULL REFERENCES app_user,
        recorded_at timestamptz NOT NULL
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
