import type { Day, Votes } from '../rules/index.js';
import { countOf, standing } from './agenda.js';
import type { MeetingContext } from './context.js';

/** What a proposal is told of its deliberation. */
export type DecisionToRecord = {
  proposal: number;
  payload: {
    meeting: number;
    meetingDay: Day;
    entitled: number;
    present: number;
    votes: Required<Votes>[];
    chairSpokeLast: true;
  };
};

/**
 * Decisions that wait to be recorded in their proposals, counted from the members' votes.
 *
 * @param meeting its number
 * @param context a meeting that is being closed
 */
export function decisionsOf(meeting: number, context: MeetingContext): DecisionToRecord[] {
  const { tally, day } = context;
  if (tally === null) return [];
  return standing(context)
    .filter(({ decision }) => decision?.status === 'pending')
    .map(({ proposal, matters }) => ({
      proposal,
      payload: {
        meeting,
        meetingDay: day,
        ...tally,
        votes: matters.map(({ item }) => countOf(context, { proposal, item })),
        chairSpokeLast: true,
      },
    }));
}
