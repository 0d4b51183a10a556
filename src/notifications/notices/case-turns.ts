import type { Notice } from '../../engine/index.js';
import type { Tx } from '../../platform/index.js';

/** In an order of its own, so that two that take many turns never wait for each other in a ring. */
const STATEMENT = `
  SELECT pg_advisory_xact_lock(turn) FROM (
    SELECT DISTINCT hashtextextended('notices ' || workflow || ' ' || case_id, 0) AS turn
    FROM unnest($1::text[], $2::bigint[]) AS told (workflow, case_id) ORDER BY turn
  ) turns`;

/**
 * Waits until nobody else delivers notices of these cases, and keeps others waiting until the transaction ends. Without it
 * a process slow to deliver an earlier step would put it before people after the later step has counted it as read.
 *
 * @param tx the delivering transaction; what it reads afterwards is what the turn before has left
 * @param notices about to be delivered, of any number of cases
 */
export async function takeCaseTurns(tx: Tx, notices: readonly Notice[]): Promise<void> {
  const values = [notices.map(({ workflow }) => workflow), notices.map(({ caseId }) => caseId)];
  await tx.query('notice-case-turns', STATEMENT, values);
}
