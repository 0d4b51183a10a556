import { SIGNER_FORESIGHT, firstRefusal, signerChecks, type CheckOf, type ForesightOf } from '../kernel/index.js';
import type { ProposalContext } from './context.js';
import * as draft from './checks.draft.js';
import * as gate from './checks.gate.js';
import * as selection from './checks.selection.js';
import * as end from './checks.end.js';
import * as procedure from './checks.procedure.js';
import * as returns from './checks.return.js';
import * as objections from './objections.js';

/** Every guard of the chart with its explanation. */
export const CHECKS = {
  ...signerChecks(['authors']),

  canBeSubmitted: firstRefusal(draft.hasItems, draft.postsAreFree, draft.vacanciesAreFree),
  isUntouched: draft.isUntouched,

  headcountPasses: firstRefusal(gate.mayReviewHeadcount, gate.headcountIs('passed')),
  headcountFails: firstRefusal(gate.mayReviewHeadcount, gate.headcountIs('failed')),
  headcountIsUnknown: firstRefusal(gate.mayReviewHeadcount, gate.headcountIs('unknown')),
  youngCadrePasses: gate.youngCadreIs('passed'),
  youngCadreFails: gate.youngCadreIs('failed'),
  eligibilityFails: gate.signedAs('eligibility', 'failed'),
  eligibilityPasses: gate.signedAs('eligibility', 'passed'),
  eligibilityIsUnknown: gate.signedAs('eligibility', 'unknown'),
  priorReportFails: gate.signedAs('priorReport', 'failed'),
  priorReportPasses: gate.signedAs('priorReport', 'passed'),
  priorReportIsUnknown: gate.signedAs('priorReport', 'unknown'),

  standsCleared: gate.standsAs('cleared'),
  standsFlagged: gate.standsAs('flagged'),
  gateStillClears: gate.gateStillClears,
  gateIsNoWorse: gate.gateIsNoWorse,
  mayBeOverridden: firstRefusal(gate.isOverridable, gate.overrideIsReasoned, gate.overrideIsEvidenced),
  deputyMayApprove: firstRefusal(gate.actsAs('deputy'), gate.gateIsNoWorse),
  headMayApprove: firstRefusal(gate.actsAs('head'), gate.gateIsNoWorse),
  isJustified: firstRefusal(gate.isExplained, gate.isPromised),

  resumesAtDeliberation: selection.resumesAtDeliberation,
  resumesAtInspection: selection.resumesAtInspection,
  recommendationIsSound: firstRefusal(selection.recommendationDaysInOrder, selection.tallyAddsUp),
  inspectionIsSound: firstRefusal(selection.twoInspectors, selection.inspectionDaysInOrder),
  deliberationIsSound: firstRefusal(
    selection.comesFromMeeting,
    selection.deliberationDayInOrder,
    selection.recommendationStands,
    selection.quorumReached,
    selection.chairSpokeLast,
    selection.votesMatch,
    procedure.eligibilityStands,
    procedure.fourChecksConcluded,
    procedure.nobodyIsDisqualified,
    procedure.priorReportsApproved,
    gate.gateIsNoWorse,
  ),
  everyItemPassed: selection.everyItemPassed,
  someItemDeferred: selection.someItemDeferred,
  recommendationLapsed: selection.recommendationLapsed,

  namesAppointee: procedure.namesAppointee,
  checkIsSound: firstRefusal(
    procedure.namesAppointee,
    procedure.opinionIsOnPaper,
    procedure.paperIsSignedByBoth,
    procedure.checkIsEvidenced,
  ),
  answersAreComplete: firstRefusal(procedure.namesAppointee, procedure.sevenAnswers),
  avoidanceIsOpen: firstRefusal(procedure.namesAppointee, procedure.avoidanceIsOpen, procedure.checkIsEvidenced),
  replyHasCome: procedure.replyHasCome,

  noticeFollowsDecision: end.noticeFollowsDecision,
  noticeIsOver: end.noticeIsOver,
  objectionIsSound: objections.objectionIsSound,
  foundedObjection: objections.foundedObjection,
  oneOfSeveralObjections: objections.oneOfSeveralObjections,
  lastObjection: objections.lastObjection,
  documentFollowsNotice: end.documentFollowsNotice,
  someoneOnProbation: end.someoneOnProbation,
  trainingWasDue: firstRefusal(end.trainingWasDue, procedure.checkIsEvidenced),
  noTrainingIsDue: end.noTrainingIsDue,
  probationIsOver: end.probationIsOver,

  returnsToDraft: returns.returnsTo('draft'),
  returnsToSubmitted: returns.returnsTo('submitted'),
  returnsToPreReview: returns.returnsTo('preReview'),
  returnsToRecommendation: returns.returnsTo('inSelection.recommendation'),
  returnsToInspection: returns.returnsTo('inSelection.inspection'),
  returnsToDeliberation: returns.returnsTo('inSelection.deliberation'),
} satisfies Record<string, CheckOf<ProposalContext>>;

/** What of them can be said before the event is sent; each check begins with its part. */
export const FORESIGHT = {
  ...SIGNER_FORESIGHT,
  canBeSubmitted: draft.hasItems,
  isUntouched: draft.isUntouched,
  headcountPasses: gate.mayReviewHeadcount,
  headcountFails: gate.mayReviewHeadcount,
  headcountIsUnknown: gate.mayReviewHeadcount,
  mayBeOverridden: gate.isOverridable,
  deputyMayApprove: gate.actsAs('deputy'),
  headMayApprove: gate.actsAs('head'),
  noticeIsOver: end.noticeIsOver,
  noTrainingIsDue: end.noTrainingIsDue,
} satisfies Partial<Record<keyof typeof CHECKS, ForesightOf<ProposalContext>>>;
