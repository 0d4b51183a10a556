import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last number given in each series of a year. */
export class DocumentNumbers1760000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE document_series (
        series text NOT NULL,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2199),
        last_number int NOT NULL CHECK (last_number > 0),
        PRIMARY KEY (series, year)
      );
      -- A series only ever counts on by one: no number is left out, none is given twice.
      CREATE FUNCTION count_on_by_one() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'INSERT' AND NEW.last_number = 1 THEN RETURN NEW; END IF;
          IF TG_OP = 'UPDATE' AND NEW.last_number = OLD.last_number + 1
            AND (NEW.series, NEW.year) = (OLD.series, OLD.year) THEN RETURN NEW; END IF;
          RAISE EXCEPTION 'a series of document numbers counts on by one';
        END $$;
      CREATE TRIGGER document_series_has_no_gaps BEFORE INSERT OR UPDATE OR DELETE ON document_series
        FOR EACH ROW EXECUTE FUNCTION count_on_by_one();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
