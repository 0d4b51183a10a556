import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secured, securedByUnit } from './unit-rule.js';

/** The engine's columns, in this order, as in the table of every workflow; see 0005. */
const ENGINE_COLUMNS = `
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        unit_id bigint NOT NULL REFERENCES unit,
        created_by bigint REFERENCES app_user,
        created_at timestamptz NOT NULL,
        version int NOT NULL CHECK (version > 0),
        machine_revision int NOT NULL,
        done boolean NOT NULL DEFAULT false,
        updated_at timestamptz NOT NULL,
        state jsonb NOT NULL,
        state_path text NOT NULL,
        context jsonb NOT NULL,
        create_command_id text NOT NULL`;

/** Warnings 预警督办, the letters that are signed off with a step of a case, and which teams have changed since they were judged. */
export class Warning1760000000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(WARNING);
    await db.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const WARNING = `
      CREATE TABLE warning (${ENGINE_COLUMNS},
        team_code text NOT NULL,
        task_code text NOT NULL,
        -- The day on which the team, or one it took over from, was first warned.
        since date NOT NULL,
        level text NOT NULL,
        severity int NOT NULL CHECK (severity BETWEEN 1 AND 3),
        shortfall int NOT NULL CHECK (shortfall >= 0),
        -- Reminders whose receipt the unit has confirmed.
        delivered int NOT NULL CHECK (delivered BETWEEN 0 AND 2),
        plan_broken boolean NOT NULL,
        UNIQUE (create_command_id)
      ) WITH (fillfactor = 70);
      CREATE INDEX warning_of_unit ON warning (unit_id, id);
      -- One open warning per team and task, whoever opens it.
      CREATE UNIQUE INDEX warning_one_open ON warning (team_code, task_code) WHERE NOT done;
      CREATE INDEX warning_of_team ON warning (team_code);
      ${securedByUnit('warning')}

      CREATE TABLE official_letter (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        workflow text NOT NULL,
        case_id bigint NOT NULL,
        unit_id bigint NOT NULL REFERENCES unit,
        kind text NOT NULL CHECK (kind IN ('reminder','suggestion','bulletin')),
        document_no text NOT NULL,
        content jsonb NOT NULL,
        -- SM3, in hexadecimal, over the content.
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        issued_at timestamptz NOT NULL,
        -- A circular goes to many units under one number; no other two letters share one.
        UNIQUE (document_no, unit_id)
      );
      CREATE INDEX official_letter_of_case ON official_letter (workflow, case_id, id);
      CREATE TRIGGER official_letter_is_issued BEFORE UPDATE OR DELETE ON official_letter
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      ${securedByUnit('official_letter')}
`;

const onAppointment = (event: string, table: string): string => `
      CREATE TRIGGER team_has_changed_by_${event} AFTER ${event} ON appointment REFERENCING ${table} TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION note_team_change();`;

// Whatever writes a seat, be it a proposal or a workbook, leaves word of the team in the same transaction. Only added to and
// taken from, never updated: nobody waits for anybody.
const CHANGES = `
      CREATE TABLE team_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        team_id bigint NOT NULL REFERENCES team
      );
      -- Seats may be written on the other side of a transfer, where whoever writes reaches no team.
      CREATE FUNCTION note_team_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        DECLARE reach text := coalesce(current_setting('qingpei.scope', true), '');
        BEGIN
          PERFORM set_config('qingpei.scope', '*', true);
          INSERT INTO team_change (team_id) SELECT DISTINCT post.team_id FROM changed JOIN post ON post.id = changed.post_id;
          PERFORM set_config('qingpei.scope', reach, true);
          RETURN NULL;
        END $$;
      ${onAppointment('insert', 'NEW')}
      ${onAppointment('update', 'NEW')}
      ${onAppointment('delete', 'OLD')}
      ${secured('team_change', 'EXISTS (SELECT FROM team WHERE team.id = team_change.team_id)')}
`;
