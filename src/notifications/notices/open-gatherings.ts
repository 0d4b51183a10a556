import { gatheringOf } from '../../../machines/rules/index.js';
import type { Tx } from '../../platform/index.js';
import type { NoticeToLay } from './lay-down-notices.js';
import type { AskedNotice, Recipients } from './recipients.js';

type Asked = AskedNotice & { recipients: Recipients };

/**
 * Puts the one notice before everybody who oversees a unit, behind which all others of its kind and day come to lie: one
 * statement for all, and none where nothing is gathered. Of several processes one writes it, and the others wait for it, each asking
 * once in the same order: called twice in a transaction, two of them could wait for each other. What it stands for is told by those
 * behind it alone.
 *
 * @param tx a transaction reaching the whole tree
 * @param notices with those they concern
 * @param today `YYYY-MM-DD`
 * @returns the notices with the keys under which they are gathered, in the same order
 */
export async function openGatherings(tx: Tx, notices: readonly Asked[], today: string): Promise<NoticeToLay[]> {
  const gathered = notices.map(({ notice, recipients, arisesInMass }) => {
    const { kind, workflow, deadline = null } = notice;
    const { statePath } = recipients;
    return { notice, recipients, gathering: gatheringOf({ kind, workflow, statePath, deadline, arisesInMass }, today) };
  });
  const heads = gathered.flatMap(headOf);
  if (heads.length > 0) await storeHeads(tx, heads);
  return gathered;
}

function headOf({ notice, recipients: { users, statePath }, gathering }: NoticeToLay): object[] {
  const overseers = users.filter(({ oversees }) => oversees).map(({ id }) => id);
  if (gathering === null || overseers.length === 0) return [];
  const { kind, workflow, deadline = null, at } = notice;
  return [{ key: gathering, kind, workflow, statePath, ends: deadline, at, overseers }];
}

/** In an order of their own, so that two that write at once never wait for each other in a ring. */
async function storeHeads(tx: Tx, heads: readonly object[]): Promise<void> {
  await tx.query(
    'notice-gather',
    `INSERT INTO notice (user_id, key, kind, workflow, case_id, version, state_path, deadline, late, at, read_at, gathers)
     SELECT DISTINCT ON (told, n.key) told, n.key, n.kind, n.workflow, 0, 0, n."statePath", n.ends, false, n.at, n.at, true
     FROM jsonb_to_recordset($1::jsonb) AS n (key text, kind text, workflow text, "statePath" text, ends jsonb, at timestamptz,
       overseers bigint[]) CROSS JOIN unnest(n.overseers) AS told
     ORDER BY told, n.key, n.at
     ON CONFLICT (user_id, key) DO NOTHING`,
    [JSON.stringify(heads)],
  );
}
