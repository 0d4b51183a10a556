import type { Day, OpinionConclusion, OpinionEnding } from '../rules/index.js';

/** 廉洁意见, with both signatures 双签字 under it. The words of it stay with the event. */
export type Reply = {
  conclusion: OpinionConclusion;
  repliedOn: Day;
  /** Day of the signatures on paper. */
  signedOn: Day;
  partySecretary: string;
  disciplineSecretary: string;
  /** Last day on which a meeting may rely on it. */
  validUntil: Day;
};

/** A round of question and answer before the present one. */
export type EarlierReply = Pick<Reply, 'conclusion' | 'repliedOn' | 'validUntil'> & { round: number };

/** One cadre of one proposal, put to the discipline commission. Only the commission and the department read it. */
export type OpinionContext = {
  createdBy: number | null;
  proposal: number;
  /** Version of the proposal when it was asked last: what comes after it may make the question void. */
  proposalVersion: number;
  cadre: string;
  /** As the request puts them to the commission, which does not read the proposal. */
  cadreName: string;
  unitName: string;
  currentPosts: string[];
  proposedPosts: string[];
  /** From 1; each time it is asked again one more. */
  round: number;
  requestedOn: Day;
  requestedBy: number[];
  takenUpOn: Day | null;
  reply: Reply | null;
  /** The section's judgement of concerns: whether they stand in the way. */
  weighed: { clear: boolean; day: Day } | null;
  earlier: EarlierReply[];
  ended: { because: OpinionEnding; day: Day } | null;
};

/** The context of a request that does not exist yet. */
export function emptyContext(): OpinionContext {
  return {
    createdBy: null,
    proposal: 0,
    proposalVersion: 0,
    cadre: '',
    cadreName: '',
    unitName: '',
    currentPosts: [],
    proposedPosts: [],
    round: 1,
    requestedOn: '',
    requestedBy: [],
    takenUpOn: null,
    reply: null,
    weighed: null,
    earlier: [],
    ended: null,
  };
}

/**
 * Whether the opinion stands in nobody's way, as the four checks 凡提四必 ask it.
 *
 * @returns null while concerns wait to be weighed, or nothing was replied
 * @source handbook §1.6
 */
export function isClear({ reply, weighed }: Pick<OpinionContext, 'reply' | 'weighed'>): boolean | null {
  if (reply === null) return null;
  if (reply.conclusion === 'concerns') return weighed?.clear ?? null;
  return reply.conclusion === 'none';
}
