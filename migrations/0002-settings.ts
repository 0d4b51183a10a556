import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Settings with a history: the policy document, the working calendar, and small switches of the installation. */
export class Settings1760000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE app_setting (
        key text PRIMARY KEY,
        value jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now()
      );

      -- Versions are never changed or removed: each verdict names the one that judged it.
      CREATE TABLE policy_version (
        version int PRIMARY KEY CHECK (version > 0),
        body jsonb NOT NULL,
        note text NOT NULL,
        created_by bigint,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% rows are history and cannot be changed', TG_TABLE_NAME; END $$;
      CREATE TRIGGER policy_version_is_history BEFORE UPDATE OR DELETE ON policy_version
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- Days that differ from Monday-to-Friday; everything inside the coverage and absent here is an ordinary day.
      CREATE TABLE calendar_day (
        day date PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('off','work')),
        name text NOT NULL,
        source text NOT NULL
      );
      CREATE TABLE calendar_coverage (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        covered_from date NOT NULL,
        covered_until date NOT NULL,
        version int NOT NULL,
        CHECK (covered_until >= covered_from)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
