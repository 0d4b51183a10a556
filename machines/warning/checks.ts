import { refuse, type CheckOf, type ForesightOf } from '../kernel/index.js';
import { standingOf } from './assigns.js';
import type { WarningContext } from './context.js';
import { factOf, payloadOf } from './payloads.js';
import { endsWarning } from './standing.js';

type Check = CheckOf<WarningContext>;

/** @refuses STILL_SHORT - the team is still among those who are warned */
const isMet: Check = (_context, event) => {
  const standing = standingOf(event);
  const { due, actual, shortfall } = standing;
  return endsWarning(standing, factOf(event, 'fromSeverity'))
    ? null
    : refuse('STILL_SHORT', { due, actual, shortfall });
};

/**
 * @refuses PLAN_EMPTY - a commitment adds at least one young cadre
 * @refuses PLAN_DAY_PAST - a commitment is kept on a day to come
 */
const planSaysWhatAndWhen: Check = (_context, event) => {
  const { adds, byDay } = payloadOf(event, 'SUBMIT_PLAN');
  if (adds < 1) return refuse('PLAN_EMPTY', { adds });
  return byDay <= event.today ? refuse('PLAN_DAY_PAST', { byDay, today: event.today }) : null;
};

/**
 * @refuses DEADLINE_UNKNOWN - another deadline than that of the commitment
 * @refuses PLAN_NOT_DUE - the commitment's day has not passed
 */
const planIsOverdue: Check = ({ plan }, event) => {
  const { name } = payloadOf(event, 'DEADLINE_PASSED');
  if (name !== 'planDue') return refuse('DEADLINE_UNKNOWN', { name });
  const byDay = plan?.byDay ?? '';
  return byDay < event.today ? null : refuse('PLAN_NOT_DUE', { byDay, today: event.today });
};

/** @refuses NOTHING_TO_RECEIVE - no first reminder by a letter of its own waits for the unit's receipt */
const firstIsOut: ForesightOf<WarningContext> = ({ first }) =>
  first?.ownLetter === true && first.receivedOn === null ? null : refuse('NOTHING_TO_RECEIVE');

/**
 * Letters are received in the order in which they came.
 *
 * @refuses NOTHING_TO_RECEIVE - no second reminder waits for the unit's receipt, or the first one still does
 */
const secondIsOut: ForesightOf<WarningContext> = (context, sender) =>
  firstIsOut(context, sender) !== null && context.second !== null && context.second.receivedOn === null
    ? null
    : refuse('NOTHING_TO_RECEIVE');

/** Every guard of the chart with its explanation. */
export const CHECKS = { isMet, planSaysWhatAndWhen, planIsOverdue, firstIsOut, secondIsOut } satisfies Record<
  string,
  Check
>;

/** What is known beforehand. */
export const FORESIGHT = { firstIsOut, secondIsOut } satisfies Record<string, ForesightOf<WarningContext>>;
