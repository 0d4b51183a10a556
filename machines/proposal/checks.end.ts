import { refuse, type CheckOf, type ForesightOf } from '../kernel/index.js';
import { addMonthsToDay } from '../rules/index.js';
import type { ProposalContext } from './context.js';
import { daysFollow, daysInOrder } from './days-in-order.js';
import { factOf, payloadOf } from './facts.js';

type Check = CheckOf<ProposalContext>;
type Foresight = ForesightOf<ProposalContext>;

const otherwise = refuse('OTHER_OUTCOME');

/**
 * @refuses DAYS_OUT_OF_ORDER - the notice would begin before the decision
 * @source handbook §1.1 (after the decision)
 */
export const noticeFollowsDecision: Check = ({ decidedOn }, event) =>
  daysFollow([decidedOn ?? event.today, payloadOf(event, 'POST_NOTICE').startDay]);

/**
 * @refuses NOTICE_NOT_ENDED - a notice cannot end early
 * @source handbook §1.1, §7 scenarios 25 and 26
 */
export const noticeIsOver: Foresight = ({ notice }, { today }) =>
  notice && today >= notice.endDay ? null : refuse('NOTICE_NOT_ENDED', { endDay: notice?.endDay ?? null, today });

/**
 * @refuses DAY_IN_FUTURE, DAYS_OUT_OF_ORDER - the document of appointment follows the notice
 * @source handbook §1.1
 */
export const documentFollowsNotice: Check = ({ notice }, event) =>
  daysInOrder([notice?.endDay ?? null, payloadOf(event, 'APPOINT').documentDay], event.today);

export const someoneOnProbation: Check = ({ items }) =>
  items.some(({ mode, appointTo }) => mode === 'probation' && appointTo !== null) ? null : otherwise;

/** @refuses TRAINING_NOT_DUE - of that cadre no training was short at the decision, or it is on record already */
export const trainingWasDue: Check = ({ trainingDue = [] }, event) => {
  const { cadre } = payloadOf(event, 'RECORD_TRAINING');
  return trainingDue.includes(cadre) ? null : refuse('TRAINING_NOT_DUE', { cadre });
};

/**
 * @refuses TRAINING_STILL_DUE - somebody appointed short of training has not made it up
 * @source handbook §1.3 E06 (within a year of the appointment)
 */
export const noTrainingIsDue: Foresight = ({ trainingDue = [] }) =>
  trainingDue.length === 0 ? null : refuse('TRAINING_STILL_DUE', { cadres: trainingDue });

/**
 * @refuses PROBATION_NOT_ENDED - the year since the decision is not over
 * @source handbook §1.1
 */
export const probationIsOver: Check = ({ decidedOn }, event) => {
  const endDay = addMonthsToDay(decidedOn ?? event.today, factOf(event, 'limits').probationMonths);
  return event.today >= endDay ? null : refuse('PROBATION_NOT_ENDED', { endDay, today: event.today });
};
