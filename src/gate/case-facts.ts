import type { GateResult } from '../../machines/rules/index.js';
import type { Db, Tx } from '../platform/index.js';

type Queryable = Pick<Db | Tx, 'query'>;

/**
 * The last run of the gate that was recorded with an event of a case; null before the first.
 *
 * @param types events that count; any where none is said
 */
export async function readLastGate(
  q: Queryable,
  workflow: string,
  caseId: number,
  types: readonly string[] | null = null,
): Promise<GateResult | null> {
  const { rows } = await q.query<{ gate: GateResult }>(
    'case-facts.last-gate',
    `SELECT facts->'gate' AS gate FROM case_event
     WHERE workflow = $1 AND case_id = $2 AND facts ? 'gate' AND ($3::text[] IS NULL OR type = ANY ($3)) ORDER BY version DESC LIMIT 1`,
    [workflow, caseId, types],
  );
  return rows[0]?.gate ?? null;
}

/** Numbers of the attachments of a case. */
export async function listAttachments(q: Queryable, workflow: string, caseId: number): Promise<number[]> {
  const text = 'SELECT id FROM case_attachment WHERE workflow = $1 AND case_id = $2 ORDER BY id';
  const { rows } = await q.query<{ id: number }>('case-facts.attachments', text, [workflow, caseId]);
  return rows.map(({ id }) => id);
}
