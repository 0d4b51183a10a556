import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two more roles beside the department: the discipline commission 纪委监委 and the establishment office 编办. */
export class DisciplineAndEstablishment1760000000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE role_grant
        DROP CONSTRAINT role_grant_role_check,
        ADD CONSTRAINT role_grant_role_check CHECK (role IN
          ('clerk','leader','reviewer','chief','deputy','head','discipline','establishment',
           'admin','sysadmin','secadmin','auditadmin'))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
