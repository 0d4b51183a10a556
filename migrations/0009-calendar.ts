import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The working calendar as it is announced: one paper a year, loaded again when it is corrected. Nothing is overwritten, so
 * the calendar can be read as it stood at any of its versions.
 */
export class Calendar1760000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE calendar_year (
        year int NOT NULL CHECK (year BETWEEN 1949 AND 2200),
        -- The version of the whole calendar that began with this paper; the newest one of a year holds.
        version int NOT NULL CHECK (version > 0),
        source text NOT NULL,
        -- NULL: delivered with the product.
        paper_url text,
        note text NOT NULL,
        -- NULL: delivered with the product, or loaded at the server's console.
        loaded_by bigint REFERENCES app_user,
        loaded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (year, version)
      );
      INSERT INTO calendar_year (year, version, source, note)
      SELECT year, c.version, 'chinese-days', ''
      FROM calendar_coverage c,
           generate_series(extract(year FROM c.covered_from)::int, extract(year FROM c.covered_until)::int) year;

      -- Each day under the paper that names it: a paper may also change days of the December before.
      ALTER TABLE calendar_day ADD COLUMN year int, ADD COLUMN version int;
      UPDATE calendar_day SET year = extract(year FROM day), version = (SELECT version FROM calendar_coverage);
      ALTER TABLE calendar_day
        DROP CONSTRAINT calendar_day_pkey,
        DROP COLUMN source,
        ADD PRIMARY KEY (year, version, day),
        ADD FOREIGN KEY (year, version) REFERENCES calendar_year,
        ADD CHECK (day BETWEEN make_date(year - 1, 12, 1) AND make_date(year, 12, 31));

      CREATE TRIGGER calendar_year_is_history BEFORE UPDATE OR DELETE ON calendar_year
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER calendar_day_is_history BEFORE UPDATE OR DELETE ON calendar_day
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
