import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secured } from './unit-rule.js';

/**
 * What an approval form says of a person besides what the procedure asks: origin, education, rewards. And of each stored
 * form what the directory said when it came in, so that whatever is newer there can be told.
 */
export class DossierPapers1760000000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    const ofCadre = (table: string): string =>
      secured(table, `EXISTS (SELECT FROM cadre WHERE cadre.id = ${table}.cadre_id)`);
    await db.query(['cadre_particulars', 'cadre_education', 'cadre_reward'].map(ofCadre).join(''));
    await db.query('ALTER TABLE cadre_profile ALTER COLUMN updated_at SET DEFAULT now()');
    // Keyed hashes by section. NULL: a form from before; it leaves as it came.
    await db.query('ALTER TABLE approval_form ADD COLUMN directory_marks jsonb');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TABLES = `
  CREATE TABLE cadre_particulars (
    cadre_id bigint PRIMARY KEY REFERENCES cadre,
    native_place text,
    birth_place text,
    health text,
    technical_post text,
    speciality text
  );
  CREATE TABLE cadre_education (
    cadre_id bigint NOT NULL REFERENCES cadre,
    ordinal int NOT NULL CHECK (ordinal > 0),
    mode text NOT NULL CHECK (mode IN ('full-time', 'in-service')),
    diploma text NOT NULL CHECK (length(diploma) BETWEEN 1 AND 50),
    degree text,
    -- 毕业院校系及专业, in the form's own words.
    school text,
    from_month month_text,
    until_month month_text,
    PRIMARY KEY (cadre_id, ordinal),
    CHECK (until_month >= from_month)
  );
  CREATE TABLE cadre_reward (
    cadre_id bigint NOT NULL REFERENCES cadre,
    ordinal int NOT NULL CHECK (ordinal > 0),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    on_month month_text NOT NULL,
    given_by text,
    PRIMARY KEY (cadre_id, ordinal)
  );`;
