import { idsUnder, peopleOf } from './people.js';
import { pendingSigners } from './signers.js';
import type { Actor, Context, EventPolicy, Refusal, WorkflowEvent } from './types.js';

/**
 * Whether the actor may send the event at all, before the chart is asked.
 *
 * @refuses ROLE_NOT_ALLOWED - the role acted in is not one of the event's
 * @refuses NO_SELF_APPROVAL - the actor, or the colleague he stands in for, has a part in the case that excludes this one
 */
export function refuseActor(policy: EventPolicy, context: Context, actor: Actor): Refusal | null {
  if (!policy.roles.includes(actor.role)) {
    return { code: 'ROLE_NOT_ALLOWED', params: { role: actor.role, roles: [...policy.roles] } };
  }
  const people = peopleOf(actor);
  for (const key of policy.notBy ?? []) {
    if (idsUnder(context, key).some((id) => people.includes(id))) {
      return { code: 'NO_SELF_APPROVAL', params: { because: key } };
    }
  }
  return null;
}

/**
 * Whether the event is accompanied by what it must be accompanied by.
 *
 * @refuses OPINION_REQUIRED - a reason in words is mandatory and missing
 */
export function refuseWithoutOpinion(policy: EventPolicy, event: WorkflowEvent): Refusal | null {
  if (!policy.needsOpinion) return null;
  const { opinion } = event.payload;
  const given = typeof opinion === 'string' && opinion.trim() !== '';
  return given ? null : { code: 'OPINION_REQUIRED', params: { event: event.type } };
}

/**
 * Whether signatures are still awaited that this event may not overtake.
 *
 * @refuses SIGNATURES_PENDING - someone asked has not signed, or has disagreed in a countersignature
 */
export function refuseBeforeSigners(policy: EventPolicy, context: Context): Refusal | null {
  if (!policy.waitsForSigners) return null;
  const { waiting, disagreed } = pendingSigners(context);
  if (waiting.length === 0 && disagreed.length === 0) return null;
  return { code: 'SIGNATURES_PENDING', params: { waiting, disagreed } };
}

/** @returns user ids who may not send the event, whatever their role */
export function barredBy(policy: EventPolicy, context: Context): number[] {
  return (policy.notBy ?? []).flatMap((key) => idsUnder(context, key));
}
