import { describe, expect, it } from '@jest/globals';
import type { WorkflowState, WorkflowView } from '../api/types.js';
import { stateChoices } from './state-choices.js';

const state = (path: string, kind: WorkflowState['kind'], parent: string | null = null): WorkflowState => ({
  path,
  label: `“${path}”`,
  kind,
  parent,
  initial: null,
  deadlines: [],
});

describe('the states that a list can be narrowed to', () => {
  it('are those in which a case can be listed: no start, nothing that goes on beside the main branch', () => {
    const states = [
      state('new', 'start'),
      state('open', 'region', 'open'),
      state('open.opened', 'step', 'open'),
      state('open.plan', 'region', 'open'),
      state('open.plan.none', 'step', 'open.plan'),
      state('resolved', 'end'),
    ];
    expect(stateChoices({ states } as WorkflowView).map(({ value }) => value)).toEqual([
      'open',
      'open.opened',
      'resolved',
    ]);
  });

  it('are none before the chart is known', () => {
    expect(stateChoices(undefined)).toEqual([]);
  });
});
