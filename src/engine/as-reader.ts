import { narrowReadersOf, readersOf, type Role } from '../../machines/kernel/index.js';
import type { Caller, WorkflowRuntime } from './types.js';

type Defined = Pick<WorkflowRuntime, 'definition'>;

/**
 * Somebody as a workflow knows him: with those grants alone that let its cases be read. One person may be a reviewer in
 * one place and a clerk in another; what only the department may read, he reads in the first.
 *
 * @param runtime the workflow
 * @param caller who is asking; null is the product itself
 * @returns the same person with fewer grants, perhaps none
 */
export function asReader<C extends Caller | null>({ definition }: Defined, caller: C): C {
  return withRoles(caller, readersOf(definition));
}

/**
 * The same with the grants of those who answer one question of a case and read nothing else of it. For lists of what waits
 * for somebody, which show such a case by its question; no case is read with it.
 */
export function asParty<C extends Caller | null>({ definition }: Defined, caller: C): C {
  return withRoles(caller, [...readersOf(definition), ...narrowReadersOf(definition)]);
}

/** With those grants alone that let one question of its cases be read. */
export function asNarrowReader<C extends Caller | null>({ definition }: Defined, caller: C): C {
  return withRoles(caller, narrowReadersOf(definition));
}

function withRoles<C extends Caller | null>(caller: C, roles: readonly Role[]): C {
  if (caller === null) return caller;
  return { ...caller, grants: caller.grants.filter(({ role }) => roles.includes(role)) };
}
