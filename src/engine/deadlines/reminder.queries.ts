import type { Reminder, RemindedRole } from '../../../machines/rules/index.js';
import type { Db, Tx } from '../../platform/index.js';
import { type Notice, NOTICE_EFFECT } from '../notice.js';
import type { Surroundings } from '../types.js';

/** An open deadline and how far its ladder has come. */
export interface OpenDeadline {
  id: number;
  workflow: string;
  name: string;
  dueDay: string;
  armedAt: Date;
  fired: number | null;
  waiting: number | null;
}

const OPEN_DEADLINES = `
  SELECT d.id, d.workflow, d.name, d.due_day AS "dueDay", e.at AS "armedAt",
         (SELECT max(working_days) FROM deadline_reminder r WHERE r.deadline_id = d.id AND r.fired_at IS NOT NULL) AS fired,
         (SELECT min(working_days) FROM deadline_reminder r WHERE r.deadline_id = d.id AND r.fired_at IS NULL) AS waiting
  FROM deadline d
  JOIN case_event e ON e.workflow = d.workflow AND e.case_id = d.case_id AND e.version = d.armed_version
  WHERE d.status = 'open'`;

/**
 * Locks the next open deadlines by id, so that none ends and no reminder of theirs is handed out meanwhile.
 *
 * @returns their ids; how far they have come is read by a statement of its own, which sees what was done until the lock
 */
export async function lockDeadlinesAfter(tx: Tx, after: number, limit: number): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    'reminders-lock-deadlines',
    `SELECT id FROM deadline WHERE status = 'open' AND id > $1 ORDER BY id LIMIT $2 FOR NO KEY UPDATE`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

/** @returns those of the given deadlines that are open; they must be under this transaction's lock */
export async function openDeadlinesOf(tx: Tx, ids: readonly number[]): Promise<OpenDeadline[]> {
  const { rows } = await tx.query<OpenDeadline>(
    'reminders-given-deadlines',
    `${OPEN_DEADLINES} AND d.id = ANY ($1) ORDER BY d.id`,
    [ids],
  );
  return rows;
}

export interface Waiting {
  deadlineId: number;
  /** Null: the ladder has come to its end, or the deadline is closed. */
  reminder: Reminder | null;
}

/** Makes these the waiting reminders of their deadlines, in place of whatever waited. */
export async function replaceWaiting(tx: Tx, waiting: readonly Waiting[], settings: Surroundings): Promise<void> {
  await tx.query(
    'reminders-replace',
    `WITH next AS (${NEXT}),
     gone AS (
       DELETE FROM deadline_reminder r USING next
       WHERE r.deadline_id = next.deadline_id AND r.fired_at IS NULL AND r.working_days IS DISTINCT FROM next.working_days
     )
     ${INSERT_NEXT}
     ON CONFLICT (deadline_id, working_days) DO UPDATE
       SET kind = excluded.kind, roles = excluded.roles, due_at = excluded.due_at,
           policy_version = excluded.policy_version, calendar_version = excluded.calendar_version
       WHERE deadline_reminder.fired_at IS NULL`,
    nextValues(waiting, settings),
  );
}

const NEXT = `SELECT * FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::timestamptz[])
  AS next (deadline_id, working_days, kind, roles, due_at)`;
const INSERT_NEXT = `
  INSERT INTO deadline_reminder (deadline_id, working_days, kind, roles, due_at, policy_version, calendar_version, unit_id)
  SELECT deadline_id, working_days, kind, string_to_array(roles, ','), next.due_at, $6::int, $7::int, d.unit_id
  FROM next JOIN deadline d ON d.id = next.deadline_id
  WHERE working_days IS NOT NULL`;

function nextValues(waiting: readonly Waiting[], { policyVersion, calendarVersion }: Surroundings): unknown[] {
  return [
    waiting.map(({ deadlineId }) => deadlineId),
    waiting.map(({ reminder }) => reminder?.workingDays ?? null),
    waiting.map(({ reminder }) => reminder?.kind ?? null),
    waiting.map(({ reminder }) => reminder?.roles.join(',') ?? null),
    waiting.map(({ reminder }) => reminder?.at ?? null),
    policyVersion,
    calendarVersion,
  ];
}

