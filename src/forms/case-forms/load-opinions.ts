import type { Day } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';

/** A step of a case at which somebody wrote an opinion, the latest first. */
export interface OpinionStep {
  type: string;
  payload: { opinion?: string; section?: string };
  by: string;
  on: Day;
}

const STEPS = `
  SELECT e.type, e.payload, coalesce(a.display_name, '') AS by, (e.at AT TIME ZONE 'Asia/Shanghai')::date AS on
  FROM case_event e LEFT JOIN app_user a ON a.id = e.actor_id
  WHERE e.workflow = $1 AND e.case_id = $2 AND e.type = ANY ($3) ORDER BY e.version DESC`;

/** Opinions given at steps of a case, for its forms. Whether the caller may read the case was asked before. */
export async function loadOpinions(
  db: Db,
  workflow: string,
  id: number,
  types: readonly string[],
): Promise<OpinionStep[]> {
  const { rows } = await db.query<OpinionStep>('forms.opinions', STEPS, [workflow, id, types]);
  return rows;
}
