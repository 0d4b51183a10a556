import type { MigrationInterface, QueryRunner } from 'typeorm';
import { securedByUnit } from './unit-rule.js';

/** Reminders of deadlines, and notices, which leave through the outbox beside the effects of a case. */
export class Reminders1760000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What was handed out, and of each running deadline the one reminder that comes next: the rest of a ladder follows
      -- from the settings, and most deadlines are met before the second rung.
      CREATE TABLE deadline_reminder (
        deadline_id bigint NOT NULL REFERENCES deadline,
        -- The rung: working days after the due day.
        working_days int NOT NULL,
        kind text NOT NULL CHECK (kind IN ('reminder','escalation')),
        roles text[] NOT NULL,
        due_at timestamptz NOT NULL,
        -- Settings it was computed under; computed again when others are in force.
        policy_version int NOT NULL,
        calendar_version int NOT NULL,
        unit_id bigint NOT NULL REFERENCES unit,
        fired_at timestamptz,
        late boolean,
        PRIMARY KEY (deadline_id, working_days),
        CHECK ((fired_at IS NULL) = (late IS NULL))
      );
      CREATE INDEX deadline_reminder_due ON deadline_reminder (due_at, deadline_id) WHERE fired_at IS NULL;

      -- Several notices may belong to one version of a case; each has a key of its own.
      ALTER TABLE outbox DROP CONSTRAINT outbox_workflow_case_id_version_ordinal_key;
      CREATE UNIQUE INDEX outbox_effect_once ON outbox (workflow, case_id, version, ordinal) WHERE effect <> '$notice';
      CREATE UNIQUE INDEX outbox_notice_once ON outbox ((params ->> 'key')) WHERE effect = '$notice';

      -- Who is at work: one row per process that carries out jobs.
      CREATE TABLE worker_heartbeat (
        worker text PRIMARY KEY,
        started_at timestamptz NOT NULL,
        -- The database's time, so that clocks of machines and the movable clock do not matter.
        beat_at timestamptz NOT NULL,
        swept_at timestamptz
      );
      ${securedByUnit('deadline_reminder')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
