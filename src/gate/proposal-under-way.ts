import type { Db } from '../platform/index.js';

/** A proposal that is submitted and not decided, by its `state_path`: a regular expression of PostgreSQL. */
export const PROPOSAL_UNDER_WAY =
  '^(submitted|preReview|gateDecision\\..*|inSelection\\.(recommendation|inspection|deliberation|deferred))$';

const AWAITS_ANSWER = `
  SELECT NOT proposal.done AND proposal.state_path ~ '${PROPOSAL_UNDER_WAY}' AND NOT EXISTS (
      SELECT FROM case_event returned WHERE returned.workflow = 'proposal' AND returned.case_id = proposal.id
        AND returned.version > $2 AND returned.state = '"draft"') AS awaits
  FROM proposal WHERE proposal.id = $1`;

/**
 * Whether an answer about a proposal still has its question: the proposal is under way, and has not been back in the draft
 * since it was asked about.
 *
 * @param proposal number of the case
 * @param version its version when the question was put
 */
export async function awaitsAnswerSince(db: Db, proposal: number, version: number): Promise<boolean> {
  const { rows } = await db.query<{ awaits: boolean }>('gate.proposal-awaits', AWAITS_ANSWER, [proposal, version]);
  return rows[0]?.awaits === true;
}
