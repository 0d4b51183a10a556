import type { Actor, Context, Effect, Json, JsonObject } from '../../../machines/kernel/index.js';
import { CARD_PARAMETERS, type CardOfCase, cardClause, cardValues } from '../cards/card-clause.js';
import { recordClause, STEP_PARAMETERS, stepValues } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/index.js';
import { NOTICE_EFFECT } from '../notice.js';
import type { DeadlineChange } from './deadline-change.js';

/** Everything one step leaves behind, ready to be stored. */
export interface StepToWrite {
  /** Case to change, or unit in which a new case begins. */
  target: { caseId: number } | { unitId: number };
  table: string;
  version: number;
  state: Json;
  statePath: string;
  context: Context;
  machineRevision: number;
  done: boolean;
  at: Date;
  type: string;
  actor: Actor;
  payload: JsonObject;
  facts: JsonObject;
  commandId: string;
  policyVersion: number;
  calendarVersion: number;
  /** A notice of the step goes out with it. */
  givesNotice: boolean;
  deadlines: DeadlineChange;
  /** To be carried out after the commit. */
  outbox: readonly Effect[];
  ownColumns: Readonly<Record<string, Json>>;
  /** What lists say of the case from now on. */
  card: CardOfCase;
  /** Digests of the case before and after, for the audit; nothing before it began. */
  digests: { before: Buffer | null; after: Buffer };
}

/**
 * Stores a step in one statement: the case, its event, its deadlines, and what is to be done after the commit.
 *
 * @param tx the open transaction; a changed case must be under its lock
 * @param step the step, decided
 * @returns the id of the case
 */
export async function writeStep(tx: Tx, step: StepToWrite): Promise<number> {
  const creates = 'unitId' in step.target;
  const columns = Object.keys(step.ownColumns).toSorted();
  const statement = statementFor(step.table, creates, columns);
  const { rows } = await tx.query<{ id: number }>(statement.name, statement.text, [
    'unitId' in step.target ? step.target.unitId : step.target.caseId,
    ...engineValues(step),
    ...cardValues(step.card),
    ...stepValues(tx, actOf(step)),
    ...columns.map((column) => step.ownColumns[column]),
  ]);
  const written = rows[0];
  if (written === undefined) throw new Error(`${step.table}: the locked case has changed under its lock`);
  return written.id;
}

function actOf({ actor, table, type, digests }: StepToWrite): Parameters<typeof stepValues>[1] {
  const { userId: actorId, role, onBehalfOf = null } = actor;
  return { actorId, role, onBehalfOf, event: 'change', objectType: table, action: type, result: 'done', ...digests };
}

function engineValues(step: StepToWrite): unknown[] {
  const { keep, arm } = step.deadlines;
  const reminded = arm.flatMap(({ name, reminder }) => (reminder === null ? [] : [{ ...reminder, name }]));
  return [
    step.version,
    JSON.stringify(step.state),
    step.statePath,
    JSON.stringify(step.context),
    step.machineRevision,
    step.done,
    step.at,
    step.type,
    step.actor.userId,
    step.actor.role,
    step.actor.onBehalfOf ?? null,
    JSON.stringify(step.payload),
    JSON.stringify(step.facts),
    step.commandId,
    step.policyVersion,
    keep,
    arm.map((deadline) => deadline.name),
    arm.map((deadline) => deadline.startDay),
    arm.map((deadline) => deadline.dueDay),
    arm.map((deadline) => deadline.provisional),
    step.outbox.map((effect) => effect.type),
    step.outbox.map((effect) => JSON.stringify(effect.params)),
    reminded.map(({ name }) => name),
    reminded.map(({ workingDays }) => workingDays),
    reminded.map(({ kind }) => kind),
    reminded.map(({ roles }) => roles.join(',')),
    reminded.map(({ at }) => at),
    step.calendarVersion,
    step.givesNotice,
  ];
}

const statements = new Map<string, { name: string; text: string }>();

/** One name always means one text, so a prepared statement is named after the columns it writes. */
function statementFor(table: string, creates: boolean, columns: string[]): { name: string; text: string } {
  const shape = `${table} ${creates ? 'create' : 'step'} ${columns.join(' ')}`;
  const known = statements.get(shape);
  if (known !== undefined) return known;
  const head = creates ? insertCase(table, columns) : updateCase(table, columns);
  const made = { name: `${creates ? 'create' : 'step'} ${table} ${statements.size}`, text: head + consequences(table) };
  statements.set(shape, made);
  return made;
}

