import type { Actor, Role } from '../../../machines/kernel/index.js';
import { isWithin } from '../../platform/index.js';
import type { Caller } from '../types.js';

const SYSTEM: Actor = { userId: null, role: 'system' };

/**
 * Lists the capacities in which somebody may take part in a case, best first: in their own name before standing in for an
 * absent colleague, since what one may do oneself needs no borrowing. Administrators have no part in any case: their grants reach no unit.
 *
 * @param caller who is asking; null is the product itself
 * @param unitPath path of the case's unit
 * @returns each capacity once; empty when no grant reaches the unit, so for this caller the case does not exist
 */
export function capacities(caller: Caller | null, unitPath: string): Actor[] {
  if (caller === null) return [SYSTEM];
  const reaching = caller.grants.filter((grant) => isWithin(grant.unitPath, unitPath));
  const own = reaching.filter((grant) => grant.onBehalfOf === undefined);
  const borrowed = reaching.filter((grant) => grant.onBehalfOf !== undefined);
  const actors = new Map<string, Actor>();
  for (const { role, onBehalfOf } of [...own, ...borrowed]) {
    const actor: Actor = { userId: caller.userId, role };
    if (onBehalfOf !== undefined) actor.onBehalfOf = onBehalfOf;
    actors.set(`${role} ${onBehalfOf ?? ''}`, actor);
  }
  return [...actors.values()];
}

/**
 * Narrows capacities to those an event is meant for. When none fits, the first is left: the machine then explains why not.
 *
 * @param actors capacities, best first; at least one
 * @param roles roles that may send the event
 * @returns the fitting capacities in the same order, or the first of all when none fits
 */
export function fitting(actors: readonly Actor[], roles: readonly Role[]): Actor[] {
  const fit = actors.filter((actor) => roles.includes(actor.role));
  return fit.length > 0 ? fit : actors.slice(0, 1);
}
