import { refuse, type CheckOf } from '../kernel/index.js';
import { addMonthsToDay, ceilShare, isLapsed } from '../rules/index.js';
import type { ProposalContext } from './context.js';
import { daysInOrder } from './days-in-order.js';
import { factOf, payloadOf } from './facts.js';

type Check = CheckOf<ProposalContext>;

const otherwise = refuse('OTHER_OUTCOME');

/** After a re-run of the gate, the selection goes on where what has been recorded leaves it. */
export const resumesAtDeliberation: Check = ({ inspection }) => (inspection ? null : otherwise);
export const resumesAtInspection: Check = ({ recommendation }) => (recommendation ? null : otherwise);

/** @refuses DAY_IN_FUTURE, DAYS_OUT_OF_ORDER - talks come before the meeting, and both before today's record */
export const recommendationDaysInOrder: Check = (_context, event) => {
  const { talkDay, meetingDay } = payloadOf(event, 'RECORD_RECOMMENDATION');
  return daysInOrder([talkDay, meetingDay], event.today);
};

/**
 * @refuses TALLY_MISMATCH - the four counts are not the number present, or more are present than entitled
 * @source handbook §1.1
 */
export const tallyAddsUp: Check = (_context, event) => {
  const tally = payloadOf(event, 'RECORD_RECOMMENDATION');
  const { entitled, present, recommended, notRecommended, other, abstained } = tally;
  const counted = recommended + notRecommended + other + abstained;
  return counted === present && present <= entitled ? null : refuse('TALLY_MISMATCH', { entitled, present, counted });
};

/**
 * @refuses TOO_FEW_INSPECTORS - an inspection takes two people
 * @source handbook §1.1
 */
export const twoInspectors: Check = (_context, event) => {
  const named = new Set(payloadOf(event, 'RECORD_INSPECTION').inspectors.map((name) => name.trim()));
  return named.size >= 2 ? null : refuse('TOO_FEW_INSPECTORS', { needed: 2, named: named.size });
};

/** @refuses DAY_IN_FUTURE, DAYS_OUT_OF_ORDER - the inspection follows the recommendation */
export const inspectionDaysInOrder: Check = ({ recommendation }, event) => {
  const { fromDay, toDay } = payloadOf(event, 'RECORD_INSPECTION');
  return daysInOrder([recommendation?.meetingDay ?? null, fromDay, toDay], event.today);
};

/** @refuses DAY_IN_FUTURE, DAYS_OUT_OF_ORDER - the deliberation follows the inspection */
export const deliberationDayInOrder: Check = ({ inspection }, event) =>
  daysInOrder([inspection?.toDay ?? null, payloadOf(event, 'RECORD_DELIBERATION').meetingDay], event.today);

/**
 * @refuses RECOMMENDATION_LAPSED - the meeting lies more than the valid months after the recommendation
 * @source handbook §1.1, §7 scenario 31
 */
export const recommendationStands: Check = (context, event) => {
  const { meetingDay } = payloadOf(event, 'RECORD_DELIBERATION');
  const validity = validityOf(context, factOf(event, 'limits').recommendationValidMonths, meetingDay);
  return validity.lapsed ? refuse('RECOMMENDATION_LAPSED', { ...validity.days, meetingDay }) : null;
};

/**
 * @refuses NOT_LAPSED - the recommendation is still valid
 * @source handbook §7 scenario 31
 */
export const recommendationLapsed: Check = (context, event) => {
  const validity = validityOf(context, factOf(event, 'limits').recommendationValidMonths, event.today);
  return validity.lapsed ? null : refuse('NOT_LAPSED', validity.days);
};

/**
 * @refuses TALLY_MISMATCH - more present than entitled
 * @refuses QUORUM_NOT_REACHED - fewer present than the share of those entitled that the regulations ask for
 * @source handbook §1.1 (two thirds)
 */
export const quorumReached: Check = (_context, event) => {
  const { entitled, present } = payloadOf(event, 'RECORD_DELIBERATION');
  if (present > entitled || entitled < 1) return refuse('TALLY_MISMATCH', { entitled, present });
  const { num, den } = factOf(event, 'limits').presentShare;
  const needed = ceilShare(num, den, entitled);
  return present >= needed ? null : refuse('QUORUM_NOT_REACHED', { entitled, present, needed });
};

/** @refuses CHAIR_SPEAKS_LAST - the chair must not speak before the members have */
export const chairSpokeLast: Check = (_context, event) =>
  payloadOf(event, 'RECORD_DELIBERATION').chairSpokeLast ? null : refuse('CHAIR_SPEAKS_LAST');

/**
 * @refuses MEETING_REQUIRED - the settings ask for a meeting held in the product, and this was typed in
 * @refuses MEETING_NOT_BY_HAND - only the meeting itself says that it decided
 */
export const comesFromMeeting: Check = (_context, event) => {
  if (event.actor.role === 'system') return null;
  if (payloadOf(event, 'RECORD_DELIBERATION').meeting !== undefined) return refuse('MEETING_NOT_BY_HAND');
  return factOf(event, 'limits').meetingRequired ? refuse('MEETING_REQUIRED') : null;
};

/** @refuses VOTES_MISMATCH - not one vote of everyone present on every item, the recused counted among them */
export const votesMatch: Check = ({ items }, event) => {
  const { present, votes } = payloadOf(event, 'RECORD_DELIBERATION');
  if (votes.length !== items.length) return refuse('VOTES_MISMATCH', { items: items.length, counted: votes.length });
  const wrong = votes.findIndex((item) => item.for + item.against + item.deferred + (item.recused ?? 0) !== present);
  return wrong === -1 ? null : refuse('VOTES_MISMATCH', { item: wrong + 1, present, ...votes[wrong] });
};

/** Read from the recorded deliberation. */
export const everyItemPassed: Check = ({ deliberation }) => (deliberation?.outcome === 'passed' ? null : otherwise);
export const someItemDeferred: Check = ({ deliberation }) => (deliberation?.outcome === 'deferred' ? null : otherwise);

function validityOf({ recommendation }: ProposalContext, months: number, on: string) {
  if (!recommendation) return { lapsed: false, days: { recommendedOn: null, validUntil: null } };
  const { meetingDay } = recommendation;
  return {
    lapsed: isLapsed(meetingDay, on, months),
    days: { recommendedOn: meetingDay, validUntil: addMonthsToDay(meetingDay, months) },
  };
}
