import type { JsonObject, WorkflowEvent } from '../kernel/index.js';
import type { FilingContext } from './context.js';

/** What follows from a filing's steps outside the case itself, with what it needs to know. */
export const EFFECTS = {
  /** The proposal goes on, or learns that it cannot. */
  signalProposal: ({ proposal }, { type }) => ({
    proposal,
    event: type === 'REJECT' ? 'FILING_REJECTED' : 'FILING_ACCEPTED',
  }),
} satisfies Record<string, (context: FilingContext, event: WorkflowEvent) => JsonObject>;

export const EFFECT_NAMES = Object.keys(EFFECTS) as (keyof typeof EFFECTS)[];
