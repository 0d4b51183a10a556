import { type AgendaFact, type MeetingContext, presentMembers } from '../../../machines/meeting/index.js';
import { type FactsRequest, foretell, type WorkflowRegistry } from '../../engine/index.js';
import { sentenceOf } from '../../platform/index.js';

/**
 * Whether each proposal of an agenda would take a decision of this meeting, asked of the proposal itself as if everybody
 * present had agreed: a vote that may not be held is not begun.
 *
 * @param agenda as it stands, in its order
 * @returns the same, with why not where it would not
 */
export async function withBars(
  registry: WorkflowRegistry,
  request: FactsRequest,
  agenda: readonly AgendaFact[],
): Promise<AgendaFact[]> {
  const barred = new Map<number, string>();
  // Locked in the order of their numbers, as everybody does who locks several.
  for (const fact of agenda.toSorted((a, b) => a.proposal - b.proposal)) {
    const refusal = await foretell(request.tx, registry.get('proposal'), {
      caseId: fact.proposal,
      command: agreementOn(fact, request),
      surroundings: request.surroundings,
    });
    if (refusal !== null) barred.set(fact.proposal, sentenceOf(refusal));
  }
  return agenda.map((fact) => ({ ...fact, barred: barred.get(fact.proposal) ?? null }));
}

function agreementOn({ proposal, matters }: AgendaFact, { row }: FactsRequest) {
  const meeting = row!.context as MeetingContext;
  const present = presentMembers(meeting).length;
  const payload = {
    meeting: row!.id,
    meetingDay: meeting.day,
    entitled: meeting.members.length,
    present,
    votes: matters.map(() => ({ for: present, against: 0, deferred: 0, recused: 0 })),
    chairSpokeLast: true,
  };
  return { type: 'RECORD_DELIBERATION', payload, commandId: `meeting-${row!.id}-asks-${proposal}` };
}
