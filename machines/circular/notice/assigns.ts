import { peopleOf, type ChangeOf, type WorkflowEvent } from '../../kernel/index.js';
import type { CircularContext } from './context.js';
import { factOf, payloadOf } from './payloads.js';

type Change = ChangeOf<CircularContext>;

const open: Change = (context, event) => ({
  ...drafted(context, event),
  createdBy: event.actor.userId,
  round: payloadOf(event, 'CREATE').round,
});

const redraft: Change = (context, event) => drafted(context, event);
const submit: Change = (context, event) => ({ drafters: withSender(context, event) });
const sign: Change = (_context, { actor }) => ({ signedBy: peopleOf(actor) });
// What was read is no longer what stands.
const unsign: Change = () => ({ signedBy: [] });
const issue: Change = (_context, event) => ({ documentNo: factOf(event, 'documentNo'), issuedOn: event.today });

/** Every change of the context, by the name the chart uses. */
export const CHANGES = { open, redraft, submit, sign, unsign, issue } satisfies Record<string, Change>;

function drafted(context: CircularContext, event: WorkflowEvent): Partial<CircularContext> {
  return { ...factOf(event, 'ledger'), listing: factOf(event, 'listing'), drafters: withSender(context, event) };
}

function withSender({ drafters }: CircularContext, { actor }: WorkflowEvent): number[] {
  return [...new Set([...drafters, ...peopleOf(actor)])];
}
