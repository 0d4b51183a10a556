import { readFileSync } from 'node:fs';
import { Client } from 'pg';

/** Deadlines of a benchmark: so many fall due, from a moment on, and so many others wait for much later. */
export interface DeadlineLoad {
  due: number;
  pending: number;
  from: Date;
  /** 0: all at the same moment, as reminders of days fall due when the working day begins. */
  spreadMs: number;
}

const FIRST_PENDING_CASE = 100_000_000;

/**
 * Puts them straight into the tables: of those that fall due the case and its event too, of those that wait the event
 * alone, which is all that the sweep looks at.
 *
 * @param url of a superuser
 */
export async function loadDeadlines(url: string, { due, pending, from, spreadMs }: DeadlineLoad): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`SET session_replication_role = replica; SET synchronous_commit = off`);
  const { rows } = await client.query<{ last: string }>('SELECT coalesce(max(id), 0) AS last FROM proposal');
  const last = Number(rows[0]!.last);
  const { state, context } = SUBMITTED;
  await client.query(
    `INSERT INTO proposal (id, unit_id, state, state_path, context, version, machine_revision, done, created_by, created_at,
       updated_at, create_command_id, title, reason) OVERRIDING SYSTEM VALUE
     SELECT $1::bigint + n, 10000000 + 1 + n % (SELECT count(*) FROM team), $2::jsonb, 'submitted', $3::jsonb, 2, 1, false,
       (SELECT id FROM app_user WHERE username = 'clerk'), now(), now(), 'late-' || $1::bigint + n, '动议' || n, ''
     FROM generate_series(1, $4::int) n`,
    [last, JSON.stringify(state), JSON.stringify(context), due],
  );
  await client.query(EVENTS, [last, due, from]);
  await client.query(DEADLINES, [last, due, from, due === 0 ? 0 : spreadMs / due]);
  if (pending > 0) {
    await client.query(EVENTS, [FIRST_PENDING_CASE, pending, from]);
    await client.query(DEADLINES, [FIRST_PENDING_CASE, pending, new Date(from.getTime() + 30 * 86_400_000), 60_000]);
  }
  if (pending > 0) await client.query('VACUUM ANALYZE deadline, deadline_reminder, case_event, proposal');
  await client.end();
}

const SUBMITTED = JSON.parse(readFileSync('machines/proposal/golden/r1.submitted.json', 'utf8')) as {
  state: unknown;
  context: object;
};

const EVENTS = `
  INSERT INTO case_event (workflow, case_id, version, type, state, actor_id, actor_role, at, payload, facts, command_id,
    machine_revision, policy_version, unit_id)
  SELECT 'proposal', $1::bigint + n, 2, 'SUBMIT', '"submitted"', u.id, 'clerk', $3::timestamptz - interval '1 day', '{}', '{}', 'late', 1, 1,
    10000000 + 1 + n % (SELECT count(*) FROM team)
  FROM generate_series(1, $2::int) n, app_user u WHERE u.username = 'clerk'`;

/** The first reminder of each: the next of its ladder is computed when it is handed out. */
const DEADLINES = `
  WITH armed AS (
    INSERT INTO deadline (workflow, case_id, name, armed_version, start_day, due_day, provisional, unit_id)
    SELECT 'proposal', $1::bigint + n, 'reviewStart', 2, $3::timestamptz::date, $3::timestamptz::date + 1, false,
      10000000 + 1 + n % (SELECT count(*) FROM team)
    FROM generate_series(1, $2::int) n
    RETURNING id, case_id, unit_id)
  INSERT INTO deadline_reminder (deadline_id, working_days, kind, roles, due_at, policy_version, calendar_version, unit_id)
  SELECT id, -1, 'reminder', '{}', $3::timestamptz + (case_id - $1::bigint - 1) * $4::float8 * interval '1 millisecond',
    (SELECT max(version) FROM policy_version), (SELECT version FROM calendar_coverage), unit_id
  FROM armed`;
