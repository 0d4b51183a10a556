import type { HistoryEntry, WorkflowState, WorkflowTransition, WorkflowView } from '../../../api/types.js';
import { activePaths, leafOf, wayThrough } from './chart-walk.js';

export type NodeStatus = 'current' | 'done' | 'open' | 'skipped';

/** A step that somebody took into or inside a state. */
export interface Visit {
  label: string;
  who: string;
  role: string;
  at: string;
}

export interface FlowNode {
  path: string;
  label: string;
  kind: WorkflowState['kind'];
  /** Path of the drawn group around it. */
  group: string | null;
  status: NodeStatus;
  visits: Visit[];
  deadlines: readonly string[];
  /** What goes on at once inside a parallel state. */
  regions: { path: string; label: string; now: string | null; status: NodeStatus; visits: Visit[] }[];
}

export interface FlowEdge {
  from: string;
  to: string;
  labels: string[];
  taken: boolean;
  /** Leads back, or away from nearly everywhere: drawn on demand alone, or where it was taken. */
  aside: boolean;
}

export interface Flow {
  nodes: FlowNode[];
  groups: { path: string; label: string }[];
  edges: FlowEdge[];
}

export interface FlowCase {
  state: unknown;
  statePath: string;
  done: boolean;
}

/** An event that leads from this many states to the same place is a way out, not a way on. */
const WAY_OUT = 4;

/** The production chart with what has become of one case on it. */
export function flowOf(chart: WorkflowView, at: FlowCase, history: readonly HistoryEntry[]): Flow {
  const active = activePaths(at.state);
  const visits = visitsOf(chart, history);
  const edges = edgesOf(chart, history);
  const ahead = reachable(edges, chart, at.statePath);
  const statusOf = (path: string): NodeStatus => {
    if (active.has(path)) return 'current';
    if (visits.has(path)) return 'done';
    return at.done || !ahead.has(path) ? 'skipped' : 'open';
  };
  const inside = new Set(chart.states.filter(({ parent }) => isWithinRegion(chart, parent)).map(({ path }) => path));
  const drawn = chart.states.filter(({ path, kind }) => kind !== 'group' && kind !== 'region' && !inside.has(path));
  return {
    nodes: drawn.map((state) => ({
      path: state.path,
      label: state.label,
      kind: state.kind,
      group: groupOf(chart, state.parent),
      status: statusOf(state.path),
      visits: visits.get(state.path) ?? [],
      deadlines: state.deadlines,
      regions: state.kind === 'parallel' ? regionsOf(chart, state.path, active, visits, statusOf(state.path)) : [],
    })),
    groups: chart.states.filter(({ kind }) => kind === 'group').map(({ path, label }) => ({ path, label })),
    edges,
  };
}

function isWithinRegion(chart: WorkflowView, parent: string | null): boolean {
  const state = chart.states.find(({ path }) => path === parent);
  return state !== undefined && (state.kind === 'region' || isWithinRegion(chart, state.parent));
}

function groupOf(chart: WorkflowView, parent: string | null): string | null {
  const state = chart.states.find(({ path }) => path === parent);
  return state?.kind === 'group' ? state.path : null;
}

function regionsOf(
  chart: WorkflowView,
  path: string,
  active: ReadonlySet<string>,
  visits: ReadonlyMap<string, Visit[]>,
  around: NodeStatus,
): FlowNode['regions'] {
  return chart.states
    .filter(({ kind, parent }) => kind === 'region' && parent === path)
    .map((region) => {
      const now = chart.states.find(({ path: inner, parent }) => parent === region.path && active.has(inner));
      const own = visits.get(region.path) ?? [];
      // A region that has been signed is done, although the case still waits for its neighbours.
      const status = around === 'current' && own.length > 0 ? 'done' : around;
      return { path: region.path, label: region.label, now: now?.label ?? null, status, visits: own };
    });
}

