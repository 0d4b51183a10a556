import { refuse, type CheckOf } from '../kernel/index.js';
import type { ProposalContext } from './context.js';
import { payloadOf } from './facts.js';
import type { ReturnStep } from './payloads.js';

/**
 * A case goes back to a step it has passed, never forward: the chart offers only earlier steps.
 *
 * @refuses NOT_AN_EARLIER_STEP - the step named lies ahead, or is where the case stands
 */
export const returnsTo =
  (step: ReturnStep): CheckOf<ProposalContext> =>
  (_context, event) => {
    const { to } = payloadOf(event, 'RETURN');
    return to === step ? null : refuse('NOT_AN_EARLIER_STEP', { to });
  };
