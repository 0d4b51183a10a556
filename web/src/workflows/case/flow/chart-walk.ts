import type { HistoryEntry, WorkflowView } from '../../../api/types.js';

/** The name of the region that is a case's progress: left out of paths, as the server does. */
const PROGRESS = 'progress';

/** Every state that a stored state value stands in, outer ones included. */
export function activePaths(state: unknown): Set<string> {
  const paths = new Set<string>();
  const walk = (value: unknown, above: readonly string[]): void => {
    if (typeof value === 'string') paths.add([...above, value].join('.'));
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const path = key === PROGRESS ? above : [...above, key];
      if (path.length > 0) paths.add(path.join('.'));
      walk(inner, path);
    }
  };
  walk(state, []);
  return paths;
}

/** The state as it is drawn: groups stand for where they begin, what is inside a region for the parallel state around it. */
export function leafOf(chart: WorkflowView, path: string): string {
  const around = outermostParallel(chart, path);
  if (around !== null) return around;
  const state = chart.states.find((found) => found.path === path);
  if (state?.kind !== 'group' || state.initial === null || state.initial === path) return path;
  return leafOf(chart, state.initial);
}

function outermostParallel(chart: WorkflowView, path: string): string | null {
  const keys = path.split('.');
  const prefixes = keys.map((_, at) => keys.slice(0, at + 1).join('.'));
  const found = prefixes.find((prefix) =>
    chart.states.some((state) => state.path === prefix && state.kind === 'parallel'),
  );
  return found ?? null;
}

/** Where a recorded step led, the states it only passed through before its end. */
export function wayThrough(chart: WorkflowView, entry: Pick<HistoryEntry, 'type' | 'from' | 'to'>): string[] {
  const end = leafOf(chart, entry.to);
  const starts = chart.transitions
    .filter(({ event, from }) => event === entry.type && isWithin(entry.from, from))
    .map(({ to }) => leafOf(chart, to));
  for (const start of starts) {
    const way = automaticWay(chart, start, end);
    if (way !== null) return way;
  }
  const own = leafOf(chart, entry.from);
  const way = automaticWay(chart, own, end);
  return way === null ? [end] : way.slice(1).length === 0 ? [end] : way.slice(1);
}

const isWithin = (path: string, around: string): boolean =>
  path === around ||
  path.startsWith(`${around}.`) ||
  around.startsWith(`${path}.`) ||
  (path === '' && around === 'new');

/** States from one to the other along what happens by itself; null when there is no such way. */
function automaticWay(chart: WorkflowView, start: string, end: string): string[] | null {
  const ways: string[][] = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    const last = way[way.length - 1]!;
    if (last === end) return way;
    for (const { from, to, event } of chart.transitions) {
      const target = leafOf(chart, to);
      if (event !== '' || leafOf(chart, from) !== last || seen.has(target)) continue;
      seen.add(target);
      ways.push([...way, target]);
    }
  }
  return null;
}
