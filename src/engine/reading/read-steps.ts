import { type Context, type Json, migrateInstance, nextSteps } from '../../../machines/kernel/index.js';
import type { Db } from '../../platform/index.js';
import { asParty } from '../as-reader.js';
import { capacities } from '../commit/choose-actor.js';
import { storedIn } from '../commit/decide-step.js';
import { chartOf } from '../registry.js';
import type { Caller, WorkflowRuntime } from '../types.js';

/** A step that a case waits for, open to whoever asked. */
export interface WaitingStep {
  type: string;
  label: string;
}

interface Row {
  id: number;
  unitId: number;
  unitPath: string;
  state: Json;
  context: Context;
  version: number;
  machineRevision: number;
  done: boolean;
}

/**
 * Of some cases of one workflow, what each waits for that the caller may do: roles, separation of duties and whatever else
 * can be said beforehand, asked as on arrival.
 *
 * @param db the database, within the caller's reach
 * @param ids cases
 * @param caller who is asking
 * @param today `YYYY-MM-DD`
 * @returns steps by case; a case that is done, or does not wait for the caller, has none
 */
export async function readSteps(
  db: Db,
  runtime: WorkflowRuntime,
  ids: readonly number[],
  caller: Caller,
  today: string,
): Promise<Map<number, WaitingStep[]>> {
  const chart = chartOf(runtime);
  const { name, labels } = chart;
  const { rows } = await db.query<Row>(
    `cases to act on ${name}`,
    `SELECT c.id, c.unit_id AS "unitId", u.path::text AS "unitPath", c.state, c.context, c.version,
            c.machine_revision AS "machineRevision", c.done
     FROM ${name} c JOIN unit u ON u.id = c.unit_id
     WHERE c.id = ANY ($1::bigint[]) AND NOT c.done`,
    [ids],
  );
  const steps = rows.map((row): [number, WaitingStep[]] => {
    // A case of an earlier revision is brought up by its next step; what it waits for is what that step will meet.
    const moved = migrateInstance(chart, { ...storedIn(row), revision: row.machineRevision });
    if (!moved.ok) return [row.id, []];
    const open = nextSteps(chart, moved.stored, capacities(asParty(runtime, caller), row.unitPath), today);
    return [row.id, open.map(({ event }) => ({ type: event, label: labels.events[event] ?? event }))];
  });
  return new Map(steps);
}
