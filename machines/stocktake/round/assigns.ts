import { peopleOf, type ChangeOf, type WorkflowEvent } from '../../kernel/index.js';
import { DEFAULT_PERIODS } from '../periods.js';
import { referenceDayOf } from '../quarter.js';
import type { RoundContext } from './context.js';
import { payloadOf } from './payloads.js';

type Change = ChangeOf<RoundContext>;

const open: Change = (_context, event) => {
  const { quarter, periods } = payloadOf(event, 'CREATE');
  return {
    createdBy: event.actor.userId,
    quarter,
    referenceDay: referenceDayOf(quarter),
    periods: { ...DEFAULT_PERIODS, ...periods },
  };
};

const freeze: Change = (context, event) => ({ reporters: withSender(context, event), reason: null });

const revise: Change = (context, event) => ({
  reporters: withSender(context, event),
  reason: payloadOf(event, 'REVISE').opinion,
  // What the heads have read is no longer what stands.
  endorsedBy: [],
});

const keepHash: Change = (_context, event) => {
  const { hash, revision } = payloadOf(event, 'SNAPSHOT_TAKEN');
  return { hash, revision };
};

const report: Change = (context, event) => ({ reporters: withSender(context, event) });

const endorse: Change = (_context, event) => ({ endorsedBy: peopleOf(event.actor) });

/** Every change of the context, by the name the chart uses. */
export const CHANGES = { open, freeze, revise, keepHash, report, endorse } satisfies Record<string, Change>;

function withSender({ reporters }: RoundContext, { actor }: WorkflowEvent): number[] {
  return [...new Set([...reporters, ...peopleOf(actor)])];
}