/** A reminder whose moment has come. */
export interface DueReminder {
  deadlineId: number;
  workingDays: number;
  kind: 'reminder' | 'escalation';
  roles: RemindedRole[];
  dueAt: Date;
  policyVersion: number;
  calendarVersion: number;
  workflow: string;
  caseId: number;
  name: string;
  dueDay: string;
  open: boolean;
  armedAt: Date;
}

/**
 * Takes the reminders whose moment has come, oldest first, with their deadlines under lock; what another worker or a step has in hand is left to it.
 *
 * @param tx the open transaction, which must hand them out or leave them as they are
 */
export async function takeDue(tx: Tx, now: Date, limit: number): Promise<DueReminder[]> {
  const { rows } = await tx.query<DueReminder>(
    'reminders-due',
    `SELECT r.deadline_id AS "deadlineId", r.working_days AS "workingDays", r.kind, r.roles, r.due_at AS "dueAt",
            r.policy_version AS "policyVersion", r.calendar_version AS "calendarVersion", d.workflow, d.case_id AS "caseId",
            d.name, d.due_day AS "dueDay", d.status = 'open' AS open, e.at AS "armedAt"
     FROM deadline_reminder r
     JOIN deadline d ON d.id = r.deadline_id
     JOIN case_event e ON e.workflow = d.workflow AND e.case_id = d.case_id AND e.version = d.armed_version
     WHERE r.fired_at IS NULL AND r.due_at <= $1
     ORDER BY r.due_at, r.deadline_id LIMIT $2
     FOR NO KEY UPDATE OF r, d SKIP LOCKED`,
    [now, limit],
  );
  return rows;
}

/** Forgets reminders of deadlines that ended while the reminder was being made. */
export async function forget(tx: Tx, reminders: readonly DueReminder[]): Promise<void> {
  await tx.query(
    'reminders-forget',
    'DELETE FROM deadline_reminder WHERE deadline_id = ANY ($1) AND fired_at IS NULL',
    [reminders.map(({ deadlineId }) => deadlineId)],
  );
}

export interface CaseOfReminder {
  id: number;
  unitId: number;
  version: number;
}

export async function casesOf(tx: Tx, table: string, ids: readonly number[]): Promise<CaseOfReminder[]> {
  const { rows } = await tx.query<CaseOfReminder>(
    `reminders-cases ${table}`,
    `SELECT id, unit_id AS "unitId", version FROM ${table} WHERE id = ANY ($1)`,
    [ids],
  );
  return rows;
}

export interface Handing {
  deadlineId: number;
  workingDays: number;
  notice: Notice;
  /** What comes after it. */
  next: Reminder | null;
}

/** Marks reminders as handed out, lays down their notices, and lets the next of each ladder wait: one statement. */
export async function handOut(tx: Tx, handings: readonly Handing[], settings: Surroundings): Promise<void> {
  const waiting = handings.map(({ deadlineId, next }) => ({ deadlineId, reminder: next }));
  await tx.query(
    'reminders-hand-out',
    `WITH next AS (${NEXT}),
     fired AS (
       UPDATE deadline_reminder r SET fired_at = $8, late = f.late
       FROM unnest($1::bigint[], $9::int[], $10::boolean[]) AS f (deadline_id, working_days, late)
       WHERE r.deadline_id = f.deadline_id AND r.working_days = f.working_days
     ),
     notices AS (
       INSERT INTO outbox (workflow, case_id, version, ordinal, effect, params, created_at, next_attempt_at, unit_id)
       SELECT n->>'workflow', (n->>'caseId')::bigint, (n->>'version')::int, 0, '${NOTICE_EFFECT}', n, $8, now(), (n->>'unitId')::bigint
       FROM unnest($11::jsonb[]) AS n
     )
     ${INSERT_NEXT}
     ON CONFLICT (deadline_id, working_days) DO NOTHING`,
    [
      ...nextValues(waiting, settings),
      settings.now,
      handings.map(({ workingDays }) => workingDays),
      handings.map(({ notice }) => notice.late),
      handings.map(({ notice }) => JSON.stringify(notice)),
    ],
  );
}

/** @returns the earliest moment for which a reminder waits, null when none does */
export async function earliestWaiting(db: Db): Promise<Date | null> {
  const { rows } = await db.query<{ at: Date | null }>(
    'reminders-earliest',
    'SELECT min(due_at) AS at FROM deadline_reminder WHERE fired_at IS NULL',
  );
  return rows[0]?.at ?? null;
}
