import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { deadlineNames } from './deadlines-of.js';
import { INITIAL_STATE, initialSnapshotOf, isOwnEvent } from './snapshot.js';
import { nodePath, statePath } from './state-path.js';
import { type AnyWorkflow, DEADLINE_PASSED } from './types.js';

/**
 * Whether a workflow is complete: nothing named without a body, no body without a use. Asked at start; a process with a
 * fault here does not start.
 *
 * @param definition the workflow
 * @returns one sentence per fault; empty when complete
 */
export function checkDefinition(definition: AnyWorkflow): string[] {
  const nodes = allNodes(definition.machine.root);
  const transitions = nodes.flatMap((node) => [...[...node.transitions.values()].flat(), ...(node.always ?? [])]);
  const faults = [
    ...checkStart(definition, nodes),
    ...compare('event', ownEventsOf(transitions), 'policy row', Object.keys(definition.policy)),
    ...compare('event', ownEventsOf(transitions), 'label', Object.keys(definition.labels.events)),
    ...compare('state', labelledStates(nodes), 'label', Object.keys(definition.labels.states)),
    ...compare('guard', guardsIn(transitions), 'check', Object.keys(definition.checks)),
    ...compare('action', effectsIn(definition, nodes, transitions), 'effect', definition.effects),
    ...compare('deadline', deadlinesIn(nodes), 'declaration', Object.keys(definition.deadlines)),
    ...untold(definition),
    ...asideNowhere(definition, nodes),
    ...missingMigrations(definition),
  ];
  for (const name of Object.keys(definition.effectParams ?? {})) {
    if (!definition.effects.includes(name)) faults.push(`parameters of ${name} belong to no effect`);
  }
  for (const name of Object.keys(definition.foresight ?? {})) {
    if (!Object.hasOwn(definition.checks, name)) faults.push(`foresight of ${name} belongs to no check`);
  }
  return faults.map((fault) => `${definition.name}: ${fault}`);
}

function allNodes(root: AnyStateNode): AnyStateNode[] {
  return [root, ...Object.values(root.states).flatMap((child) => allNodes(child))];
}

/** Every machine waits in `new` for CREATE, and nothing comes back to it. */
function checkStart(definition: AnyWorkflow, nodes: readonly AnyStateNode[]): string[] {
  const faults: string[] = [];
  if (statePath(initialSnapshotOf(definition).state) !== INITIAL_STATE) faults.push('does not begin in state new');
  const start = nodes.find((node) => nodePath(node.path) === INITIAL_STATE);
  const events = [...(start?.transitions.keys() ?? [])];
  if (events.length !== 1 || events[0] !== 'CREATE') faults.push('state new must take CREATE and nothing else');
  return faults;
}

function ownEventsOf(transitions: readonly AnyTransitionDefinition[]): string[] {
  return transitions.map(({ eventType }) => eventType as string).filter((name) => isOwnEvent(name));
}

/** The root and the progress region carry no label of their own: no case is ever "there". */
function labelledStates(nodes: readonly AnyStateNode[]): string[] {
  return nodes.map((node) => nodePath(node.path)).filter((path) => path !== '' && path !== INITIAL_STATE);
}

function guardsIn(transitions: readonly AnyTransitionDefinition[]): string[] {
  return transitions
    .filter(({ guard }) => guard !== undefined)
    .map(({ guard }) => (typeof guard === 'string' ? guard : '(not a name)'));
}

/** Named actions that stay inside the machine need no handler; all others are for src to carry out. */
function effectsIn(
  definition: AnyWorkflow,
  nodes: readonly AnyStateNode[],
  transitions: readonly AnyTransitionDefinition[],
): string[] {
  const actions: readonly unknown[] = [
    ...nodes.flatMap((node) => [...node.entry, ...node.exit]),
    ...transitions.flatMap((transition) => transition.actions),
  ];
  const bodies = definition.machine.implementations.actions as Record<string, unknown>;
  return actions
    .map((action) => (typeof action === 'string' ? action : '(not a name)'))
    .filter((name) => !staysInside(bodies[name]));
}

/** Changes of the context, and events a machine sends itself. */
const INSIDE: readonly unknown[] = ['xstate.assign', 'xstate.raise'];

function staysInside(body: unknown): boolean {
  return typeof body === 'function' && INSIDE.includes((body as { type?: unknown }).type);
}

function deadlinesIn(nodes: readonly AnyStateNode[]): string[] {
  return nodes.flatMap((node) => deadlineNames(node.meta));
}

/** Whoever takes the event has a deadline that sends it, and the other way round. */
function untold({ policy, deadlines }: AnyWorkflow): string[] {
  const takes = Object.hasOwn(policy, DEADLINE_PASSED);
  const told = Object.entries(deadlines).filter(([, { tells }]) => tells);
  if (takes && told.length === 0) return [`event ${DEADLINE_PASSED} is told by no deadline`];
  return takes ? [] : told.map(([name]) => `deadline ${name} tells of ${DEADLINE_PASSED}, which is no event`);
}

/** A state that an event is said to lie aside in must be one, or the case would go on waiting for it. */
function asideNowhere({ policy }: AnyWorkflow, nodes: readonly AnyStateNode[]): string[] {
  const paths = new Set(nodes.map(({ path }) => path.join('.')));
  return Object.entries(policy).flatMap(([event, { aside }]) =>
    (Array.isArray(aside) ? (aside as readonly string[]) : [])
      .filter((path) => !paths.has(path))
      .map((path) => `event ${event} lies aside in ${path}, which is no state`),
  );
}

function missingMigrations(definition: AnyWorkflow): string[] {
  const revisions = Array.from({ length: definition.revision - 1 }, (_, index) => index + 1);
  return revisions
    .filter((revision) => !definition.migrations[revision])
    .map((revision) => `revision ${revision} has no migration to ${revision + 1}`);
}

/** Both ways: what the chart names and the table lacks, and what the table holds and the chart never names. */
function compare(kind: string, named: readonly string[], row: string, rows: readonly string[]): string[] {
  const names = [...new Set(named)];
  return [
    ...names.filter((name) => !rows.includes(name)).map((name) => `${kind} ${name} has no ${row}`),
    ...rows.filter((name) => !names.includes(name)).map((name) => `${row} ${name} belongs to no ${kind}`),
  ];
}