/** Who came by where: by the targets of the steps on record, the states passed through on the way, and regions by their events. */
function visitsOf(chart: WorkflowView, history: readonly HistoryEntry[]): Map<string, Visit[]> {
  const visits = new Map<string, Visit[]>();
  const note = (path: string, entry: HistoryEntry): void => {
    const visit = { label: entry.label, who: entry.actor.display, role: entry.actor.role, at: entry.at };
    visits.set(path, [...(visits.get(path) ?? []), visit]);
  };
  for (const entry of history) {
    if (entry.from !== entry.to) for (const path of wayThrough(chart, entry)) note(path, entry);
    const region = regionOf(chart, entry.type);
    if (region !== null) note(region, entry);
  }
  if (history.length > 0) visits.set('new', []);
  return visits;
}

/** The region that an event belongs to; null when it is no region's own. */
function regionOf(chart: WorkflowView, event: string): string | null {
  const sources = chart.transitions.filter((transition) => transition.event === event).map(({ from }) => from);
  const regions = chart.states.filter(({ kind }) => kind === 'region');
  const found = regions.find(({ path }) => sources.length > 0 && sources.every((from) => from.startsWith(`${path}.`)));
  return found?.path ?? null;
}

function edgesOf(chart: WorkflowView, history: readonly HistoryEntry[]): FlowEdge[] {
  const back = backEdges(chart);
  const edges = new Map<string, FlowEdge>();
  const add = (from: string, to: string, label: string, taken: boolean, aside: boolean): void => {
    if (from === to) return;
    const key = `${from} ${to}`;
    const known = edges.get(key) ?? { from, to, labels: [], taken: false, aside: true };
    const labels = label === '' || known.labels.includes(label) ? known.labels : [...known.labels, label];
    edges.set(key, { ...known, labels, taken: known.taken || taken, aside: known.aside && aside });
  };
  for (const transition of chart.transitions) {
    const [from, to] = [leafOf(chart, transition.from), leafOf(chart, transition.to)];
    const ofGroup = chart.states.find(({ path }) => path === transition.from)?.kind === 'group';
    if (ofGroup) continue;
    add(from, to, transition.label, false, back.has(`${from} ${to}`) || isWayOut(chart, transition));
  }
  for (const entry of history) {
    const way = [leafOf(chart, entry.from === '' ? 'new' : entry.from), ...wayThrough(chart, entry)];
    way.slice(1).forEach((to, at) => add(way[at]!, to, at === 0 ? entry.label : '', true, false));
  }
  return [...edges.values()];
}

function isWayOut(chart: WorkflowView, { event, to }: WorkflowTransition): boolean {
  const sources = chart.transitions.filter((other) => other.event === event && other.to === to);
  return event !== '' && new Set(sources.map(({ from }) => leafOf(chart, from))).size >= WAY_OUT;
}

/** Edges that close a circle, found by walking the chart from its start in the order it is written. */
function backEdges(chart: WorkflowView): Set<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of chart.transitions) {
    const [source, target] = [leafOf(chart, from), leafOf(chart, to)];
    next.set(source, [...(next.get(source) ?? []), target]);
  }
  const back = new Set<string>();
  const open = new Set<string>();
  const closed = new Set<string>();
  const walk = (path: string): void => {
    open.add(path);
    for (const target of next.get(path) ?? []) {
      if (open.has(target)) back.add(`${path} ${target}`);
      else if (!closed.has(target)) walk(target);
    }
    open.delete(path);
    closed.add(path);
  };
  walk('new');
  return back;
}

/** What lies ahead: along the ways on, not along the ways back. */
function reachable(edges: readonly FlowEdge[], chart: WorkflowView, statePath: string): Set<string> {
  const back = backEdges(chart);
  const found = new Set([leafOf(chart, statePath)]);
  for (const path of found) {
    for (const { from, to } of edges) if (from === path && !back.has(`${from} ${to}`)) found.add(to);
  }
  return found;
}
