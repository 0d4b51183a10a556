import { getNextTransitions, initialTransition, type AnyMachineSnapshot, type AnyTransitionDefinition } from 'xstate';
import type { StateValue } from 'xstate';
import { sameJson } from './same-json.js';
import type { Context, Json, AnyWorkflow } from './types.js';

/** What a case is between two events: nothing but this is stored. */
export interface Stored {
  state: StateValue;
  context: Context;
}

/** Every machine waits in this state for its CREATE; no stored case is ever in it. */
export const INITIAL_STATE = 'new';

/**
 * A case that does not exist yet.
 *
 * @param definition the workflow
 * @returns the initial state (`new`) and the empty context
 */
export function initialSnapshotOf(definition: AnyWorkflow): Stored {
  const [snapshot] = initialTransition(definition.machine);
  return { state: snapshot.value as StateValue, context: snapshot.context as Context };
}

/**
 * Whether a stored state still exists in the machine, completely: a value that xstate would have to complete by itself
 * (a missing region, a compound state without its child) is not one a case can have been stored in.
 *
 * @param definition the workflow
 * @param state a stored state
 */
export function isStateOf(definition: AnyWorkflow, state: StateValue): boolean {
  try {
    const snapshot = definition.machine.resolveState({ value: state, context: {} }) as AnyMachineSnapshot;
    return sameJson(snapshot.value as Json, state as Json);
  } catch {
    return false; // xstate throws on a name it does not know; "no" is the answer here
  }
}

/**
 * Brings a stored case back to life for one question.
 *
 * @param definition the workflow
 * @param stored state and context as stored; null is a case not created yet
 * @returns xstate's snapshot
 */
export function restore(definition: AnyWorkflow, stored: Stored | null): AnyMachineSnapshot {
  const { state, context } = stored ?? initialSnapshotOf(definition);
  if (!isStateOf(definition, state)) {
    throw new Error(`${definition.name} r${definition.revision} has no state ${JSON.stringify(state)}`);
  }
  return definition.machine.resolveState({ value: state, context }) as AnyMachineSnapshot;
}

/**
 * Transitions that people and other workflows can cause here, guards not asked; xstate's own events are left out.
 *
 * @param snapshot a restored case
 * @returns inner states first, each in the order of the chart
 */
export function openTransitions(snapshot: AnyMachineSnapshot): AnyTransitionDefinition[] {
  return getNextTransitions(snapshot).filter((transition) => isOwnEvent(transition.eventType));
}

/** Whether an event name is the workflow's own rather than one of xstate's (`xstate.done…`, the empty name of `always`). */
export function isOwnEvent(eventType: string): boolean {
  return eventType !== '' && !eventType.startsWith('xstate.');
}
