import { type Rational, voteStanding, type VoteStanding } from '../rules/index.js';
import { countOf, missingOn } from './agenda.js';
import type { MeetingContext } from './context.js';

/**
 * Running totals of one item of a meeting.
 *
 * @param context the meeting as it stands
 * @param row one item
 * @param passShare share of those entitled that must be exceeded
 */
export function itemStandingOf(
  context: MeetingContext,
  row: { proposal: number; item: number },
  passShare: Rational,
): VoteStanding {
  const missing = missingOn(context, row).length;
  return voteStanding({ votes: countOf(context, row), entitled: context.members.length, missing }, passShare);
}
