import {
  getMicrosteps,
  type AnyMachineSnapshot,
  type AnyStateNode,
  type AnyTransitionDefinition,
  type StateValue,
} from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { applyEvent, nodePath, statePath, type AnyWorkflow, type Applied, type Stored } from './index.js';
import type { Context, WorkflowEvent } from './types.js';

/** Walks a case through events and insists that each is allowed. */
export function walk(definition: AnyWorkflow, events: readonly WorkflowEvent[], from: Stored | null = null): Stored {
  let at = from;
  for (const event of events) {
    const applied = applyEvent(definition, at, event);
    if (!applied.ok) throw new Error(`${event.type} at ${at ? statePath(at.state) : 'new'}: ${say(applied)}`);
    at = { state: applied.state, context: applied.context };
  }
  if (!at) throw new Error('no events');
  return at;
}

/** An outcome in one line: the state entered, or the code of the refusal. */
export function say(applied: Applied): string {
  return applied.ok ? statePath(applied.state) : applied.refusal.code;
}

/** Paths of the states a case can rest in: those that do not pass on by themselves. A parallel state is one state. */
export function restingStates({ machine }: AnyWorkflow): string[] {
  return restingIn(machine.root).filter((path) => path !== 'new');
}

function restingIn(node: AnyStateNode): string[] {
  if (node.always?.some(({ guard }) => guard === undefined)) return [];
  const progress = node.states['progress'];
  if (progress) return restingIn(progress);
  const children = Object.values(node.states);
  if (children.length === 0 || node.type === 'parallel') return [nodePath(node.path)];
  return children.flatMap((child) => restingIn(child));
}

export interface Coverage {
  /** Transitions of the chart that no walk takes, as `source: event → targets`. */
  missed: string[];
  /** Different states reached: a measure of the walk. */
  states: number;
}

export interface Walk {
  /** Events to try in every state. */
  samples: readonly WorkflowEvent[];
  /** What of the context distinguishes two states; else the walk never ends. */
  digest: (context: Context) => unknown;
}

/**
 * Walks the production machine in every way that the events allow, and says which of its transitions were never taken.
 * Only steps that the commit room would take are taken: the chart and the policy both agree.
 */
export function coverTransitions(definition: AnyWorkflow, { samples, digest }: Walk): Coverage {
  const { machine } = definition;
  const map = getAdjacencyMap(machine, {
    events: [...samples],
    serializeState: (snapshot) => JSON.stringify([snapshot.value, digest(snapshot.context as Context)]),
    filterEvents: (snapshot, event) => snapshot.can(event) && applyEvent(definition, storedIn(snapshot), event).ok,
  });
  const taken = new Set<AnyTransitionDefinition>();
  for (const { state, transitions } of Object.values(map)) {
    for (const { event } of Object.values<{ event: WorkflowEvent }>(transitions)) {
      for (const transition of takenBy(machine, state as AnyMachineSnapshot, event)) taken.add(transition);
    }
  }
  const all = allTransitions(machine.root);
  return { missed: all.filter((one) => !taken.has(one)).map(describeTransition), states: Object.keys(map).length };
}

const storedIn = ({ value, context }: AnyMachineSnapshot): Stored => ({ state: value, context });

type Machine = AnyWorkflow['machine'];

/** The transition of the event itself, and those the machine goes on with by itself. */
function takenBy(machine: Machine, state: AnyMachineSnapshot, event: WorkflowEvent): AnyTransitionDefinition[] {
  const enabled: AnyTransitionDefinition[] = machine.getTransitionData(state, event);
  const snapshots = getMicrosteps(machine, state, event).map(([snapshot]) => snapshot as AnyMachineSnapshot);
  const own = snapshots.flatMap((snapshot, index) =>
    index === snapshots.length - 1 ? [] : goingOn(snapshot, snapshots[index + 1]!),
  );
  return [...enabled, ...own];
}

/** xstate does not tell which eventless transition it took: it is the first of the source that leads to where it went. */
function goingOn(from: AnyMachineSnapshot, to: AnyMachineSnapshot): AnyTransitionDefinition[] {
  const left = allNodes(from.machine.root).filter((node) => isActive(from, node) && !isActive(to, node));
  return left.flatMap((node) => {
    const done = [...node.transitions].filter(([name]) => name.startsWith('xstate.')).flatMap(([, list]) => list);
    const candidates: AnyTransitionDefinition[] = [...(node.always ?? []), ...done];
    const taken = candidates.find(({ target }) => target?.every((entered) => isActive(to, entered)));
    return taken ? [taken] : [];
  });
}

function isActive(snapshot: AnyMachineSnapshot, { path }: AnyStateNode): boolean {
  const [last, ...around] = path.toReversed();
  if (last === undefined) return true;
  return snapshot.matches(around.reduce<StateValue>((inner, key) => ({ [key]: inner }), last));
}

const allNodes = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(allNodes)];

function allTransitions(root: AnyStateNode): AnyTransitionDefinition[] {
  return allNodes(root).flatMap((node) => [...[...node.transitions.values()].flat(), ...(node.always ?? [])]);
}

function describeTransition({ source, eventType, guard, target }: AnyTransitionDefinition): string {
  const to = target?.map(({ path }) => nodePath(path)).join(', ') ?? '(stays)';
  return `${nodePath(source.path)}: ${eventType as string}${typeof guard === 'string' ? ` [${guard}]` : ''} → ${to}`;
}
