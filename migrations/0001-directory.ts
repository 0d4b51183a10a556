import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The directory: units, leadership teams, posts, cadres, appointments and staffing tasks, as the city workbook brings
 * them (contract §1). Codes are the workbook's and stable; numbers are ours and never leave the database's side.
 */
export class Directory1760000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS ltree;
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      CREATE DOMAIN month_text AS text CHECK (VALUE ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');

      CREATE TABLE unit (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('organization-department','city-party-gov-department','city-other',
          'county-level-area','county-party-gov-department','county-other','township')),
        parent_id bigint REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
        -- Ids from the root down, e.g. '3.17.240'; "within the caller's units" is one index lookup on it.
        path ltree NOT NULL DEFAULT ''
      );
      CREATE INDEX unit_path ON unit USING gist (path);
      CREATE INDEX unit_parent ON unit (parent_id);

      CREATE TABLE team (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL UNIQUE,
        unit_id bigint NOT NULL REFERENCES unit,
        name text NOT NULL,
        level text NOT NULL CHECK (level IN ('county-division','township-section')),
        approved_principals int NOT NULL CHECK (approved_principals >= 0),
        approved_deputies int NOT NULL CHECK (approved_deputies >= 0)
      );
      CREATE INDEX team_unit ON team (unit_id);

      CREATE TABLE post (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL UNIQUE,
        team_id bigint NOT NULL REFERENCES team,
        name text NOT NULL,
        rank text NOT NULL CHECK (rank IN ('chu-principal','chu-deputy','ke-principal','ke-deputy')),
        tier text NOT NULL CHECK (tier IN ('principal','deputy'))
      );
      CREATE INDEX post_team ON post (team_id);

      CREATE TABLE cadre (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        sex text NOT NULL CHECK (sex IN ('male','female')),
        ethnicity text,
        -- As the archive has it: month precision, the only input to age (handbook §1.6).
        birth_month month_text NOT NULL,
        -- Resident ID number: encrypted, unique by keyed hash, shown only as a mask (handbook §4.2).
        id_number_cipher bytea,
        id_number_hash bytea UNIQUE,
        id_number_mask text,
        id_birth_month month_text,
        political_status text,
        work_start_month month_text,
        party_join_month month_text,
        full_time_education text,
        in_service_education text,
        civil_rank text,
        rank_since_month month_text,
        -- Where the personnel relation is; lets a unit find its own people who hold no leading post.
        home_unit_id bigint REFERENCES unit
      );
      CREATE INDEX cadre_home_unit ON cadre (home_unit_id, birth_month);
      CREATE INDEX cadre_birth_month ON cadre (birth_month);

      CREATE TABLE appointment (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        cadre_id bigint NOT NULL REFERENCES cadre,
        post_id bigint NOT NULL REFERENCES post,
        from_day date NOT NULL,
        -- The day of removal: from that day on the seat is not held.
        to_day date,
        occupies_headcount boolean NOT NULL DEFAULT true,
        mode text NOT NULL DEFAULT 'regular' CHECK (mode IN ('regular','probation','secondment','concurrent')),
        source_proposal_id bigint,
        CHECK (to_day IS NULL OR to_day >= from_day),
        UNIQUE (cadre_id, post_id, from_day),
        CONSTRAINT appointment_no_overlap
          -- The + 0 keeps ordinary lookups by post off this index: the planner would prefer it and be thirty times slower.
          EXCLUDE USING gist ((cadre_id + 0) WITH =, (post_id + 0) WITH =, daterange(from_day, to_day) WITH &&)
      );
      CREATE INDEX appointment_post ON appointment (post_id);

      CREATE TABLE staffing_task (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        unit_kind text,
        team_id bigint REFERENCES team,
        rule text NOT NULL CHECK (rule IN ('at-least','ratio-ceil')),
        quantity int CHECK (quantity >= 0),
        share_num bigint CHECK (share_num >= 0),
        share_den bigint CHECK (share_den > 0),
        base text NOT NULL CHECK (base IN ('approved-headcount','incumbents')),
        age_rule text NOT NULL CHECK (age_rule IN ('below','around','strict')),
        age_years int NOT NULL CHECK (age_years BETWEEN 18 AND 70),
        principal_only boolean NOT NULL DEFAULT false,
        nested_post_name text,
        nested_share_num bigint,
        nested_share_den bigint CHECK (nested_share_den > 0),
        due_by date,
        CHECK ((unit_kind IS NULL) <> (team_id IS NULL)),
        CHECK ((rule = 'at-least') = (quantity IS NOT NULL)),
        CHECK ((rule = 'ratio-ceil') = (share_num IS NOT NULL AND share_den IS NOT NULL))
      );
      CREATE INDEX staffing_task_kind ON staffing_task (unit_kind);
      CREATE INDEX staffing_task_team ON staffing_task (team_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
