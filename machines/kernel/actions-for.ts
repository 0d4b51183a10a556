import type { AnyTransitionDefinition } from 'xstate';
import { refuseActor, refuseBeforeSigners } from './policy-refusal.js';
import { openTransitions, restore, type Stored } from './snapshot.js';
import type { Actor, AnyWorkflow, Context, Refusal, Sender } from './types.js';

/** One button a person may or may not press. */
export interface AvailableAction {
  event: string;
  label: string;
  possible: boolean;
  /** Why not; absent when possible. */
  refusal?: Refusal;
  /** The way in which the person may act: as himself, or standing in for a colleague. Absent when not possible. */
  actor?: Actor;
  needsOpinion: boolean;
  /** What is sent along, and what the ledger says at that moment, is judged when the event arrives. */
  judgedOnArrival: boolean;
}

/**
 * What a person may do with a case now. Payload and facts are not known yet: whatever can be said without them is said,
 * and where a step asks for more, the answer says so instead of refusing.
 *
 * @param definition the workflow
 * @param stored the case
 * @param actors every way in which the person may act on this case, own roles before borrowed ones
 * @param today the day on which the person asks, `YYYY-MM-DD`
 * @returns one row per event that the chart has here, in its order; empty for a case that takes no more events
 */
export function actionsFor(
  definition: AnyWorkflow,
  stored: Stored,
  actors: readonly Actor[],
  today: string,
): AvailableAction[] {
  const snapshot = restore(definition, stored);
  const open = openTransitions(snapshot);
  const events = [...new Set(open.map(({ eventType }) => eventType as string))];
  return events.map((event) => {
    const policy = definition.policy[event]!;
    const steps = open.filter(({ eventType }) => eventType === event);
    return {
      event,
      label: definition.labels.events[event] ?? event,
      needsOpinion: policy.needsOpinion ?? false,
      judgedOnArrival: steps.every(({ guard }) => guard !== undefined && !isForeseen(definition, guard)),
      ...chooseActor(definition, steps, snapshot.context as Context, { event, actors, today }),
    };
  });
}

/** Whether nothing is left of a check for the moment at which the event arrives. */
function isForeseen({ checks, foresight }: AnyWorkflow, guard: unknown): boolean {
  return typeof guard === 'string' && foresight?.[guard] !== undefined && foresight[guard] === checks[guard];
}

interface Question {
  event: string;
  actors: readonly Actor[];
  today: string;
}

function chooseActor(
  definition: AnyWorkflow,
  steps: readonly AnyTransitionDefinition[],
  context: Context,
  { event, actors, today }: Question,
): Pick<AvailableAction, 'possible' | 'refusal' | 'actor'> {
  const policy = definition.policy[event]!;
  const refusals: Refusal[] = [];
  for (const actor of actors) {
    const refusal =
      refuseActor(policy, context, actor) ??
      refuseBeforeSigners(policy, context) ??
      foresee(definition, steps, context, { actor, today });
    if (!refusal) return { possible: true, actor };
    refusals.push(refusal);
  }
  // The most telling reason: a part in the case or a missing signature says more than a role one does not have.
  const refusal = refusals.find(({ code }) => code !== 'ROLE_NOT_ALLOWED') ?? refusals[0];
  return { possible: false, refusal: refusal ?? { code: 'ROLE_NOT_ALLOWED', params: { roles: [...policy.roles] } } };
}

/** One step that may still be open is enough; where none is, the first one's reason is given, as on arrival. */
function foresee(
  { foresight }: AnyWorkflow,
  steps: readonly AnyTransitionDefinition[],
  context: Context,
  sender: Sender,
): Refusal | null {
  const refusals = steps.map(
    ({ guard }) => (typeof guard === 'string' && foresight?.[guard]?.(context, sender)) || null,
  );
  return refusals.includes(null) ? null : refusals[0]!;
}
