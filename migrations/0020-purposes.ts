import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What something was read for stands in a column of its own. Records without a purpose are sealed as before, so that
 * seals already made stay readable.
 */
export class Purposes1760000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE audit_record ADD COLUMN purpose text`);
    await db.query(RIGHTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

// To whoever may write down what was done.
const RIGHTS = `
  DO $$ DECLARE other regrole;
  BEGIN
    FOR other IN SELECT DISTINCT acl.grantee::regrole FROM pg_attribute a, aclexplode(a.attacl) acl
      WHERE a.attrelid = 'audit_record'::regclass AND a.attname = 'action' AND acl.privilege_type = 'INSERT'
    LOOP EXECUTE format('GRANT INSERT (purpose) ON audit_record TO %s', other); END LOOP;
  END $$;
`;
