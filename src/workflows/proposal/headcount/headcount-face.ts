import { definition } from '../../../../machines/proposal/index.js';
import { type caseShapes, dayInChina, type NarrowCase } from '../../../engine/index.js';

/** Where the question stands. */
export type ReviewStanding = 'pending' | 'agreed' | 'disputed';

export const REVIEW_LABELS: Readonly<Record<ReviewStanding, string>> = {
  pending: '待签署',
  agreed: '已签署：同意',
  disputed: '已签署：不同意',
};

/** What was signed. */
export type Answer = { agree: boolean; opinion: string; by: string; on: string };

const OFFICE = 'establishment';

/** @returns the words of the office alone; the department's own section may have signed in its place */
export function answerOf({ payload, actor, at }: caseShapes.HistoryEntry): Answer {
  const opinion = typeof payload['opinion'] === 'string' && actor.role === OFFICE ? payload['opinion'] : '';
  return { agree: payload['agree'] !== false, opinion, by: actor.display, on: dayInChina(new Date(at)) };
}

export function standingOf(waits: boolean, answer: Answer | null): ReviewStanding {
  if (waits || answer === null) return 'pending';
  return answer.agree ? 'agreed' : 'disputed';
}

/** Neither title nor author of the proposal, nor what becomes of it afterwards. */
export function summaryOf(found: NarrowCase, answer: Answer | null): caseShapes.CaseSummary {
  const { id, version, unit, waits, since } = found;
  const state = standingOf(waits, answer);
  const at = since.toISOString();
  return {
    id,
    state,
    statePath: state,
    label: REVIEW_LABELS[state],
    version,
    done: !waits,
    unit,
    createdBy: null,
    createdAt: at,
    updatedAt: at,
    title: definition.narrow!.label,
    flags: [],
    fields: {},
  };
}

/** A step of the proposal's history as the office reads it. */
export function sheetEntry(entry: caseShapes.HistoryEntry): caseShapes.HistoryEntry {
  const answer = answerOf(entry);
  const to = standingOf(false, answer);
  const { agree, opinion } = answer;
  return {
    ...entry,
    from: 'pending',
    fromLabel: REVIEW_LABELS.pending,
    to,
    toLabel: REVIEW_LABELS[to],
    payload: { agree, ...(opinion !== '' && { opinion }) },
    facts: {},
  };
}
