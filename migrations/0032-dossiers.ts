import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secured } from './unit-rule.js';

/** What the procedure asks about a person beyond name and posts: kin, assessments, measures, ranks, training, archive. */
export class Dossiers1760000000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(PROFILE);
    await db.query(LISTS);
    // Whoever sees the person sees the rows; what of them is shown to whom is the reading's business.
    const ofCadre = (table: string): string =>
      secured(table, `EXISTS (SELECT FROM cadre WHERE cadre.id = ${table}.cadre_id)`);
    await db.query(TABLES.map(ofCadre).join(''));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TABLES = [
  'cadre_profile',
  'cadre_relative',
  'cadre_assessment',
  'cadre_measure',
  'cadre_rank',
  'cadre_training',
  'cadre_archive_review',
];

// A list without rows says "none" only where the profile says that it is complete; else nothing is known.
const PROFILE = `
  CREATE TABLE cadre_profile (
    cadre_id bigint PRIMARY KEY REFERENCES cadre,
    relatives_complete boolean NOT NULL DEFAULT false,
    measures_complete boolean NOT NULL DEFAULT false,
    ranks_complete boolean NOT NULL DEFAULT false,
    grassroots_months int CHECK (grassroots_months >= 0),
    training_met boolean,
    health_fit boolean,
    -- 成长地: the 旗县区 where the person grew up.
    growth_unit_id bigint REFERENCES unit,
    last_promotion_day date,
    last_promotion_exceptional boolean NOT NULL DEFAULT false,
    updated_at timestamptz NOT NULL
  );`;

const LISTS = `
  CREATE TABLE cadre_relative (
    cadre_id bigint NOT NULL REFERENCES cadre,
    ordinal int NOT NULL CHECK (ordinal > 0),
    relation text NOT NULL CHECK (length(relation) BETWEEN 1 AND 20),
    name text,
    birth_month month_text,
    political_status text,
    -- 工作单位及职务, in the form's own words.
    workplace text,
    -- The unit these words mean, once somebody or the register has found it.
    work_unit_id bigint REFERENCES unit,
    -- NULL: not said whether the relative is one of that unit's leaders.
    leads boolean,
    PRIMARY KEY (cadre_id, ordinal)
  );
  CREATE TABLE cadre_assessment (
    cadre_id bigint NOT NULL REFERENCES cadre,
    year int NOT NULL CHECK (year BETWEEN 1950 AND 2199),
    grade text NOT NULL CHECK (grade IN ('excellent','competent','basically-competent','incompetent','no-grade')),
    PRIMARY KEY (cadre_id, year)
  );
  CREATE TABLE cadre_measure (
    cadre_id bigint NOT NULL REFERENCES cadre,
    ordinal int NOT NULL CHECK (ordinal > 0),
    kind text NOT NULL,
    from_day date NOT NULL,
    document_no text,
    note text,
    PRIMARY KEY (cadre_id, ordinal)
  );
  CREATE TABLE cadre_rank (
    cadre_id bigint NOT NULL REFERENCES cadre,
    rank text NOT NULL,
    since_month month_text NOT NULL,
    until_month month_text,
    PRIMARY KEY (cadre_id, since_month),
    CHECK (until_month IS NULL OR until_month >= since_month)
  );
  CREATE TABLE cadre_training (
    cadre_id bigint NOT NULL REFERENCES cadre,
    ordinal int NOT NULL CHECK (ordinal > 0),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    from_day date NOT NULL,
    to_day date NOT NULL,
    PRIMARY KEY (cadre_id, ordinal),
    CHECK (to_day >= from_day)
  );
  -- 三龄两历一身份, as the archive was last found.
  CREATE TABLE cadre_archive_review (
    cadre_id bigint PRIMARY KEY REFERENCES cadre,
    reviewed_on date NOT NULL,
    birth text NOT NULL,
    work_start text NOT NULL,
    party_join text NOT NULL,
    education text NOT NULL,
    career text NOT NULL,
    identity text NOT NULL,
    note text,
    CHECK ((birth || work_start || party_join || education || career || identity) ~ '^(consistent|corrected|open)+$')
  );`;
