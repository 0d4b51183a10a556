import { refuse, type CheckOf, type WorkflowEvent } from '../kernel/index.js';
import {
  DISQUALIFICATIONS,
  FAMILY_UNKNOWN,
  FOUR_CHECKS,
  isAppointed,
  type Disqualification,
  type FourCheck,
  type ItemEligibility,
  type PriorMatter,
} from '../rules/index.js';
import type { ProposalContext, ReviewResult } from './context.js';
import { factIfAny, payloadOf, type ProcedureLimits } from './facts.js';

type Check = CheckOf<ProposalContext>;

/** Everybody whom the batch appoints, once, with the first item that does. */
function appointees({ items }: ProposalContext): { item: number; cadre: string }[] {
  const found = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    if (isAppointed(item) && !found.has(item.cadre)) found.set(item.cadre, index + 1);
  }
  return [...found].map(([cadre, item]) => ({ item, cadre }));
}

/** An event from before the procedure was asked about carries no such settings, and was judged by none. */
export const asked = (event: WorkflowEvent): ProcedureLimits | undefined => factIfAny(event, 'limits')?.procedure;

const against = (judged: ItemEligibility, outcome: 'notMet' | 'unknown') =>
  judged.rules.filter((rule) => rule.severity !== 'warn' && rule.outcome === outcome);

/**
 * E01 to E16 as of the meeting: a promotion that was a month short at submission may be ripe now, and the other way round.
 *
 * @refuses ELIGIBILITY_NOT_MET - a hard rule is not met; with the rules and their arithmetic
 * @refuses ELIGIBILITY_UNKNOWN - a hard rule cannot be judged: unknown never counts as met
 * @source handbook §1.3, §7 scenarios 36, 37 and 39
 */
export const eligibilityStands: Check = (_context, event) => {
  if (!asked(event)?.eligibilityBinds) return null;
  const judged = factIfAny(event, 'eligibility') ?? [];
  const barred =
    judged.find(({ outcome }) => outcome === 'notMet') ?? judged.find(({ outcome }) => outcome === 'unknown');
  if (!barred || barred.outcome === 'met') return null;
  const { item, cadre, post, on } = barred;
  const rules = against(barred, barred.outcome).map(({ code, sentence }) => ({ code, sentence }));
  return refuse(barred.outcome === 'notMet' ? 'ELIGIBILITY_NOT_MET' : 'ELIGIBILITY_UNKNOWN', {
    item,
    cadre,
    post,
    on,
    rules,
  });
};

/**
 * 凡提四必: four conclusions for everybody appointed.
 *
 * @refuses CHECKS_NOT_CONCLUDED - naming those that are missing
 * @refuses OPINION_EXPIRED - the discipline commission's opinion holds no longer on the day of the meeting
 * @refuses CHECKS_NOT_CLEAR - one was concluded against the candidate
 * @source handbook §1.6, §7 scenario 40
 */
export const fourChecksConcluded: Check = (context, event) => {
  if (!asked(event)?.fourChecks) return null;
  for (const { item, cadre } of appointees(context)) {
    const concluded = context.checks?.[cadre] ?? {};
    const missing = (Object.keys(FOUR_CHECKS) as FourCheck[]).filter((check) => concluded[check] === undefined);
    if (missing.length > 0) return refuse('CHECKS_NOT_CONCLUDED', { item, cadre, missing });
    const checks = (Object.keys(FOUR_CHECKS) as FourCheck[]).filter((check) => concluded[check] === false);
    if (checks.length > 0) return refuse('CHECKS_NOT_CLEAR', { item, cadre, checks });
    const validUntil = context.opinions?.[cadre]?.validUntil ?? null;
    const { meetingDay } = payloadOf(event, 'RECORD_DELIBERATION');
    if (validUntil !== null && validUntil < meetingDay) return refuse('OPINION_EXPIRED', { item, cadre, validUntil });
  }
  return null;
};

/**
 * The seven cases of 不得列为考察对象, each answered.
 *
 * @refuses DISQUALIFICATIONS_NOT_ANSWERED - somebody has no answers yet
 * @refuses DISQUALIFIED - a case applies
 * @source handbook §1.4
 */
export const nobodyIsDisqualified: Check = (context, event) => {
  if (!asked(event)?.disqualifications) return null;
  for (const { item, cadre } of appointees(context)) {
    const applies = context.disqualified?.[cadre];
    if (applies === undefined) return refuse('DISQUALIFICATIONS_NOT_ANSWERED', { item, cadre });
    if (applies.length > 0) return refuse('DISQUALIFIED', { item, cadre, cases: applies });
  }
  return null;
};

/**
 * Every matter found by the rules or ticked by hand is answered before the meeting.
 *
 * @refuses PRIOR_REPORT_NOT_APPROVED - naming the matters without an approval
 * @source handbook §1.5 V-24 (without a reply the party group must not discuss the appointment)
 */
export const priorReportsApproved: Check = (context, event) => {
  if (!asked(event)?.priorReportRequired) return null;
  const matters = openMatters(context, event);
  return matters.length > 0 ? refuse('PRIOR_REPORT_NOT_APPROVED', { matters }) : null;
};

function openMatters(context: ProposalContext, event: WorkflowEvent): PriorMatter[] {
  const needed = [...(factIfAny(event, 'priorMatters') ?? []), ...(context.matters ?? [])];
  const approved = context.approvedMatters ?? [];
  return [...new Set(needed)].filter((matter) => !approved.includes(matter));
}

