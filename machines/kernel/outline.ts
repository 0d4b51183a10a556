import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { deadlineNames } from './deadlines-of.js';
import { INITIAL_STATE, isOwnEvent } from './snapshot.js';
import { nodePath } from './state-path.js';
import type { AnyWorkflow, Role } from './types.js';

/**
 * What a state is to somebody who looks at the whole chart: `start` before the case exists, `step` where a case waits,
 * `passing` where it never stays, `group` with steps of its own, `parallel` with several things going on at once, `region` one
 * of these, `end` where nothing more happens.
 */
export type OutlineKind = 'start' | 'step' | 'passing' | 'group' | 'parallel' | 'region' | 'end';

export interface OutlineState {
  /** Dotted path, as history and lists name it. */
  path: string;
  label: string;
  kind: OutlineKind;
  /** Path of the state around it; null at the top. */
  parent: string | null;
  /** Path of the state in which a group or region begins; null for what has no inside. */
  initial: string | null;
  /** Labels of the deadlines that run while a case is here. */
  deadlines: string[];
}

export interface OutlineTransition {
  from: string;
  to: string;
  /** '' where the case goes on by itself. */
  event: string;
  label: string;
  /** Who may; empty where nobody is asked. */
  roles: Role[];
}

/** A workflow as it can be drawn: production chart, labels and policy rows, nothing written a second time. */
export interface Outline {
  name: string;
  label: string;
  revision: number;
  states: OutlineState[];
  transitions: OutlineTransition[];
}

const START_LABEL = '开始';

/**
 * Draws a workflow's chart as plain data.
 *
 * @param definition the workflow, as registered
 * @returns states and transitions in the order of the chart; two guarded ways between the same states by the same event are one
 */
export function outlineOf(definition: AnyWorkflow): Outline {
  const nodes = nodesBelow(definition.machine.root).filter((node) => nodePath(node.path) !== '');
  const named = unique(nodes, (node) => nodePath(node.path));
  return {
    name: definition.name,
    label: definition.labels.workflow,
    revision: definition.revision,
    states: named.map((node) => stateOf(definition, node)),
    transitions: unique(
      nodes.flatMap((node) => transitionsOf(definition, node)),
      ({ from, to, event }) => `${from} ${event} ${to}`,
    ),
  };
}

function nodesBelow(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states).flatMap((child: AnyStateNode) => [child, ...nodesBelow(child)]);
}

function stateOf(definition: AnyWorkflow, node: AnyStateNode): OutlineState {
  const path = nodePath(node.path);
  const around = nodePath(node.path.slice(0, -1));
  const [start] = node.initial?.target ?? [];
  return {
    path,
    label: path === INITIAL_STATE ? START_LABEL : (definition.labels.states[path] ?? path),
    kind: kindOf(node),
    parent: around === '' ? null : around,
    initial: start === undefined ? null : nodePath(start.path),
    deadlines: deadlineNames(node.meta).map((name) => definition.deadlines[name]?.label ?? name),
  };
}

function kindOf(node: AnyStateNode): OutlineKind {
  if (nodePath(node.path) === INITIAL_STATE) return 'start';
  if (node.type === 'final') return 'end';
  if (node.type === 'parallel') return 'parallel';
  if (node.parent?.type === 'parallel') return 'region';
  if (node.type === 'compound') return 'group';
  const waits = [...node.transitions.keys()].some((event) => isOwnEvent(event));
  return node.always !== undefined && node.always.length > 0 && !waits ? 'passing' : 'step';
}

function transitionsOf(definition: AnyWorkflow, node: AnyStateNode): OutlineTransition[] {
  const from = nodePath(node.path);
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])].flatMap((transition) =>
    (transition.target ?? [node]).map((target: AnyStateNode) => ({
      from,
      to: nodePath(target.path),
      ...causeOf(definition, transition),
    })),
  );
}

function causeOf(
  { labels, policy }: AnyWorkflow,
  { eventType }: AnyTransitionDefinition,
): Pick<OutlineTransition, 'event' | 'label' | 'roles'> {
  const event = isOwnEvent(eventType as string) ? (eventType as string) : '';
  return { event, label: labels.events[event] ?? '', roles: [...(policy[event]?.roles ?? [])] };
}

function unique<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
