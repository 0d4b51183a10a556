import { SIGNER_CHANGES, peopleOf, type ChangeOf, type WorkflowEvent } from '../kernel/index.js';
import { NO_REVIEWS, type ProposalContext, type ProposalItem, type Review, type ReviewResult } from './context.js';
import { headcountSigned, isDisputed, signedResult } from './checks.gate.js';
import { asked, eligibilityFound, priorReportFound } from './checks.procedure.js';
import { forgetProcedure, PROCEDURE_CHANGES, shortOfTraining } from './assigns.procedure.js';
import { OBJECTION_CHANGES } from './objections.js';
import { factOf, payloadOf } from './facts.js';
import type { ItemPayload } from './payloads.js';
import { completeItem, outcomeOf } from '../rules/index.js';
import { freshGate, youngCadreResult } from './standing.js';

type Change = ChangeOf<ProposalContext>;

const startDraft: Change = (_context, event) => {
  const { unit, title, reason, items, resumes } = payloadOf(event, 'CREATE');
  return {
    createdBy: event.actor.userId,
    authors: peopleOf(event.actor),
    unit,
    title,
    reason,
    resumes: resumes ?? null,
    items: items.map(itemOf),
    contentVersion: 1,
  };
};

const editDraft: Change = (context, event) => {
  const { title, reason, items } = payloadOf(event, 'EDIT');
  return {
    ...addAuthor(context, event),
    title: title ?? context.title,
    reason: reason ?? context.reason,
    items: items ? items.map(itemOf) : context.items,
    contentVersion: context.contentVersion + 1,
  };
};

const recordSubmission: Change = (context, event) => ({
  ...addAuthor(context, event),
  submittedOn: event.today,
  takenUp: false,
  gate: freshGate(event),
});

/** Who signs the headcount pre-review stays as it was when the department took the proposal up. */
const takeUp: Change = (_context, event) => {
  const headcountBy = asked(event)?.headcountBy;
  return { takenUp: true, ...(headcountBy && { headcountBy }) };
};

const recordGate: Change = (_context, event) => ({ gate: freshGate(event) });

/** The freshest run is the one that decides, whichever review brings it. */
function recordReview(review: Review, resultOf: (event: WorkflowEvent) => ReviewResult): Change {
  return (context, event) => ({
    gate: freshGate(event),
    reviews: { ...context.reviews, [review]: resultOf(event) },
  });
}

const recordHeadcountReview: Change = (context, event) => ({
  ...recordReview('headcount', headcountSigned)(context, event),
  ...(isDisputed(event) && { headcountDisputed: true }),
});

const recordPriorReportReview: Change = (context, event) => {
  const { result, matters } = payloadOf(event, 'PRIOR_REPORT_REVIEW');
  const signed = signedResult(result, priorReportFound(context, event));
  return {
    gate: freshGate(event),
    reviews: { ...context.reviews, priorReport: signed },
    ...(matters && { matters: [...new Set([...(context.matters ?? []), ...matters])] }),
  };
};

const recordJustification: Change = (context, event) => {
  const { commitment } = payloadOf(event, 'JUSTIFY');
  return {
    ...addAuthor(context, event),
    justification: context.gate && { commitment: commitment ?? null, accepted: false, answered: context.gate },
  };
};

const acceptJustification: Change = ({ justification }, event) => ({
  gate: freshGate(event),
  justification: justification && { ...justification, accepted: true },
});

const requestOverride: Change = ({ gate }, event) => ({
  override: gate && { approved: false, answered: gate },
  overrideRequestedBy: peopleOf(event.actor),
  overrideApprovedBy: [],
});

const approveOverride: Change = ({ overrideApprovedBy }, event) => ({
  gate: freshGate(event),
  overrideApprovedBy: [...overrideApprovedBy, ...peopleOf(event.actor)],
});

const completeOverride: Change = ({ override }) => ({ override: override && { ...override, approved: true } });