/** What the rules say of the batch's eligibility; undefined for an event from before they were asked. */
export function eligibilityFound(event: WorkflowEvent): ReviewResult | undefined {
  const judged = factIfAny(event, 'eligibility');
  if (judged === undefined) return undefined;
  if (judged.some(({ outcome }) => outcome === 'notMet')) {
    return asked(event)?.eligibilityBinds ? 'failed' : 'unknown';
  }
  return judged.some(({ outcome }) => outcome === 'unknown') ? 'unknown' : 'passed';
}

/** What the rules say of the batch's prior reports, hand-ticked matters included; undefined as above. */
export function priorReportFound(context: ProposalContext, event: WorkflowEvent): ReviewResult | undefined {
  if (factIfAny(event, 'priorMatters') === undefined) return undefined;
  const ticked = payloadOf(event, 'PRIOR_REPORT_REVIEW').matters ?? [];
  return openMatters({ ...context, matters: [...(context.matters ?? []), ...ticked] }, event).length === 0
    ? 'passed'
    : 'unknown';
}

/** @refuses NOT_APPOINTED - nobody of that code is appointed by this batch */
export const namesAppointee: Check = (context, event) => {
  const { cadre } = payloadOf(event, 'RECORD_CHECK');
  return appointees(context).some((one) => one.cadre === cadre) ? null : refuse('NOT_APPOINTED', { cadre });
};

/**
 * @refuses DAY_IN_FUTURE - a conclusion of a day to come
 * @refuses ATTACHMENT_REQUIRED - a file named as evidence that is not on this case
 */
export const checkIsEvidenced: Check = (_context, event) => {
  const { day, attachments } = payloadOf(event, 'RECORD_CHECK');
  if (day > event.today) return refuse('DAY_IN_FUTURE', { day, today: event.today });
  const missing = (attachments ?? []).filter((id) => !(factIfAny(event, 'attachments') ?? []).includes(id));
  return missing.length > 0 ? refuse('ATTACHMENT_REQUIRED', { missing }) : null;
};

/**
 * A person answers what E12 cannot say, and nothing else: no answer clears a clash, nor a family nobody has written down.
 *
 * @refuses AVOIDANCE_NOT_OPEN - E12 says what holds; with its sentence where it is not met
 * @refuses AVOIDANCE_FAMILY_UNKNOWN - the family is to be written down first
 * @source handbook §1.8, §7 scenario 39
 */
export const avoidanceIsOpen: Check = (_context, event) => {
  const { cadre } = payloadOf(event, 'ANSWER_AVOIDANCE');
  const said = avoidanceOf(cadre, event);
  const clash = said.find(({ outcome }) => outcome === 'notMet');
  if (clash || said.length === 0) return refuse('AVOIDANCE_NOT_OPEN', { cadre, sentence: clash?.sentence ?? null });
  return said.some(({ sentence }) => sentence === FAMILY_UNKNOWN)
    ? refuse('AVOIDANCE_FAMILY_UNKNOWN', { cadre })
    : null;
};

/** What E12 says of somebody, post by post; empty where it is met everywhere. */
export function avoidanceOf(cadre: string, event: WorkflowEvent): ItemEligibility['rules'] {
  const judged = (factIfAny(event, 'eligibility') ?? []).filter((one) => one.cadre === cadre);
  return judged.flatMap(({ rules }) => rules.filter(({ code }) => code === 'E12'));
}

/**
 * An opinion that the discipline commission gave in the product is not replaced by hand.
 *
 * @refuses OPINION_ON_RECORD - it has replied about this cadre
 * @refuses OPINION_NOT_ON_PAPER - the city's settings know no opinions on paper
 * @source handbook §1.6
 */
export const opinionIsOnPaper: Check = ({ opinions = {} }, event) => {
  const { cadre, check } = payloadOf(event, 'RECORD_CHECK');
  if (check !== 'disciplineOpinion') return null;
  const given = opinions[cadre];
  if (given) return refuse('OPINION_ON_RECORD', { cadre, opinion: given.opinion });
  return asked(event)?.opinionOnPaper === false ? refuse('OPINION_NOT_ON_PAPER') : null;
};

/**
 * 双签字 on paper as in the product.
 *
 * @refuses SIGNATURES_MISSING - an opinion of the discipline commission names the secretaries who signed it
 * @refuses SIGNATURES_OF_ONE - both are the same person
 * @source handbook §1.6
 */
export const paperIsSignedByBoth: Check = (_context, event) => {
  const { check, partySecretary, disciplineSecretary } = payloadOf(event, 'RECORD_CHECK');
  if (check !== 'disciplineOpinion' || asked(event)?.paperIsSigned !== true) return null;
  if (!partySecretary || !disciplineSecretary) return refuse('SIGNATURES_MISSING');
  return partySecretary === disciplineSecretary ? refuse('SIGNATURES_OF_ONE') : null;
};

/** @refuses DISQUALIFICATIONS_INCOMPLETE - each of the seven cases is answered, once */
export const sevenAnswers: Check = (_context, event) => {
  const given = payloadOf(event, 'ANSWER_DISQUALIFICATIONS').answers.map((answer) => answer.case);
  const missing = (Object.keys(DISQUALIFICATIONS) as Disqualification[]).filter((one) => !given.includes(one));
  const complete = missing.length === 0 && given.length === Object.keys(DISQUALIFICATIONS).length;
  return complete ? null : refuse('DISQUALIFICATIONS_INCOMPLETE', { missing });
};

/** @refuses DAY_IN_FUTURE - a reply of a day to come */
export const replyHasCome: Check = (_context, event) => {
  const { day } = payloadOf(event, 'RECORD_PRIOR_REPLY');
  return day > event.today ? refuse('DAY_IN_FUTURE', { day, today: event.today }) : null;
};
