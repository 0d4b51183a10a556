import type { ActionWithSchema } from '../../api/types.js';
import type { DeskRow } from '../use-desk-rows.js';

/** Fields that belong to one case alone: a step that needs one of them is no step for many. */
export const NOT_FOR_BATCHES: readonly string[] = ['attachments', 'userIds', 'userId', 'items', 'commitment'];

/** What can be said of many cases in the same words. */
const SAME_FOR_ALL: ReadonlySet<string> = new Set(['opinion', 'result', 'agree', 'section']);

/** Never for many at once: each of these ends a case, overrides the gate, or answers what somebody has written about this case. */
const EACH_BY_ITSELF: ReadonlySet<string> = new Set([
  'WITHDRAW',
  'TERMINATE',
  'REJECT',
  'RELIEVE',
  'APPROVE_OVERRIDE',
  'REFUSE_OVERRIDE',
  'ACCEPT_JUSTIFICATION',
  'REFUSE_JUSTIFICATION',
  'ACCEPT_PLAN',
  'RETURN_PLAN',
  'DECIDE_CORRECTION',
  'EDIT',
]);

export function isBatchable({ event, payload }: Pick<ActionWithSchema, 'event' | 'payload'>): boolean {
  return !EACH_BY_ITSELF.has(event) && (payload.required ?? []).every((name) => SAME_FOR_ALL.has(name));
}

/** Steps that wait in the chosen cases, the one that most of them wait for first. */
export function stepsOf(rows: readonly Pick<DeskRow, 'steps'>[]): { type: string; label: string; count: number }[] {
  const counted = new Map<string, { type: string; label: string; count: number }>();
  for (const { type, label } of rows.flatMap(({ steps }) => steps)) {
    if (EACH_BY_ITSELF.has(type)) continue;
    counted.set(type, { type, label, count: (counted.get(type)?.count ?? 0) + 1 });
  }
  return [...counted.values()].toSorted((a, b) => b.count - a.count);
}
