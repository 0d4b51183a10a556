import type { Rational } from '../rules/index.js';

/** Votes on one item, in persons: 同意, 不同意, 缓议. */
export type Votes = { for: number; against: number; deferred: number };

/** What the party group's vote means for the whole batch. */
export type DeliberationOutcome = 'passed' | 'deferred' | 'notPassed';

/**
 * An item passes by more than the share of those *entitled*, not of those present. An item that does not pass is deferred
 * 缓议 when at least as many asked for deferral as were against it. The batch passes as a whole; one deferred item defers
 * it, and otherwise one lost item loses it.
 *
 * @param votes per item, in persons
 * @param entitled persons entitled to attend
 * @param passShare share of those entitled that must be exceeded
 * @source handbook §1.1
 */
export function outcomeOf(votes: readonly Votes[], entitled: number, passShare: Rational): DeliberationOutcome {
  const open = votes.filter((item) => item.for * passShare.den <= entitled * passShare.num);
  if (open.length === 0) return 'passed';
  return open.some(({ against, deferred }) => deferred > 0 && deferred >= against) ? 'deferred' : 'notPassed';
}
