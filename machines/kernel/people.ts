import type { Actor, Context } from './types.js';

/**
 * The people behind an action: who clicked, and for whom. Separation of duties looks at both, so that no one passes a
 * case on by standing in for a colleague, nor has it passed on by someone standing in for him.
 *
 * @param actor who sent an event
 * @returns one or two user ids; none for the product itself
 */
export function peopleOf(actor: Actor): number[] {
  return [actor.userId, actor.onBehalfOf].filter((id): id is number => typeof id === 'number');
}

/**
 * People whom a context remembers under a key, one or several.
 *
 * @returns user ids; empty when nobody stands there
 */
export function idsUnder(context: Context, key: string): number[] {
  const value = context[key];
  const list = Array.isArray(value) ? value : [value];
  return list.filter((id): id is number => typeof id === 'number');
}
