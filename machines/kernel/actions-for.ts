import { refuseActor, refuseBeforeSigners } from './policy-refusal.js';
import { openTransitions, restore, type Stored } from './snapshot.js';
import type { Actor, Context, Refusal, AnyWorkflow } from './types.js';

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
 * What a person may do with a case now. Payload and facts are not known yet: where the step asks for them, the answer says
 * so instead of refusing.
 *
 * @param definition the workflow
 * @param stored the case
 * @param actors every way in which the person may act on this case, own roles before borrowed ones
 * @returns one row per event that the chart has here, in its order; empty for a case that takes no more events
 */
export function actionsFor(definition: AnyWorkflow, stored: Stored, actors: readonly Actor[]): AvailableAction[] {
  const snapshot = restore(definition, stored);
  const open = openTransitions(snapshot);
  const events = [...new Set(open.map(({ eventType }) => eventType as string))];
  return events.map((event) => {
    const policy = definition.policy[event]!;
    const judgedOnArrival = open.every((candidate) => candidate.eventType !== event || candidate.guard !== undefined);
    return {
      event,
      label: definition.labels.events[event] ?? event,
      needsOpinion: policy.needsOpinion ?? false,
      judgedOnArrival,
      ...chooseActor(definition, event, snapshot.context as Context, actors),
    };
  });
}

function chooseActor(
  definition: AnyWorkflow,
  event: string,
  context: Context,
  actors: readonly Actor[],
): Pick<AvailableAction, 'possible' | 'refusal' | 'actor'> {
  const policy = definition.policy[event]!;
  const refusals: Refusal[] = [];
  for (const actor of actors) {
    const refusal = refuseActor(policy, context, actor) ?? refuseBeforeSigners(policy, context);
    if (!refusal) return { possible: true, actor };
    refusals.push(refusal);
  }
  // The most telling reason: a part in the case or a missing signature says more than a role one does not have.
  const refusal = refusals.find(({ code }) => code !== 'ROLE_NOT_ALLOWED') ?? refusals[0];
  return { possible: false, refusal: refusal ?? { code: 'ROLE_NOT_ALLOWED', params: { roles: [...policy.roles] } } };
}
