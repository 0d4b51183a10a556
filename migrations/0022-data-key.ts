import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Under which data key protected fields are stored. A process that still holds a key that was replaced cannot write with
 * it: what it wrote could not be read, and its keyed hashes would not be found.
 */
export class DataKey1760000000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(GUARD);
    for (const [table, column] of [
      ['cadre', 'id_number_cipher'],
      ['totp_secret', 'secret'],
    ] as const) {
      await db.query(`
        CREATE TRIGGER ${table}_under_current_key BEFORE INSERT OR UPDATE OF ${column} ON ${table}
          FOR EACH ROW WHEN (NEW.${column} IS NOT NULL) EXECUTE FUNCTION require_current_key('${column}')`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TABLE = `
  CREATE TABLE data_key (
    -- Derived from the key, which it does not tell; stands in each protected value.
    key_id bytea PRIMARY KEY CHECK (length(key_id) = 4),
    since timestamptz NOT NULL DEFAULT now(),
    retired_at timestamptz
  );
  CREATE UNIQUE INDEX data_key_one_current ON data_key ((true)) WHERE retired_at IS NULL;`;

// A protected value begins with its format, 2, and the key's id (src/platform/crypto/field-cipher.ts).
const GUARD = `
  CREATE FUNCTION require_current_key() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE stored bytea;
    BEGIN
      EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO stored USING NEW;
      IF get_byte(stored, 0) = 2 AND EXISTS (
        SELECT FROM data_key WHERE retired_at IS NULL AND key_id <> substring(stored FROM 2 FOR 4))
      THEN RAISE EXCEPTION 'a field protected under a data key that is not the current one'; END IF;
      RETURN NEW;
    END $$;`;
