import { readersOf } from '../../machines/kernel/index.js';
import type { Caller, WorkflowRuntime } from './types.js';

/**
 * Somebody as a workflow knows him: with those grants alone that let its cases be read. One person may be a reviewer in
 * one place and a clerk in another; what only the department may read, he reads in the first.
 *
 * @param runtime the workflow
 * @param caller who is asking; null is the product itself
 * @returns the same person with fewer grants, perhaps none
 */
export function asReader<C extends Caller | null>({ definition }: Pick<WorkflowRuntime, 'definition'>, caller: C): C {
  if (caller === null) return caller;
  const readers = readersOf(definition);
  return { ...caller, grants: caller.grants.filter(({ role }) => readers.includes(role)) };
}
