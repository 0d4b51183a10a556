import type { StateValue } from 'xstate';

/** A region of this name is the case's progress: where the case is, is where this region is. */
const PROGRESS = 'progress';

/**
 * Where a case is, in one name: for lists, filters and labels. In a parallel state the path ends at that state, unless one
 * region is called `progress`: then the path goes on inside it, and the region's own name is left out.
 *
 * @param state a stored state
 * @returns e.g. `inSelection.publicNotice.posted`, `preReview`; `submitted` for `{progress: 'submitted', timeliness: 'onTime'}`
 */
export function statePath(state: StateValue): string {
  if (typeof state === 'string') return state;
  const progress = state[PROGRESS];
  if (progress !== undefined) return statePath(progress);
  const keys = Object.keys(state);
  const [key] = keys;
  if (key === undefined || keys.length > 1) return '';
  const rest = statePath(state[key] ?? '');
  return rest === '' ? key : `${key}.${rest}`;
}

/**
 * The same name for a state node of the chart.
 *
 * @param path keys from the root to the node
 * @returns dotted path without the `progress` region; '' for the root and for that region itself
 */
export function nodePath(path: readonly string[]): string {
  return path.filter((key) => key !== PROGRESS).join('.');
}
