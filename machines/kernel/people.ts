import type { Actor } from './types.js';

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
