import { setup } from 'xstate';
import { actionsOf, guardsOf, type WorkflowEvent } from '../kernel/index.js';
import { CHANGES } from './assigns.js';
import { CHECKS } from './checks.js';
import type { ProposalContext } from './context.js';
import { EFFECT_NAMES } from './effects.js';

/** The names a chart of this workflow may use, each with its body. */
export const chart = setup({
  types: { context: {} as ProposalContext, events: {} as WorkflowEvent },
  guards: guardsOf(CHECKS),
  actions: actionsOf(CHANGES, EFFECT_NAMES),
});