const dropOverride: Change = () => ({ override: null, overrideRequestedBy: [], overrideApprovedBy: [] });

const recordRecommendation: Change = (_context, event) => {
  const { talkDay, meetingDay } = payloadOf(event, 'RECORD_RECOMMENDATION');
  return { recommendation: { talkDay, meetingDay } };
};

const recordInspection: Change = (_context, event) => {
  const { fromDay, toDay } = payloadOf(event, 'RECORD_INSPECTION');
  return { inspection: { fromDay, toDay } };
};

const recordDeliberation: Change = (_context, event) => {
  const { meetingDay, entitled, votes, meeting } = payloadOf(event, 'RECORD_DELIBERATION');
  const outcome = outcomeOf(votes, entitled, factOf(event, 'limits').passShareOfEntitled);
  return {
    gate: freshGate(event),
    deliberation: { meetingDay, outcome, ...(meeting !== undefined && { meeting }) },
    decidedOn: outcome === 'passed' ? meetingDay : null,
    ...(outcome === 'passed' && shortOfTraining(event)),
  };
};

const recordNotice: Change = (_context, event) => ({
  notice: { startDay: payloadOf(event, 'POST_NOTICE').startDay, endDay: factOf(event, 'noticeEndDay') },
});

const recordFiling: Change = (_context, event) => ({ filing: payloadOf(event, 'FILING_ACCEPTED').filing });

const recordAppointment: Change = (_context, event) => {
  const { documentNo, documentDay } = payloadOf(event, 'APPOINT');
  return { appointment: { documentNo, documentDay } };
};

/** A step entered again starts clean: what it and the steps after it recorded, and signatures on it, no longer count. */
const forgetDeliberation: Change = () => ({ deliberation: null, decidedOn: null, signers: [] });
const forgetInspection: Change = (...step) => ({ ...forgetDeliberation(...step), inspection: null });
const forgetRecommendation: Change = (...step) => ({ ...forgetInspection(...step), recommendation: null });
const forgetPreReview: Change = (...step) => ({
  ...forgetRecommendation(...step),
  ...dropOverride(...step),
  reviews: NO_REVIEWS,
  justification: null,
  ...(step[0].headcountDisputed && { headcountDisputed: false }),
});
const forgetSubmission: Change = (...step) => ({
  ...forgetPreReview(...step),
  ...forgetProcedure(step[0]),
  submittedOn: null,
  takenUp: false,
  gate: null,
});

/** Every change of the context, by the name the chart uses. */
export const CHANGES = {
  ...SIGNER_CHANGES,
  startDraft,
  editDraft,
  addAuthor,
  recordSubmission,
  takeUp,
  recordGate,
  recordHeadcountReview,
  recordYoungCadreReview: recordReview('youngCadre', (event) => youngCadreResult(freshGate(event))),
  recordEligibilityReview: recordReview('eligibility', (event) =>
    signedResult(payloadOf(event, 'ELIGIBILITY_REVIEW').result, eligibilityFound(event)),
  ),
  recordPriorReportReview,
  ...PROCEDURE_CHANGES,
  ...OBJECTION_CHANGES,
  recordJustification,
  acceptJustification,
  requestOverride,
  approveOverride,
  completeOverride,
  dropOverride,
  recordRecommendation,
  recordInspection,
  recordDeliberation,
  recordNotice,
  recordFiling,
  recordAppointment,
  forgetDeliberation,
  forgetInspection,
  forgetRecommendation,
  forgetPreReview,
  forgetSubmission,
} satisfies Record<string, Change>;

function addAuthor({ authors }: ProposalContext, { actor }: WorkflowEvent): Pick<ProposalContext, 'authors'> {
  return { authors: [...new Set([...authors, ...peopleOf(actor)])] };
}

function itemOf(item: ItemPayload): ProposalItem {
  return { ...completeItem(item), note: item.note ?? '' };
}
