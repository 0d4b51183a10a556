import { SIGNER_CHANGES, peopleOf, summariseGate, type ChangeOf, type WorkflowEvent } from '../kernel/index.js';
import type { FilingContext } from './context.js';
import { completeItem } from '../rules/index.js';
import { factIfAny, factOf, payloadOf } from './facts.js';

type Change = ChangeOf<FilingContext>;

const NO_REVIEWS: Pick<FilingContext, 'reviews' | 'soleReviewers'> = {
  reviews: { youngCadre: null, supervision: null },
  soleReviewers: [],
};

const open: Change = (_context, event) => {
  const { proposal, unit, items, decidedOn, noticeEndDay, gate } = payloadOf(event, 'CREATE');
  return {
    createdBy: event.actor.userId,
    proposal,
    unit,
    cleared: items.map(completeItem),
    decidedOn,
    noticeEndDay,
    dueDay: factOf(event, 'dueDay'),
    gate,
  };
};

const recordReport: Change = (context, event) => ({
  ...addSubmitter(context, event),
  filedOn: context.filedOn ?? event.today,
  documentNo: payloadOf(event, 'SUBMIT_FILING').documentNo ?? null,
});

/** Recalled before anyone acted on it, a filing was never made. */
const forgetReport: Change = () => ({ filedOn: null, documentNo: null });

const takeUp: Change = () => ({ takenUp: true });

const recordReview: Change = ({ reviews }, event) => {
  const { section, result } = payloadOf(event, 'RECORD_REVIEW');
  const next = { ...reviews, [section]: { result, by: peopleOf(event.actor) } };
  const supervisors = next.supervision?.by ?? [];
  return { reviews: next, soleReviewers: (next.youngCadre?.by ?? []).filter((id) => supervisors.includes(id)) };
};

const recordGate: Change = (_context, event) => ({ gate: summariseGate(factOf(event, 'gate')) });

/** The worst of all that are appointed; an event from before the rules were asked leaves none. */
const recordEligibility: Change = ({ decidedOn }, event) => {
  const judged = factIfAny(event, 'eligibility');
  if (judged === undefined) return {};
  const outcomes = judged.map(({ outcome }) => outcome);
  const outcome = outcomes.includes('notMet') ? 'notMet' : outcomes.includes('unknown') ? 'unknown' : 'met';
  return { eligibility: { outcome, on: decidedOn ?? event.today } };
};

/** What comes back changed is read anew. */
const forgetReviews: Change = () => ({ ...NO_REVIEWS, signers: [] });

/** Every change of the context, by the name the chart uses. */
export const CHANGES = {
  ...SIGNER_CHANGES,
  open,
  recordReport,
  forgetReport,
  addSubmitter,
  takeUp,
  recordReview,
  recordGate,
  recordEligibility,
  forgetReviews,
} satisfies Record<string, Change>;

function addSubmitter({ submitters }: FilingContext, { actor }: WorkflowEvent): Pick<FilingContext, 'submitters'> {
  return { submitters: [...new Set([...submitters, ...peopleOf(actor)])] };
}
