import { composeSuggestionLetter, type ProposalContext } from '../../../machines/proposal/index.js';
import type { GateResult } from '../../../machines/rules/index.js';
import { storeLetter } from '../../documents/index.js';
import type { Step } from '../../engine/index.js';
import type { SuggestionView } from '../../gate/index.js';
import { digestOf } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/index.js';

/** Suggestion letters, a series of their own. Assumption: the city's own prefix stands before it on paper. */
export const SUGGESTION_SERIES = '组建';

/** What the event that issues the letter has recorded. */
interface Recorded {
  judged: GateResult;
  suggestions: Pick<SuggestionView, 'sentence'>[];
  documentNo: string;
}

/** 《合理化建议书》, written with the event that issues it from what that event has recorded, and from nothing else. */
export async function writeSuggestion(tx: Tx, step: Step): Promise<void> {
  const { workflow, caseId, unitId, context, facts, surroundings } = step;
  const { judged, suggestions, documentNo } = facts as unknown as Recorded;
  const { title } = context as ProposalContext;
  const { rows } = await tx.query<{ name: string }>('proposal.unit-name', 'SELECT name FROM unit WHERE id = $1', [
    unitId,
  ]);
  const content = composeSuggestionLetter({
    unitName: rows[0]!.name,
    title,
    judged,
    suggestions,
    documentNo,
    day: surroundings.today,
    replyWorkingDays: surroundings.policy.answer.suggestionReplyWorkingDays,
  });
  const hashed = { snapshotHash: digestOf({ judged, suggestions }).toString('hex'), hashOf: 'verdict' as const };
  await storeLetter(tx, {
    workflow,
    caseId,
    unitId,
    content: { ...content, ...hashed, documentNo },
    at: surroundings.now,
  });
}
