import { transition, type AnyMachineSnapshot, type StateValue } from 'xstate';
import { refuseActor, refuseBeforeSigners, refuseWithoutOpinion } from './policy-refusal.js';
import { openTransitions, restore, type Stored } from './snapshot.js';
import { statePath } from './state-path.js';
import type { Applied, Context, Effect, Refusal, AnyWorkflow, WorkflowEvent } from './types.js';

/** A case in a state with this tag needs nothing more from anyone. */
export const DONE_TAG = 'done';

/**
 * One step of a case: asks whether the event is allowed, and if so says what the case becomes and what follows from it.
 * Pure: the same arguments give the same answer years later. The only caller of xstate's `transition`.
 *
 * @param definition the workflow
 * @param stored state and context as stored; null is a case not created yet, whose first event is CREATE
 * @param event with everything the checks need from the ledger in its facts
 * @returns the next state and context with effects in order of occurrence, or the refusal
 * @refuses EVENT_UNKNOWN - the workflow has no event of that name
 * @refuses ROLE_NOT_ALLOWED, NO_SELF_APPROVAL - see refuseActor
 * @refuses OPINION_REQUIRED, SIGNATURES_PENDING - see refuseWithoutOpinion, refuseBeforeSigners
 * @refuses EVENT_NOT_ALLOWED - the chart has no such step from this state
 * @refuses whatever the step's own check refuses
 */
export function applyEvent(definition: AnyWorkflow, stored: Stored | null, event: WorkflowEvent): Applied {
  const snapshot = restore(definition, stored);
  const refusal = refuseEvent(definition, snapshot, event);
  if (refusal) return { ok: false, refusal };
  const [next, actions] = transition(definition.machine, snapshot, event);
  return {
    ok: true,
    state: next.value as StateValue,
    context: next.context as Context,
    effects: actions.flatMap((action) => effectOf(definition, action, event)),
    done: next.hasTag(DONE_TAG),
  };
}

function refuseEvent(definition: AnyWorkflow, snapshot: AnyMachineSnapshot, event: WorkflowEvent): Refusal | null {
  if (!Object.hasOwn(definition.policy, event.type)) return { code: 'EVENT_UNKNOWN', params: { event: event.type } };
  const policy = definition.policy[event.type]!;
  const context = snapshot.context as Context;
  return (
    refuseActor(policy, context, event.actor) ??
    refuseWithoutOpinion(policy, event) ??
    refuseBeforeSigners(policy, context) ??
    refuseByChart(definition, snapshot, event)
  );
}

/**
 * xstate keeps silent about unknown events and false guards, so the chart is asked first. Of several candidates, the first
 * one's refusal is given: inner states before outer ones, each in the order of the chart.
 */
function refuseByChart(definition: AnyWorkflow, snapshot: AnyMachineSnapshot, event: WorkflowEvent): Refusal | null {
  const candidates = openTransitions(snapshot).filter(({ eventType }) => eventType === event.type);
  if (candidates.length === 0) return notAllowedHere(definition, snapshot, event.type);
  if (snapshot.can(event)) return null;
  for (const { guard } of candidates) {
    const refusal = checkNamed(definition, guard)(snapshot.context as Context, event);
    if (refusal) return refusal;
  }
  throw new Error(`${definition.name}: no check explains why ${event.type} was refused`);
}

/**
 * Why the chart has no such step here.
 *
 * @returns the code the policy gives for a tag of this state, else EVENT_NOT_ALLOWED
 */
export function notAllowedHere(definition: AnyWorkflow, snapshot: AnyMachineSnapshot, eventType: string): Refusal {
  const refusedIn = Object.entries(definition.policy[eventType]?.refusedIn ?? {});
  const params = { state: statePath(snapshot.value as StateValue), event: eventType };
  const code = refusedIn.find(([tag]) => snapshot.hasTag(tag))?.[1] ?? 'EVENT_NOT_ALLOWED';
  return { code, params };
}

function checkNamed(definition: AnyWorkflow, guard: unknown): AnyWorkflow['checks'][string] {
  const check = typeof guard === 'string' ? definition.checks[guard] : undefined;
  if (!check) throw new Error(`${definition.name}: guard ${JSON.stringify(guard)} has no check of that name`);
  return check;
}

type ExecutableAction = { type: string; info: { context: unknown } };

/** A raised event is listed although xstate has applied it already; everything else must be an effect known by name. */
function effectOf(definition: AnyWorkflow, action: ExecutableAction, event: WorkflowEvent): Effect[] {
  if (action.type === 'xstate.raise') return [];
  if (!definition.effects.includes(action.type)) {
    throw new Error(`${definition.name}: ${event.type} returned ${action.type}, which is not a declared effect`);
  }
  const params = definition.effectParams?.[action.type]?.(action.info.context as Context, event) ?? {};
  return [{ type: action.type, params }];
}
