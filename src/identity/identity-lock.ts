import { type Tx, refuse } from '../platform/index.js';
import { willHold } from './account.rows.js';
import type { Caller } from './caller.js';
import type { GrantableRole } from './roles.js';

const LOCK_KEY = 7_146_010;

/**
 * Makes changes to accounts, grants and delegations take turns until the transaction ends. Rules such as "no circle of
 * delegations" look at many rows at once; such changes are rare, so one lock is enough.
 */
export async function lockIdentity(tx: Pick<Tx, 'query'>): Promise<void> {
  await tx.query('identity-lock', 'SELECT pg_advisory_xact_lock($1)', [LOCK_KEY]);
}

/** Takes the lock for somebody who still has the duty: two who act against each other at once must not both win. */
export async function lockForDuty(
  tx: Pick<Tx, 'query'>,
  caller: Caller,
  duty: readonly GrantableRole[],
  today: string,
): Promise<void> {
  await lockIdentity(tx);
  if (!(await willHold(tx, caller.userId, duty, today))) refuse('FORBIDDEN');
}
