import { createHash } from 'node:crypto';
import { type AnyWorkflow, type Context, type Stored, waitingFor } from '../../../machines/kernel/index.js';
import type { CardOfCase } from './card-clause.js';

/** Raised when cards are to be made differently from the same case: those stored before are then made again. */
const SCHEME = 1;
const LONGEST_TITLE = 200;

/** A case after a step, or as it is stored. */
export interface CardedCase extends Stored {
  done: boolean;
}

/**
 * What lists say of a case, and for whom it waits, so that no list has to open it.
 *
 * @param definition the workflow
 * @param stored the case
 * @param today the day it stands on, `YYYY-MM-DD`
 * @param event the event that brought it here; absent when the card is made anew from what is stored
 */
export function cardOf(
  definition: AnyWorkflow,
  { state, context, done }: CardedCase,
  today: string,
  event?: string,
): CardOfCase {
  const waiting = done
    ? { roles: [], barred: [], asked: [], from: today }
    : waitingFor(definition, { state, context }, today);
  return {
    title: titleOf(definition, context),
    flags: [...(definition.card?.flags?.(context) ?? [])],
    returned: event !== undefined && definition.policy[event]?.sendsBack === true,
    ...waiting,
    madeBy: schemeOf(definition),
  };
}

/** What a case is called in lists and at the head of its page. */
export function titleOf({ card, labels }: AnyWorkflow, context: Context): string {
  const title = card?.title(context).trim() ?? '';
  return title === '' ? labels.workflow : title.slice(0, LONGEST_TITLE);
}

const schemes = new WeakMap<AnyWorkflow, string>();

/** By what a card was made: another chart or another division of duties makes another card. */
export function schemeOf(definition: AnyWorkflow): string {
  const known = schemes.get(definition);
  if (known !== undefined) return known;
  const told = JSON.stringify([SCHEME, definition.revision, definition.policy]);
  const made = createHash('sha256').update(told).digest('hex').slice(0, 12);
  schemes.set(definition, made);
  return made;
}
