import { refuse, type Tx } from '../../platform/index.js';
import type { CaseRow } from '../types.js';

interface LastEvent {
  type: string;
  at: Date;
  by: string | null;
}

/**
 * Says who was faster: the caller decided on the strength of a page that shows an older version.
 *
 * @param tx the open transaction
 * @param table the workflow's table
 * @param row the case as it is now
 * @param expected the version the caller has seen
 * @refuses STALE_VERSION (thrown, always) - with both versions and the last event's name, moment and actor
 */
export async function refuseStale(tx: Tx, table: string, row: CaseRow, expected: number): Promise<never> {
  const { rows } = await tx.query<LastEvent>(
    'last-event',
    `SELECT e.type, e.at, u.display_name AS by
     FROM case_event e LEFT JOIN app_user u ON u.id = e.actor_id
     WHERE e.workflow = $1 AND e.case_id = $2 AND e.version = $3`,
    [table, row.id, row.version],
  );
  const last = rows[0];
  refuse('STALE_VERSION', {
    expected,
    actual: row.version,
    by: last?.by ?? null,
    at: last?.at.toISOString() ?? null,
    lastEvent: last?.type ?? null,
  });
}
