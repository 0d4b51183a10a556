import type { NarrowFace } from '../../machines/kernel/index.js';
import type { Db, Tx } from '../platform/index.js';
import { asNarrowReader, asParty, asReader } from './as-reader.js';
import { capacities } from './commit/choose-actor.js';
import type { Caller, CaseRow, WorkflowRuntime } from './types.js';

/**
 * When somebody sees the question put to him: it waits for one of these roles, or one of them has answered it. Callers
 * name the case `c` and give the roles as text[].
 *
 * @param table the workflow
 * @param roles the parameter that holds the roles, e.g. `$3`
 */
export const narrowSight = (table: string, roles: string): string => `(
    EXISTS (SELECT FROM case_card k WHERE k.workflow = '${table}' AND k.case_id = c.id AND NOT k.done AND k.roles && ${roles}::text[])
    OR EXISTS (SELECT FROM case_event e WHERE e.workflow = '${table}' AND e.case_id = c.id AND e.actor_role = ANY (${roles}::text[])))`;

/**
 * Somebody as one case knows him. Who answers one question of it takes part while it is put to him, and afterwards in what
 * his office has answered; before that the case does not exist for him.
 *
 * @param q the open transaction, the case under its lock
 * @param runtime the workflow
 * @param row the case
 * @param caller who is asking; null is the product itself
 * @returns the same person with fewer grants, perhaps none
 */
export async function asPartyOf(
  q: Pick<Db | Tx, 'query'>,
  runtime: WorkflowRuntime,
  { id, unitPath }: Pick<CaseRow, 'id' | 'unitPath'>,
  caller: Caller | null,
): Promise<Caller | null> {
  const narrow = capacities(asNarrowReader(runtime, caller), unitPath);
  if (caller === null || narrow.length === 0) return asReader(runtime, caller);
  const { name } = runtime.definition;
  const { rows } = await q.query<{ sees: boolean }>(
    `narrow sight ${name}`,
    `SELECT ${narrowSight(name, '$2')} AS sees FROM ${name} c WHERE c.id = $1`,
    [id, narrow.map(({ role }) => role)],
  );
  return rows[0]?.sees === true ? asParty(runtime, caller) : asReader(runtime, caller);
}

/**
 * How lists and notices show a case to somebody: by the question put to him where that is all he sees of it.
 *
 * @param unitPath where the case is
 * @returns null for whoever reads the case itself
 */
export function faceFor(
  runtime: Pick<WorkflowRuntime, 'definition'>,
  caller: Caller,
  unitPath: string,
): NarrowFace | null {
  const { narrow } = runtime.definition;
  if (narrow === undefined || capacities(asReader(runtime, caller), unitPath).length > 0) return null;
  return narrow;
}
