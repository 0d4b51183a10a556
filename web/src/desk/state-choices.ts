import type { WorkflowState, WorkflowView } from '../api/types.js';

/**
 * States by which a list can be narrowed. Where things go on beside each other, a case is listed by the first of them alone:
 * states of the others would find nothing.
 */
export function stateChoices(chart: WorkflowView | undefined): { value: string; label: string }[] {
  const states = chart?.states ?? [];
  const beside = states.filter(({ kind, path, parent }) => kind === 'region' && path !== parent);
  const isBeside = ({ path }: WorkflowState): boolean =>
    beside.some((region) => path === region.path || path.startsWith(`${region.path}.`));
  const found = states.filter((state) => !['start', 'passing'].includes(state.kind) && !isBeside(state));
  return found.map(({ path, label }) => ({ value: path, label }));
}
