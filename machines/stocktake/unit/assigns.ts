import { peopleOf, type ChangeOf } from '../../kernel/index.js';
import type { UnitContext } from './context.js';
import { payloadOf } from './payloads.js';

type Change = ChangeOf<UnitContext>;

const open: Change = (_context, event) => ({ ...payloadOf(event, 'CREATE'), createdBy: event.actor.userId });
const confirm: Change = (_context, { actor }) => ({ answer: 'confirmed', answeredBy: peopleOf(actor) });
const requestCorrection: Change = (_context, { actor }) => ({
  answer: 'correctionRequested',
  answeredBy: peopleOf(actor),
});
const decideCorrection: Change = (_context, event) => ({
  answer: payloadOf(event, 'DECIDE_CORRECTION').made ? 'corrected' : 'correctionDeclined',
});
const chase: Change = ({ chased }) => ({ chased: chased + 1 });
const issue: Change = (_context, event) => ({
  documentNo: (event.facts['documentNo'] as string | null | undefined) ?? null,
  issuedOn: event.today,
});
const receive: Change = (_context, { today }) => ({ receivedOn: today });
const reply: Change = (_context, { actor }) => ({ repliedBy: peopleOf(actor) });

/** Every change of the context, by the name the chart uses. */
export const CHANGES = {
  open,
  confirm,
  requestCorrection,
  decideCorrection,
  chase,
  issue,
  receive,
  reply,
} satisfies Record<string, Change>;
