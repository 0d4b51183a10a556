import { firstRefusal, refuse, type CheckOf } from '../kernel/index.js';
import type { OpinionContext } from './context.js';
import { factOf, payloadOf } from './payloads.js';

type Check = CheckOf<OpinionContext>;

/**
 * @refuses PROPOSAL_NOT_UNDER_WAY - the proposal was withdrawn, returned to draft or decided meanwhile
 */
const proposalIsUnderWay: Check = (_context, event) =>
  factOf(event, 'proposal').underWay ? null : refuse('PROPOSAL_NOT_UNDER_WAY');

/**
 * @refuses PROPOSAL_OF_OTHER_UNIT - asked for in a unit whose proposal it is not
 * @refuses NOT_APPOINTED - nobody of that code is appointed by the proposal
 */
const concernsAppointee: Check = ({ cadre: known }, event) => {
  const { ofUnit, appointees } = factOf(event, 'proposal');
  if (!ofUnit) return refuse('PROPOSAL_OF_OTHER_UNIT');
  const cadre = known || payloadOf(event, 'CREATE').cadre;
  return appointees.includes(cadre) ? null : refuse('NOT_APPOINTED', { cadre });
};

/**
 * 双签字: two people sign.
 *
 * @refuses SIGNATURES_OF_ONE - the Party secretary and the discipline secretary are the same person
 * @refuses DAY_IN_FUTURE - signed on a day to come
 * @refuses SIGNED_BEFORE_REQUEST - signed before anybody asked
 * @source handbook §1.6
 */
const isSignedByBoth: Check = ({ requestedOn }, event) => {
  const { partySecretary, disciplineSecretary, signedOn } = payloadOf(event, 'REPLY');
  if (partySecretary === disciplineSecretary) return refuse('SIGNATURES_OF_ONE');
  if (signedOn > event.today) return refuse('DAY_IN_FUTURE', { day: signedOn, today: event.today });
  return signedOn < requestedOn ? refuse('SIGNED_BEFORE_REQUEST', { signedOn, requestedOn }) : null;
};

/** @refuses OPINION_REQUIRED - anything but "none" says in words what it is about */
const saysWhatItIsAbout: Check = (_context, event) => {
  const { conclusion, opinion } = payloadOf(event, 'REPLY');
  return conclusion !== 'none' && !opinion?.trim() ? refuse('OPINION_REQUIRED', { event: event.type }) : null;
};

/** @refuses OPINION_STILL_VALID - asked again as expired while a meeting may still rely on it */
const hasReason: Check = ({ reply }, event) => {
  const { cause } = payloadOf(event, 'ASK_AGAIN');
  if (cause !== 'expired' || reply === null || reply.validUntil < event.today) return null;
  return refuse('OPINION_STILL_VALID', { validUntil: reply.validUntil });
};

const concludes =
  (conclusion: 'none' | 'concerns' | 'doNotProceed'): Check =>
  (_context, event) => {
    const given = payloadOf(event, 'REPLY').conclusion;
    return given === conclusion ? null : refuse('OTHER_OUTCOME');
  };

const isSound = firstRefusal(proposalIsUnderWay, isSignedByBoth, saysWhatItIsAbout);

/** Every guard of the chart with its explanation. */
export const CHECKS = {
  mayBeAsked: firstRefusal(proposalIsUnderWay, concernsAppointee),
  mayBeAskedAgain: firstRefusal(proposalIsUnderWay, concernsAppointee, hasReason),
  proposalIsUnderWay,
  // Asked first in each: whichever conclusion it is, an unsound reply is refused for what is wrong with it.
  repliesNone: firstRefusal(isSound, concludes('none')),
  repliesConcerns: firstRefusal(isSound, concludes('concerns')),
  repliesAgainst: firstRefusal(isSound, concludes('doNotProceed')),
} satisfies Record<string, Check>;
