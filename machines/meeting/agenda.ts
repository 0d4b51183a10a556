import type { Vote, Votes } from '../rules/index.js';
import { matterKey, type AgendaEntry, type Matter, type MeetingContext, type Member } from './context.js';

/** A matter with the proposal it belongs to: one row of the voting sheet. */
export type Row = Matter & { proposal: number };

/** Entries that still stand on the agenda. */
export const standing = ({ agenda }: Pick<MeetingContext, 'agenda'>): AgendaEntry[] =>
  agenda.filter(({ dropped }) => dropped === null);

/** Everything to be voted on, in the order of the agenda. */
export const rowsOf = (context: Pick<MeetingContext, 'agenda'>): Row[] =>
  standing(context).flatMap(({ proposal, matters }) => matters.map((matter) => ({ ...matter, proposal })));

export const isPresent = ({ attendance }: Pick<MeetingContext, 'attendance'>, no: number): boolean =>
  attendance[no]?.status === 'present';

export const presentMembers = (context: Pick<MeetingContext, 'members' | 'attendance'>): Member[] =>
  context.members.filter(({ no }) => isPresent(context, no));

export const isRecused = (
  { recusals }: Pick<MeetingContext, 'recusals'>,
  { proposal, item }: { proposal: number; item: number },
  member: number,
): boolean =>
  recusals.some(
    (given) => given.recuses && given.proposal === proposal && given.item === item && given.member === member,
  );

/** Members who vote on a row: present, and not recused from it. */
export const votersOn = (
  context: Pick<MeetingContext, 'members' | 'attendance' | 'recusals'>,
  row: { proposal: number; item: number },
): Member[] => presentMembers(context).filter(({ no }) => !isRecused(context, row, no));

export const voteOf = (
  { votes }: Pick<MeetingContext, 'votes'>,
  row: { proposal: number; item: number },
  member: number,
): Vote | null => votes[matterKey(row)]?.[member] ?? null;

/** Voters whose vote on a row is not recorded yet. */
export const missingOn = (context: MeetingContext, row: { proposal: number; item: number }): Member[] =>
  votersOn(context, row).filter(({ no }) => voteOf(context, row, no) === null);

/** The count of a row as a proposal takes it, in persons. */
export function countOf(context: MeetingContext, row: { proposal: number; item: number }): Required<Votes> {
  const voters = votersOn(context, row);
  const count = (vote: Vote): number => voters.filter(({ no }) => voteOf(context, row, no) === vote).length;
  return {
    for: count('for'),
    against: count('against'),
    deferred: count('deferred'),
    recused: presentMembers(context).length - voters.length,
  };
}
