import type { CardOf } from '../kernel/index.js';
import type { ProposalContext } from './context.js';

/** What lists say of a proposal: its title, how the gate last judged it, and whether heads are asked to lift that. */
export const CARD: CardOf<ProposalContext> = {
  title: ({ title }) => title,
  flags: ({ gate, override, overrideRequestedBy, overrideApprovedBy, justification }) => [
    ...(gate === null || gate.verdict === 'clear' ? [] : [`gate-${gate.verdict}`]),
    ...(override !== null || overrideRequestedBy.length + overrideApprovedBy.length > 0 ? ['override'] : []),
    ...(justification === null ? [] : ['justified']),
  ],
};
