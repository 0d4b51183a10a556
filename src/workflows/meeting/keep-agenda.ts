import type { AgendaEntry, MeetingContext } from '../../../machines/meeting/index.js';
import type { Step } from '../../engine/index.js';
import type { Tx } from '../../platform/index.js';

/**
 * Keeps which proposals the meeting holds, for those who ask from the proposal's side. The database promises that no proposal
 * is held by two meetings at once, whatever the machine has seen.
 */
export async function keepAgenda(tx: Tx, { caseId, unitId, context }: Step): Promise<void> {
  const meeting = context as MeetingContext;
  const { agenda } = meeting;
  await tx.query(
    'meeting.keep-agenda',
    `WITH kept AS (
       SELECT * FROM unnest($3::bigint[], $4::boolean[]) AS entry (proposal_id, open)
     ), gone AS (
       DELETE FROM meeting_item WHERE meeting_id = $1 AND proposal_id <> ALL ($3::bigint[])
     )
     INSERT INTO meeting_item (meeting_id, unit_id, proposal_id, open) SELECT $1, $2, proposal_id, open FROM kept
     ON CONFLICT (meeting_id, proposal_id) DO UPDATE SET open = excluded.open`,
    [caseId, unitId, agenda.map(({ proposal }) => proposal), agenda.map((entry) => isHeld(meeting, entry))],
  );
}

function isHeld({ cancelled }: MeetingContext, { dropped, decision }: AgendaEntry): boolean {
  const isSettled = decision?.status === 'recorded' || decision?.status === 'setAside';
  return !cancelled && dropped === null && !isSettled;
}
