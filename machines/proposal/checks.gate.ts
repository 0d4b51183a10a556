import {
  refuse,
  refuseWorsened,
  type CheckOf,
  type ForesightOf,
  type Role,
  type WorkflowEvent,
} from '../kernel/index.js';
import type { ProposalContext, ReviewResult } from './context.js';
import { factOf, payloadOf } from './facts.js';
import { eligibilityFound, priorReportFound } from './checks.procedure.js';
import { freshGate, headcountResult, standingOf, youngCadreResult, type Standing } from './standing.js';

type Check = CheckOf<ProposalContext>;
type Foresight = ForesightOf<ProposalContext>;

/** Guards that choose between outcomes refuse with this; another outcome is always open, so nobody ever sees it. */
const otherwise = refuse('OTHER_OUTCOME');

/**
 * Who signs the headcount pre-review is the city's to say: the department's section, the establishment office 编办, or either.
 *
 * @refuses HEADCOUNT_BY_OTHERS - the other of the two signs here
 * @source handbook §1.2 (headcountReview), §8 no. 6
 */
export const mayReviewHeadcount: Foresight = ({ headcountBy = 'section' }, { actor }) => {
  const side = actor.role === 'establishment' ? 'establishment' : 'section';
  return headcountBy === 'either' || headcountBy === side ? null : refuse('HEADCOUNT_BY_OTHERS', { by: headcountBy });
};

/**
 * What the headcount pre-review comes to: the rules' own finding, or failed where who signs disagrees with the numbers.
 *
 * @refuses OPINION_REQUIRED - disagreed without a reason
 * @source handbook §1.10 (要以组织人事、编制部门核定的职数为准), §3.2
 */
export const headcountIs =
  (result: ReviewResult): Check =>
  (_context, event) => {
    const { opinion } = payloadOf(event, 'HEADCOUNT_REVIEW');
    if (isDisputed(event) && !opinion?.trim()) return refuse('OPINION_REQUIRED', { event: event.type });
    return headcountSigned(event) === result ? null : otherwise;
  };

/** Whether who signs the headcount pre-review disagrees with it. */
export const isDisputed = (event: WorkflowEvent): boolean => payloadOf(event, 'HEADCOUNT_REVIEW').agree === false;

/** @returns what stands under the headcount pre-review */
export function headcountSigned(event: WorkflowEvent): ReviewResult {
  return isDisputed(event) ? 'failed' : headcountResult(freshGate(event));
}

/** The rules' own finding; the reviewer signs it and cannot change it. */
export const youngCadreIs =
  (result: ReviewResult): Check =>
  (_context, event) =>
    youngCadreResult(freshGate(event)) === result ? null : otherwise;

/**
 * What a review of eligibility or prior report comes to. The rules find, the reviewer signs: he may fail what they let pass,
 * or leave it open, and can never pass what they do not. An event from before the rules were asked stands as signed.
 *
 * @refuses ELIGIBILITY_NOT_JUDGED - "passed" where the rules do not say so: unknown never counts as met
 * @refuses OPINION_REQUIRED - failed by the reviewer without a reason
 * @source handbook §1.3, §1.5
 */
export const signedAs =
  (review: 'eligibility' | 'priorReport', outcome: ReviewResult): Check =>
  (context, event) => {
    const { result, opinion } = payloadOf(event, 'ELIGIBILITY_REVIEW');
    const found = review === 'eligibility' ? eligibilityFound(event) : priorReportFound(context, event);
    if (result === 'passed' && found !== 'passed' && found !== 'failed') {
      return refuse('ELIGIBILITY_NOT_JUDGED', { review });
    }
    if (result === 'failed' && !opinion?.trim()) return refuse('OPINION_REQUIRED', { event: event.type });
    return signedResult(result, found) === outcome ? null : otherwise;
  };

/** @param found what the rules say; undefined for an event from before they were asked */
export function signedResult(result: ReviewResult, found: ReviewResult | undefined): ReviewResult {
  if (result === 'failed' || found === 'failed') return 'failed';
  return result === 'passed' && found === 'passed' ? 'passed' : 'unknown';
}

