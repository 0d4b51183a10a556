import { queryOptions } from '@tanstack/react-query';
import { voteStanding, type Rational, type Vote, type VoteStanding } from '../../../../machines/rules/index.js';
import { get } from '../../api/client.js';
import type {
  Arrangeable,
  MeetingContext,
  MeetingMatter,
  MeetingMember,
  MeetingOfProposal,
  MeetingQuorum,
} from '../../api/meeting-types.js';
import type { CaseView } from '../../api/types.js';

/** What the page knows of a meeting: its case, and what the count goes by. */
export const meetingOf = (view: CaseView): MeetingContext => view.context as unknown as MeetingContext;
export const quorumOf = (view: CaseView): MeetingQuorum => (view as unknown as { quorum: MeetingQuorum }).quorum;

export const arrangeableQuery = (unit: string) =>
  queryOptions({
    queryKey: ['case', 'meetings', 'arrangeable', unit],
    queryFn: ({ signal }) => get<Arrangeable>('meetings/arrangeable', { unit }, signal),
  });

export const meetingsOfQuery = (proposal: number) =>
  queryOptions({
    queryKey: ['case', 'proposals', proposal, 'meetings'],
    queryFn: ({ signal }) => get<MeetingOfProposal[]>(`meetings/of-proposal/${proposal}`, {}, signal),
  });

/** One item to be voted on: a row of the voting sheet. */
export interface VoteRow extends MeetingMatter {
  proposal: number;
  /** From 1, over all proposals. */
  no: number;
}

export const rowsOf = ({ agenda }: MeetingContext): VoteRow[] =>
  agenda
    .filter(({ dropped }) => dropped === null)
    .flatMap(({ proposal, matters }) => matters.map((matter) => ({ ...matter, proposal })))
    .map((row, index) => ({ ...row, no: index + 1 }));

export const keyOf = ({ proposal, item }: { proposal: number; item: number }): string => `${proposal}.${item}`;

export const isPresent = ({ attendance }: MeetingContext, member: number): boolean =>
  attendance[member]?.status === 'present';

export const isRecused = ({ recusals }: MeetingContext, row: VoteRow, member: number): boolean =>
  recusals.some(
    (given) => given.recuses && given.proposal === row.proposal && given.item === row.item && given.member === member,
  );

export const votersOn = (meeting: MeetingContext, row: VoteRow): MeetingMember[] =>
  meeting.members.filter(({ no }) => isPresent(meeting, no) && !isRecused(meeting, row, no));

/** Recorded votes with those of the page over them: null is taken back. */
export type Marks = Readonly<Record<string, Vote | null>>;
export const markKey = (row: { proposal: number; item: number }, member: number): string => `${keyOf(row)}.${member}`;

export function voteAt(meeting: MeetingContext, marks: Marks, row: VoteRow, member: number): Vote | null {
  const marked = marks[markKey(row, member)];
  return marked === undefined ? (meeting.votes[keyOf(row)]?.[member] ?? null) : marked;
}

/** The count of a row as it would stand with what the page has marked. */
export function standingOf(meeting: MeetingContext, marks: Marks, row: VoteRow, passShare: Rational): VoteStanding {
  const voters = votersOn(meeting, row);
  const cast = voters.map(({ no }) => voteAt(meeting, marks, row, no));
  const count = (vote: Vote | null): number => cast.filter((one) => one === vote).length;
  const present = meeting.members.filter(({ no }) => isPresent(meeting, no)).length;
  const votes = {
    for: count('for'),
    against: count('against'),
    deferred: count('deferred'),
    recused: present - voters.length,
  };
  return voteStanding({ votes, entitled: meeting.members.length, missing: count(null) }, passShare);
}
