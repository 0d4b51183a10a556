import type { WorkflowEvent } from '../kernel/index.js';
import { voteOf } from './agenda.js';
import type { Vote } from '../rules/index.js';
import { matterKey, type Correction, type MeetingContext } from './context.js';
import type { VotePayload } from './payloads.js';

type Votes = MeetingContext['votes'];
type Changed = VotePayload & { from: Vote; to: Vote | null };

/** Votes that stand already and would become others: each is a correction. */
export function changedVotes(context: Pick<MeetingContext, 'votes'>, votes: readonly VotePayload[]): Changed[] {
  return votes.flatMap((sent) => {
    const from = voteOf(context, sent, sent.member);
    return from === null || from === sent.vote ? [] : [{ ...sent, from, to: sent.vote }];
  });
}

/** The votes with others recorded over them; what is not named stays, so two people may each record their part. */
export function withVotes(before: Votes, sent: readonly VotePayload[]): Votes {
  const after: Votes = { ...before };
  for (const { proposal, item, member, vote } of sent) {
    const key = matterKey({ proposal, item });
    const { [String(member)]: _, ...others } = after[key] ?? {};
    after[key] = vote === null ? others : { ...others, [member]: vote };
  }
  return after;
}

/** Takes votes back that may not stand, and remembers them with the reason. */
export function withoutVotes(
  { votes, corrections }: Pick<MeetingContext, 'votes' | 'corrections'>,
  isVoid: (vote: { proposal: number; item: number; member: number }) => boolean,
  reason: string,
  { actor, today }: Pick<WorkflowEvent, 'actor' | 'today'>,
): Pick<MeetingContext, 'votes' | 'corrections'> {
  const taken: Correction[] = Object.entries(votes).flatMap(([key, cast]) => {
    const [proposal, item] = key.split('.').map(Number) as [number, number];
    return Object.entries(cast).flatMap(([member, from]) => {
      const vote = { proposal, item, member: Number(member) };
      return isVoid(vote) ? [{ ...vote, from, to: null, reason, by: actor.userId, on: today }] : [];
    });
  });
  const emptied = taken.map(({ proposal, item, member }) => ({ proposal, item, member, vote: null }));
  return { votes: withVotes(votes, emptied), corrections: [...corrections, ...taken] };
}
