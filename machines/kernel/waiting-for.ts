import type { AnyTransitionDefinition } from 'xstate';
import { addDays, daysBetween } from '../rules/index.js';
import { actionsFor, type AvailableAction } from './actions-for.js';
import { barredBy, refuseBeforeSigners } from './policy-refusal.js';
import { pendingSigners } from './signers.js';
import { openTransitions, restore, type Stored } from './snapshot.js';
import type { Actor, AnyWorkflow, Context, EventPolicy, Role } from './types.js';

/** For whom a case waits: whoever holds one of the roles on its unit and is not barred, and whoever was asked to sign. */
export interface Waiting {
  roles: Role[];
  /** `role:userId`: this person may take none of the steps that the case waits for in this role. */
  barred: string[];
  /** User ids whose signature is awaited. */
  asked: number[];
  /** First day on which any of it can be done, `YYYY-MM-DD`; the day asked about when it can be done at once. */
  from: string;
}

/** A step that a check puts off is put off by days; what is still closed after so many is closed. */
const LOOK_AHEAD_DAYS = 3 * 366;

/**
 * For whom a case waits, as far as it can be said without knowing who they are: stored beside the case, so that lists find
 * it without opening it. Steps aside do not count. What payload or ledger decide is open until it is tried.
 *
 * @param definition the workflow
 * @param stored the case, which is not done
 * @param today the day it is asked on, `YYYY-MM-DD`
 * @returns empty roles and nobody asked when the product itself acts next
 * @source handbook §3.2
 */
export function waitingFor(definition: AnyWorkflow, stored: Stored, today: string): Waiting {
  const snapshot = restore(definition, stored);
  const context = snapshot.context as Context;
  const open = openTransitions(snapshot);
  const byRole = new Map<Role, { from: string; barred: number[][] }>();
  for (const event of stepsIn(definition, context, open)) {
    const steps = open.filter(({ eventType }) => eventType === event);
    const policy = definition.policy[event]!;
    for (const role of policy.roles) {
      const from = role === 'system' ? null : firstDay(definition, steps, context, { role, today });
      if (from === null) continue;
      const known = byRole.get(role);
      const barred = [...(known?.barred ?? []), barredBy(policy, context)];
      byRole.set(role, { from: known === undefined || from < known.from ? from : known.from, barred });
    }
  }
  const asked = open.some(({ eventType }) => eventType === 'SIGN') ? pendingSigners(context).waiting : [];
  const days = [...byRole.values()].map(({ from }) => from);
  return {
    roles: [...byRole.keys()],
    barred: [...byRole].flatMap(([role, { barred }]) => inAll(barred).map((user) => `${role}:${user}`)),
    asked,
    from: asked.length > 0 || days.length === 0 ? today : days.toSorted()[0]!,
  };
}

/**
 * What somebody may do now of that which the case waits for.
 *
 * @param actors every way in which the person may act on this case, own roles before borrowed ones
 * @returns steps that lead elsewhere before those that stay; empty when the case does not wait for this person
 */
export function nextSteps(
  definition: AnyWorkflow,
  stored: Stored,
  actors: readonly Actor[],
  today: string,
): AvailableAction[] {
  const open = openTransitions(restore(definition, stored));
  const of = (event: string): AnyTransitionDefinition[] => open.filter(({ eventType }) => eventType === event);
  const leads = (event: string): boolean => of(event).some(({ target }) => target !== undefined);
  const steps = actionsFor(definition, stored, actors, today).filter(
    ({ event, possible }) => possible && !isAside(definition.policy[event]!, of(event)),
  );
  return [...steps.filter(({ event }) => leads(event)), ...steps.filter(({ event }) => !leads(event))];
}

/** Signing is awaited of persons, not of roles. */
function stepsIn(definition: AnyWorkflow, context: Context, open: readonly AnyTransitionDefinition[]): string[] {
  const events = [...new Set(open.map(({ eventType }) => eventType as string))];
  return events.filter((event) => {
    const policy = definition.policy[event]!;
    const steps = open.filter(({ eventType }) => eventType === event);
    return event !== 'SIGN' && !isAside(policy, steps) && refuseBeforeSigners(policy, context) === null;
  });
}

function isAside({ aside = [] }: EventPolicy, steps: readonly AnyTransitionDefinition[]): boolean {
  return aside === true || (steps.length > 0 && steps.every(({ source }) => aside.includes(source.path.join('.'))));
}

/** Checks that ask the day open once and stay open, so the first day is found by halving. */
function firstDay(
  { foresight }: AnyWorkflow,
  steps: readonly AnyTransitionDefinition[],
  context: Context,
  { role, today }: { role: Role; today: string },
): string | null {
  const isOpen = (day: string): boolean =>
    steps.some(({ guard }) => {
      const check = typeof guard === 'string' ? foresight?.[guard] : undefined;
      return check === undefined || check(context, { actor: { userId: null, role }, today: day }) === null;
    });
  if (isOpen(today)) return today;
  let closed = today;
  let opened = addDays(today, LOOK_AHEAD_DAYS);
  if (!isOpen(opened)) return null;
  while (daysBetween(closed, opened) > 1) {
    const between = addDays(closed, Math.floor(daysBetween(closed, opened) / 2));
    if (isOpen(between)) opened = between;
    else closed = between;
  }
  return opened;
}

function inAll(lists: readonly number[][]): number[] {
  const [first = [], ...others] = lists;
  return [...new Set(first)].filter((user) => others.every((list) => list.includes(user)));
}
