import type { Rational } from './rational.js';

/** Votes on one item, in persons: 同意, 不同意, 缓议. `recused` members were present and took no part 回避. */
export type Votes = { for: number; against: number; deferred: number; recused?: number };

/** What the party group's vote means for the whole batch. */
export type DeliberationOutcome = 'passed' | 'deferred' | 'notPassed';

/**
 * What the vote on one item means: it passes by more than the share of those *entitled*, not of those present; an item that
 * does not pass is deferred 缓议 when at least as many asked for deferral as were against it. A recused member stays among
 * those entitled: who takes no part makes a majority no easier.
 *
 * @param votes in persons
 * @param entitled persons entitled to attend
 * @param passShare share of those entitled that must be exceeded
 * @source handbook §1.1; that the recused stay among those entitled is an assumption, the stricter reading
 */
export function itemOutcomeOf(votes: Votes, entitled: number, passShare: Rational): DeliberationOutcome {
  if (votes.for * passShare.den > entitled * passShare.num) return 'passed';
  return votes.deferred > 0 && votes.deferred >= votes.against ? 'deferred' : 'notPassed';
}

/**
 * The batch passes as a whole; one deferred item defers it, and otherwise one lost item loses it.
 *
 * @param votes per item, in persons
 * @param entitled persons entitled to attend
 * @param passShare share of those entitled that must be exceeded
 * @source handbook §1.1
 */
export function outcomeOf(votes: readonly Votes[], entitled: number, passShare: Rational): DeliberationOutcome {
  const outcomes = votes.map((item) => itemOutcomeOf(item, entitled, passShare));
  if (outcomes.includes('deferred')) return 'deferred';
  return outcomes.includes('notPassed') ? 'notPassed' : 'passed';
}

/** Votes needed to pass: the smallest whole number of persons above the share. */
export function votesNeeded(entitled: number, { num, den }: Rational): number {
  return Math.floor((entitled * num) / den) + 1;
}
