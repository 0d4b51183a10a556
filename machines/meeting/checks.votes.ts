import { firstRefusal, refuse, type CheckOf, type ForesightOf, type JsonObject } from '../kernel/index.js';
import { isPresent, isRecused, missingOn, rowsOf, type Row } from './agenda.js';
import type { MeetingContext, Recusal } from './context.js';
import { factOf, payloadOf, type Concern } from './payloads.js';
import { changedVotes, withVotes } from './vote-changes.js';

type Check = CheckOf<MeetingContext>;

const nameOf = ({ members }: MeetingContext, no: number): string => members.find((one) => one.no === no)?.name ?? '';

/** How sentences call an item: its place on the voting sheet, and whom it is about. */
function rowParams(context: MeetingContext, { proposal, item }: { proposal: number; item: number }): JsonObject {
  const rows = rowsOf(context);
  const index = rows.findIndex((row) => row.proposal === proposal && row.item === item);
  return { no: index + 1, person: rows[index]?.name ?? '' };
}

const findRow = (context: MeetingContext, proposal: number, item: number): Row | undefined =>
  rowsOf(context).find((row) => row.proposal === proposal && row.item === item);

/**
 * @refuses MATTER_UNKNOWN - no such proposal or item on the agenda, or it has been taken off
 * @refuses MEMBER_NOT_LISTED - nobody of that number is entitled
 * @refuses MUST_RECUSE - the item is about the member himself
 */
export const recusalIsSound: Check = (context, event) => {
  const { proposal, item, member, recuses } = payloadOf(event, 'RECORD_RECUSAL');
  const rows = rowsOf(context).filter((row) => row.proposal === proposal && (item === undefined || row.item === item));
  if (rows.length === 0) return refuse('MATTER_UNKNOWN', { proposal, item: item ?? null });
  const name = nameOf(context, member);
  if (name === '') return refuse('MEMBER_NOT_LISTED', { member });
  const own = factOf(event, 'concerns').find(
    (concern) => concern.because === 'self' && concern.member === member && rows.some((row) => touches(concern, row)),
  );
  return own && !recuses ? refuse('MUST_RECUSE', { ...rowParams(context, own), name }) : null;
};

const touches = (concern: Pick<Concern, 'proposal' | 'item'>, row: Pick<Row, 'proposal' | 'item'>): boolean =>
  concern.proposal === row.proposal && concern.item === row.item;

/**
 * Every present member whom an item concerns has recused himself, or it is on record why he need not.
 *
 * @refuses RECUSAL_NOT_ANSWERED - the first that is open, and how many there are
 */
export const recusalsAreAnswered: Check = (context, event) => {
  const open = factOf(event, 'concerns').filter(
    (concern) =>
      isPresent(context, concern.member) &&
      findRow(context, concern.proposal, concern.item) !== undefined &&
      !context.recusals.some((given) => answers(given, concern)),
  );
  const [first] = open;
  if (!first) return null;
  const { because, relation, member } = first;
  return refuse('RECUSAL_NOT_ANSWERED', {
    ...rowParams(context, first),
    name: nameOf(context, member),
    because,
    relation,
    open: open.length,
  });
};

const answers = (given: Recusal, concern: Concern): boolean =>
  touches(given, concern) && given.member === concern.member && (given.recuses || concern.because !== 'self');

/**
 * @refuses MATTER_UNKNOWN, MEMBER_NOT_LISTED - as above
 * @refuses MEMBER_NOT_PRESENT - who is not there does not vote
 * @refuses MEMBER_RECUSED - who has recused himself does not vote on the item
 */
const everybodyMayVote: Check = (context, event) => {
  for (const { proposal, item, member, vote } of payloadOf(event, 'RECORD_VOTES').votes) {
    const row = findRow(context, proposal, item);
    if (!row) return refuse('MATTER_UNKNOWN', { proposal, item });
    const name = nameOf(context, member);
    if (name === '') return refuse('MEMBER_NOT_LISTED', { member });
    if (vote === null) continue;
    if (!isPresent(context, member)) return refuse('MEMBER_NOT_PRESENT', { name });
    if (isRecused(context, row, member)) return refuse('MEMBER_RECUSED', { ...rowParams(context, row), name });
  }
  return null;
};

/** @refuses VOTED_TWICE - one member, one item, two votes in one list */
const eachVoteOnce: Check = (_context, event) => {
  const { votes } = payloadOf(event, 'RECORD_VOTES');
  const keys = votes.map(({ proposal, item, member }) => `${proposal}.${item}.${member}`);
  const twice = votes.find((_vote, index) => keys.indexOf(keys[index]!) !== index);
  return twice ? refuse('VOTED_TWICE', { proposal: twice.proposal, item: twice.item, member: twice.member }) : null;
};

/** @refuses CORRECTION_NEEDS_REASON - a recorded vote is changed without saying why */
const correctionsAreReasoned: Check = (context, event) => {
  const { votes, opinion } = payloadOf(event, 'RECORD_VOTES');
  const changed = changedVotes(context, votes);
  if (changed.length === 0 || (opinion ?? '').trim() !== '') return null;
  return refuse('CORRECTION_NEEDS_REASON', {
    ...rowParams(context, changed[0]!),
    name: nameOf(context, changed[0]!.member),
    changed: changed.length,
  });
};

/**
 * The chair's vote on an item is the last one recorded: with it, every other voter's must stand.
 *
 * @refuses CHAIR_VOTES_LAST - naming those who are still to vote
 * @source handbook §1.1 (chair speaks last)
 */
const chairVotesLast: Check = (context, event) => {
  const { votes } = payloadOf(event, 'RECORD_VOTES');
  const after = { ...context, votes: withVotes(context.votes, votes) };
  for (const { proposal, item, member, vote } of votes) {
    if (member !== context.chair || vote === null) continue;
    const missing = missingOn(after, { proposal, item });
    if (missing.length > 0) {
      const names = missing.map(({ name }) => name);
      return refuse('CHAIR_VOTES_LAST', { ...rowParams(context, { proposal, item }), names });
    }
  }
  return null;
};

export const votesAreSound = firstRefusal(everybodyMayVote, eachVoteOnce, correctionsAreReasoned, chairVotesLast);

/** @refuses VOTES_MISSING - the first item on which votes are missing, whose, and on how many items */
export const votesAreComplete: ForesightOf<MeetingContext> = (context) => {
  const open = rowsOf(context).filter((row) => missingOn(context, row).length > 0);
  const [first] = open;
  if (!first) return null;
  const names = missingOn(context, first).map(({ name }) => name);
  return refuse('VOTES_MISSING', { ...rowParams(context, first), names, items: open.length });
};
