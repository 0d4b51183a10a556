import type { ProposalPayloads } from '../../../machines/proposal/index.js';
import type { FactsRequest } from '../../engine/index.js';
import { answersFor, resolveItems } from '../../gate/index.js';
import { refuse, seesUnit, type Tx } from '../../platform/index.js';

/**
 * A draft may name only what its author sees, and only posts of units that its author answers for: a transfer between two
 * units is drafted by somebody who answers for both.
 *
 * @refuses CADRE_UNKNOWN, POST_UNKNOWN, POST_OUTSIDE_UNIT - see resolveItems
 * @refuses RESUMED_UNKNOWN - the proposal taken up again is not an ended one of this unit
 */
export async function requireKnownDraft({ tx, unitId, command, caller, surroundings }: FactsRequest): Promise<void> {
  const { items, resumes } = command.payload as Partial<ProposalPayloads['CREATE']>;
  if (typeof resumes === 'number') await requireEnded(tx, resumes, unitId);
  if (!items || !caller) return;
  await resolveItems(tx, items, surroundings.today, {
    sees: (path) => seesUnit(caller, path),
    owns: (path) => answersFor(caller, path),
  });
}

async function requireEnded(tx: Tx, proposal: number, unitId: number): Promise<void> {
  const text = 'SELECT FROM proposal WHERE id = $1 AND unit_id = $2 AND done';
  const { rowCount } = await tx.query('proposal.ended', text, [proposal, unitId]);
  if (rowCount === 0) refuse('RESUMED_UNKNOWN', { proposal });
}