const FIRST_CARD_PARAMETER = 31;
const FIRST_AUDIT_PARAMETER = FIRST_CARD_PARAMETER + CARD_PARAMETERS;
const FIRST_OWN_PARAMETER = FIRST_AUDIT_PARAMETER + STEP_PARAMETERS;

function updateCase(table: string, columns: string[]): string {
  const own = columns.map((column, index) => `, ${column} = $${FIRST_OWN_PARAMETER + index}`).join('');
  return `
  WITH step AS (
    UPDATE ${table} SET version = $2, state = $3::jsonb, state_path = $4, context = $5::jsonb, machine_revision = $6,
           done = $7, updated_at = $8${own}
    WHERE id = $1 AND version = $2 - 1
    RETURNING id, unit_id, created_by, created_at
  ),`;
}

function insertCase(table: string, columns: string[]): string {
  const names = columns.map((column) => `, ${column}`).join('');
  const values = columns.map((_, index) => `, $${FIRST_OWN_PARAMETER + index}`).join('');
  return `
  WITH step AS (
    INSERT INTO ${table} (unit_id, version, state, state_path, context, machine_revision, done, created_at, updated_at,
                          created_by, create_command_id${names})
    VALUES ($1, $2, $3::jsonb, $4, $5::jsonb, $6, $7, $8, $8, $10, $15${values})
    RETURNING id, unit_id, created_by, created_at
  ),`;
}

/**
 * What follows in every case. `armed` asks `closed` for its count so that it runs after it: a deadline that ends and
 * begins anew in one step would otherwise meet its own open predecessor. Waiting times of the outbox are the machine's
 * own and follow the database's time, not the calendar of work. The notice of the step says nothing that its row does not say.
 */
const consequences = (table: string): string => `
  recorded AS (
    INSERT INTO case_event (workflow, case_id, version, type, state, actor_id, actor_role, on_behalf_of, at, payload,
                            facts, command_id, machine_revision, policy_version, unit_id)
    SELECT '${table}', id, $2::int, $9::text, $3::jsonb, $10::bigint, $11::text, $12::bigint, $8::timestamptz,
           $13::jsonb, $14::jsonb, $15::text, $6::int, $16::int, unit_id
    FROM step
  ),
  audited AS (
    ${recordClause(FIRST_AUDIT_PARAMETER, 'step')}
  ),
  carded AS (
    ${cardClause(FIRST_CARD_PARAMETER, table)}
  ),
  closed AS (
    UPDATE deadline SET status = 'closed', closed_version = $2
    WHERE workflow = '${table}' AND case_id = (SELECT id FROM step) AND status = 'open' AND name <> ALL ($17::text[])
    RETURNING id
  ),
  cancelled AS (
    DELETE FROM deadline_reminder r USING closed WHERE r.deadline_id = closed.id AND r.fired_at IS NULL
  ),
  armed AS (
    INSERT INTO deadline (workflow, case_id, name, armed_version, start_day, due_day, provisional, unit_id)
    SELECT '${table}', step.id, d.name, $2::int, d.start_day, d.due_day, d.provisional, step.unit_id
    FROM step, unnest($18::text[], $19::date[], $20::date[], $21::boolean[]) AS d (name, start_day, due_day, provisional)
    WHERE (SELECT count(*) FROM closed) >= 0
    ON CONFLICT (workflow, case_id, name) WHERE status = 'open' DO NOTHING
    RETURNING id, name, unit_id
  ),
  reminded AS (
    INSERT INTO deadline_reminder (deadline_id, working_days, kind, roles, due_at, policy_version, calendar_version, unit_id)
    SELECT armed.id, r.working_days, r.kind, string_to_array(r.roles, ','), r.due_at, $16::int, $29::int, armed.unit_id
    FROM armed JOIN unnest($24::text[], $25::int[], $26::text[], $27::text[], $28::timestamptz[])
      AS r (name, working_days, kind, roles, due_at) USING (name)
  ),
  queued AS (
    INSERT INTO outbox (workflow, case_id, version, ordinal, effect, params, created_at, next_attempt_at,
                        unit_id)
    SELECT '${table}', step.id, $2::int, q.ordinal, q.effect, q.params, $8::timestamptz, now(), step.unit_id
    FROM step, unnest($22::text[], $23::jsonb[]) WITH ORDINALITY AS q (effect, params, ordinal)
  ),
  noticed AS (
    INSERT INTO outbox (workflow, case_id, version, ordinal, effect, params, created_at, next_attempt_at, unit_id)
    SELECT '${table}', step.id, $2::int, 0, '${NOTICE_EFFECT}', '{}', $8::timestamptz, now(), step.unit_id
    FROM step WHERE $30::boolean
  )
  SELECT id FROM step`;