/** Where the gate leaves the case; asked of the case alone. */
export const standsAs =
  (standing: Standing): Check =>
  (context) =>
    standingOf(context) === standing ? null : otherwise;

/** A fresh run leaves the case cleared, answers included. */
export const gateStillClears: Check = (context, event) =>
  standingOf({ ...context, gate: freshGate(event) }) === 'cleared' ? null : otherwise;

/** @refuses GATE_WORSENED - see refuseWorsened */
export const gateIsNoWorse: Check = ({ gate }, event) => refuseWorsened(gate, freshGate(event));

/**
 * What two heads can lift together is the young-cadre gate, and nothing else.
 *
 * @refuses HEADCOUNT_DISPUTED - who answers for headcount disagreed
 * @refuses HEADCOUNT_NOT_OVERRIDABLE - the batch exceeds the approved headcount
 * @refuses REVIEW_NOT_OVERRIDABLE - eligibility or prior report failed
 * @refuses FINDING_NOT_OVERRIDABLE - the batch is at odds with the directory
 * @source handbook §2.5
 */
export const isOverridable: Foresight = ({ gate, reviews, headcountDisputed }) => {
  if (headcountDisputed) return refuse('HEADCOUNT_DISPUTED');
  if (gate?.headcountPasses === false || reviews.headcount === 'failed') return refuse('HEADCOUNT_NOT_OVERRIDABLE');
  const failed = (['eligibility', 'priorReport'] as const).filter((review) => reviews[review] === 'failed');
  if (failed.length > 0) return refuse('REVIEW_NOT_OVERRIDABLE', { reviews: failed });
  const codes = Object.entries(gate?.findings ?? {}).flatMap(([code, severity]) =>
    severity === 'block' ? [code] : [],
  );
  return codes.length > 0 ? refuse('FINDING_NOT_OVERRIDABLE', { codes }) : null;
};

/**
 * @refuses REASON_TOO_SHORT - fewer characters than the policy asks for
 * @source handbook §7 scenario 20
 */
export const overrideIsReasoned: Check = (_context, event) =>
  longEnough(payloadOf(event, 'REQUEST_OVERRIDE').reason, factOf(event, 'limits').minReasonLength);

/**
 * @refuses ATTACHMENT_REQUIRED - no attachment named, or one that is not on this case
 * @source handbook §7 scenario 20
 */
export const overrideIsEvidenced: Check = (_context, event) => {
  const named = payloadOf(event, 'REQUEST_OVERRIDE').attachments;
  const missing = named.filter((id) => !factOf(event, 'attachments').includes(id));
  return named.length === 0 || missing.length > 0 ? refuse('ATTACHMENT_REQUIRED', { missing }) : null;
};

/**
 * The deputy head first, then the head.
 *
 * @refuses ROLE_NOT_ALLOWED - it is the other's turn
 */
export const actsAs =
  (role: Role): Foresight =>
  (_context, { actor }) =>
    actor.role === role ? null : refuse('ROLE_NOT_ALLOWED', { role: actor.role, roles: [role] });

/** @refuses REASON_TOO_SHORT - fewer characters than the policy asks for */
export const isExplained: Check = (_context, event) =>
  longEnough(payloadOf(event, 'JUSTIFY').explanation, factOf(event, 'limits').minReasonLength);

/**
 * A team that comes closer and is still short is let through on a promise.
 *
 * @refuses COMMITMENT_REQUIRED - no promise given
 * @refuses COMMITMENT_EMPTY - a promise of nobody, or by a day that is not ahead
 * @source handbook §2.5 (FLAG, commitment plan), §7 scenario 19
 */
export const isPromised: Check = ({ gate }, event) => {
  const { commitment } = payloadOf(event, 'JUSTIFY');
  if (!commitment) return gate?.needsCommitment ? refuse('COMMITMENT_REQUIRED') : null;
  const sound = commitment.count >= 1 && commitment.byDay > event.today;
  return sound ? null : refuse('COMMITMENT_EMPTY', { ...commitment, today: event.today });
};

/** Characters as a reader counts them: blanks around the text are none. */
function longEnough(text: string, min: number): ReturnType<Check> {
  const length = Array.from(text.trim()).length;
  return length >= min ? null : refuse('REASON_TOO_SHORT', { min, length });
}
