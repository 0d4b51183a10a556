import type { Tx } from '../../platform/index.js';
import type { CommitOutcome } from '../types.js';
import { type CommitRoom, type Committed, refusalOf } from './commit-room.js';
import { isPassing } from './constraints.js';

/** Steps that share a transaction: enough that what one costs is shared, few enough that nobody waits long for a lock. */
const AT_ONCE = 50;

interface Ways<R> {
  /** Prepares a transaction for these requests, and says how to carry one of them out in it. */
  together: (tx: Tx, requests: readonly R[]) => Promise<(request: R) => Promise<Committed>>;
  /** Carries one out in a transaction of its own. */
  each: (request: R) => Promise<CommitOutcome>;
}

/**
 * Carries out many steps of the product itself, some at a time in one transaction: all of those, or none. Where one of them is
 * refused or meets another's lock, they are carried out one by one, so that one keeps none of the others back.
 *
 * @param room the commit room
 * @param requests in the order in which they are to be carried out
 * @param ways how to do so together, and one alone
 * @returns what became of each, in the same order
 */
export async function togetherOrEach<R>(
  room: CommitRoom,
  requests: readonly R[],
  ways: Ways<R>,
): Promise<CommitOutcome[]> {
  const outcomes: CommitOutcome[] = [];
  for (let at = 0; at < requests.length; at += AT_ONCE) {
    const some = requests.slice(at, at + AT_ONCE);
    outcomes.push(...((await allTogether(room, some, ways)) ?? (await oneByOne(some, ways))));
  }
  return outcomes;
}

/** @returns null when they cannot go together; then nothing has been stored */
async function allTogether<R>(
  room: CommitRoom,
  requests: readonly R[],
  { together }: Ways<R>,
): Promise<Committed[] | null> {
  try {
    const outcomes = await room.db.transaction(async (tx) => {
      const carryOut = await together(tx, requests);
      const done: Committed[] = [];
      for (const request of requests) done.push(await carryOut(request));
      return done;
    });
    if (outcomes.some(({ replayed }) => !replayed)) room.poke();
    return outcomes;
  } catch (error) {
    if (isPassing(error) || refusalOf(error) !== null) return null;
    throw error;
  }
}

async function oneByOne<R>(requests: readonly R[], { each }: Ways<R>): Promise<CommitOutcome[]> {
  const outcomes: CommitOutcome[] = [];
  for (const request of requests) outcomes.push(await each(request));
  return outcomes;
}
