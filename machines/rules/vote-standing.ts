import type { Rational } from './rational.js';
import { type DeliberationOutcome, itemOutcomeOf, type Votes, votesNeeded } from './votes.js';

/** What meets: 党委、党组、常委会、部务会. */
export const MEETING_BODIES = {
  partyCommittee: '党委会议',
  partyGroup: '党组会议',
  standingCommittee: '常委会会议',
  departmentAffairsMeeting: '部务会会议',
} as const;
export type MeetingBody = keyof typeof MEETING_BODIES;

/** 同意, 不同意, 缓议. */
export const VOTE_LABELS = { for: '同意', against: '不同意', deferred: '缓议' } as const;
export type Vote = keyof typeof VOTE_LABELS;

export const ATTENDANCE_LABELS = { present: '到会', leave: '请假', absent: '缺席' } as const;
export type AttendanceStatus = keyof typeof ATTENDANCE_LABELS;

export const OUTCOME_LABELS = { passed: '通过', deferred: '缓议', notPassed: '未通过', open: '表决中' } as const;

export type VoteCount = {
  votes: Required<Votes>;
  /** Persons entitled to attend. */
  entitled: number;
  /** Voters whose vote is not recorded yet. */
  missing: number;
};

/** How the vote on an item stands while it is counted. */
export type VoteStanding = VoteCount & {
  /** Votes for that are needed to pass. */
  needed: number;
  /** `open` while votes that are still missing can change it. */
  outcome: DeliberationOutcome | 'open';
  /** To be read aloud. */
  sentence: string;
};

/**
 * Running totals of one item, and whether it is decided already: nobody waits for votes that change nothing.
 *
 * @param count votes so far, in persons
 * @param passShare share of those entitled that must be exceeded
 * @source handbook §1.1 (more than half of those entitled to attend)
 */
export function voteStanding(count: VoteCount, passShare: Rational): VoteStanding {
  const { votes, entitled, missing } = count;
  const needed = votesNeeded(entitled, passShare);
  const now = itemOutcomeOf(votes, entitled, passShare);
  // A majority cannot be lost by further votes; everything else waits for the last.
  const outcome = now === 'passed' || missing === 0 ? now : 'open';
  return { ...count, needed, outcome, sentence: sentenceOf({ ...count, needed, outcome }) };
}

function sentenceOf({ votes, entitled, missing, needed, outcome }: Omit<VoteStanding, 'sentence'>): string {
  const { for: yes, against, deferred, recused } = votes;
  const away = recused === 0 ? '' : `，回避${recused}人`;
  const counted = `同意${yes}票、不同意${against}票、缓议${deferred}票${away}`;
  const rule = `应到会成员${entitled}人，须${needed}票同意`;
  const waits = missing === 0 ? '' : `，尚有${missing}人未表决`;
  if (outcome === 'passed') return `${counted}${waits}；${rule}，已获通过。`;
  if (outcome === 'deferred') return `${counted}；${rule}，未过半数，要求缓议的不少于不同意的，缓议。`;
  if (outcome === 'notPassed') return `${counted}；${rule}，未过半数，未获通过。`;
  const lacking = needed - yes;
  return lacking > missing
    ? `${counted}${waits}；${rule}，其余全部同意也不能通过。`
    : `${counted}${waits}；${rule}，还需${lacking}票。`;
}

/** 法定人数: whether so many present may decide, as a chair reads it out. */
export function quorumSentence(entitled: number, present: number, needed: number): string {
  return present >= needed
    ? `应到会成员${entitled}人，实到${present}人，达到须到会的${needed}人，可以讨论决定。`
    : `应到会成员${entitled}人，须有${needed}人以上到会，实到${present}人，不能讨论决定。`;
}
