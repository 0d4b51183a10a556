import type { MigrationInterface, QueryRunner } from 'typeorm';
import { securedByUnit } from './unit-rule.js';

/** What has been told of teams without any case: before members pass the age line, and when posts fall vacant. */
export class TeamNotices1760000000028 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE team_notice (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('ageing-out','vacancy')),
        unit_id bigint NOT NULL REFERENCES unit,
        team_id bigint NOT NULL REFERENCES team,
        post_id bigint NOT NULL REFERENCES post,
        -- Who passes the age line; nobody for a vacancy.
        cadre_id bigint REFERENCES cadre,
        -- From when the member no longer counts, or since when the post is vacant.
        day date NOT NULL,
        months int NOT NULL CHECK (months >= 0),
        tasks text[] NOT NULL,
        shortfall int NOT NULL CHECK (shortfall >= 0),
        told_at timestamptz NOT NULL,
        CHECK ((kind = 'ageing-out') = (cadre_id IS NOT NULL)),
        -- Told once, whoever looks and however often.
        UNIQUE NULLS NOT DISTINCT (kind, post_id, cadre_id, day, months)
      );
      ${securedByUnit('team_notice')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
