import { assign, type ActionFunction } from 'xstate';
import type {
  Context,
  DeadlineDeclaration,
  DeadlineSpec,
  InstanceMigration,
  JsonObject,
  Refusal,
  Sender,
  WorkflowDefinition,
  WorkflowEvent,
} from './types.js';

/** A guard with its explanation, over the context of one particular workflow. */
export type CheckOf<C extends Context> = (context: C, event: WorkflowEvent) => Refusal | null;

/** The part of a check that can be answered before the event is sent; as a function of less, it is a check as it stands. */
export type ForesightOf<C extends Context> = (context: C, sender: Sender) => Refusal | null;

/** What a step does to the context: the changed part only. */
export type ChangeOf<C extends Context> = (context: C, event: WorkflowEvent) => Partial<C>;

/** A deadline whose start day and length are read from the context of one particular workflow. */
export interface DeadlineOf<C extends Context, P> {
  label: string;
  startDay: (context: C, event: WorkflowEvent) => string;
  spec: (policy: P, context: C) => DeadlineSpec;
  runs?: (context: C) => boolean;
  tells?: true;
}

/** What lists say of a case of one particular workflow. */
export interface CardOf<C extends Context> {
  title: (context: C) => string;
  flags?: (context: C) => readonly string[];
}

/** A definition as its author writes it: the same parts, typed by the workflow's own context. */
export interface WorkflowParts<C extends Context, P> extends Omit<
  WorkflowDefinition<P>,
  'checks' | 'foresight' | 'deadlines' | 'effectParams' | 'card'
> {
  checks: Readonly<Record<string, CheckOf<C>>>;
  foresight?: Readonly<Record<string, ForesightOf<C>>>;
  deadlines: Readonly<Record<string, DeadlineOf<C, P>>>;
  effectParams?: Readonly<Record<string, (context: C, event: WorkflowEvent) => JsonObject>>;
  card?: CardOf<C>;
  migrations: Readonly<Record<number, InstanceMigration>>;
}

/**
 * Closes a workflow's definition. The engine stores contexts as JSON and knows no workflow's context by type, so this is
 * the one place where the type is given up.
 *
 * @param parts everything the workflow declares
 * @returns the definition the engine registers
 */
export function defineWorkflow<C extends Context, P>(parts: WorkflowParts<C, P>): WorkflowDefinition<P> {
  return {
    ...parts,
    checks: parts.checks as WorkflowDefinition['checks'],
    foresight: parts.foresight as WorkflowDefinition['foresight'],
    deadlines: parts.deadlines as Readonly<Record<string, DeadlineDeclaration<P>>>,
    effectParams: parts.effectParams as WorkflowDefinition['effectParams'],
    card: parts.card as WorkflowDefinition['card'],
  };
}

/**
 * Turns checks into the guards of a machine, so that what refuses and what explains the refusal can never differ.
 *
 * @param checks named checks
 * @returns guards of the same names
 */
export function guardsOf<C extends Context, N extends string>(
  checks: Readonly<Record<N, CheckOf<C>>>,
): Record<N, (args: { context: C; event: WorkflowEvent }) => boolean> {
  const entries = Object.entries<CheckOf<C>>(checks).map(([name, check]) => [
    name,
    ({ context, event }: { context: C; event: WorkflowEvent }) => check(context, event) === null,
  ]);
  return Object.fromEntries(entries) as Record<N, (args: { context: C; event: WorkflowEvent }) => boolean>;
}

type MachineAction<C extends Context> = ActionFunction<
  C,
  WorkflowEvent,
  WorkflowEvent,
  undefined,
  never,
  never,
  never,
  never,
  never
>;

/**
 * The bodies behind the action names of a chart: changes become assignments; effects do nothing inside the machine, their
 * name is the message to the outside.
 *
 * @param changes named changes of the context
 * @param effects names of effects
 * @returns actions of the same names
 */
export function actionsOf<C extends Context, N extends string, E extends string>(
  changes: Readonly<Record<N, ChangeOf<C>>>,
  effects: readonly E[],
): Record<N | E, MachineAction<C>> {
  const assignments = Object.entries<ChangeOf<C>>(changes).map(([name, change]) => [
    name,
    assign<C, WorkflowEvent, undefined, WorkflowEvent, never>(({ context, event }) => change(context, event)),
  ]);
  const messages = effects.map((name) => [name, () => undefined]);
  return Object.fromEntries([...assignments, ...messages]) as Record<N | E, MachineAction<C>>;
}

/**
 * Several conditions of one step, asked in order: the first refusal is the answer.
 *
 * @param checks in the order in which a person would want to hear of them
 * @returns one check
 */
export function firstRefusal<C extends Context>(...checks: readonly CheckOf<C>[]): CheckOf<C> {
  return (context, event) => {
    for (const check of checks) {
      const refusal = check(context, event);
      if (refusal) return refusal;
    }
    return null;
  };
}

/**
 * @param code a SHOUTED fact
 * @param params the numbers and identifiers that explain it
 * @returns the expected "no"
 */
export function refuse(code: string, params: JsonObject = {}): Refusal {
  return { code, params };
}
