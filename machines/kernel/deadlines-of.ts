import type { StateValue } from 'xstate';
import { restore, type Stored } from './snapshot.js';
import { nodePath } from './state-path.js';
import type { AnyWorkflow } from './types.js';

/** A deadline that runs while the case is where it is. */
export interface RunningDeadline {
  name: string;
  /**
   * Path of the state around the one that declares the deadline. Neighbours that declare the same name share one running
   * deadline: a step from one to the other keeps it. Same name and same owner = kept; else closed and armed anew.
   */
  owner: string;
}

/**
 * Which deadlines a state arms, for a case that has them.
 *
 * @param definition the workflow
 * @param state a stored state
 * @returns in the order of the chart; empty when nothing is awaited by a day
 */
export function deadlinesOf(definition: AnyWorkflow, state: StateValue): RunningDeadline[] {
  const metaOfNodes: Record<string, unknown> = restore(definition, { state, context: {} }).getMeta();
  return Object.entries(metaOfNodes).flatMap(([id, meta]) => {
    const { path } = definition.machine.getStateNodeById(id);
    return deadlineNames(meta).map((name) => ({ name, owner: nodePath(path.slice(0, -1)) }));
  });
}

/**
 * Which deadlines run for a case: those of its state, but for those that this case does not have (`runs`).
 *
 * @param definition the workflow
 * @param stored a case as it is stored
 * @returns in the order of the chart
 */
export function runningDeadlines(definition: AnyWorkflow, { state, context }: Stored): RunningDeadline[] {
  return deadlinesOf(definition, state).filter(({ name }) => definition.deadlines[name]?.runs?.(context) ?? true);
}

/** Reads `meta.deadlines` of a state node; a state without it awaits nothing. */
export function deadlineNames(meta: unknown): readonly string[] {
  return (meta as { deadlines?: readonly string[] } | undefined)?.deadlines ?? [];
}
