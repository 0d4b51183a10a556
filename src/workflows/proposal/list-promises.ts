import { addDays, type Day, type Policy } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';

/** 配备承诺: what a unit has promised with an earlier proposal, and owes now. */
export interface StandingPromise {
  proposal: number;
  count: number;
  byDay: Day;
}

/** Promises with which earlier proposals of the same unit passed a flag, within the policy's window; latest first. */
export async function listPromises(db: Db, proposal: number, today: Day, policy: Policy): Promise<StandingPromise[]> {
  const { rows } = await db.query<StandingPromise>(
    'proposal.promises',
    `SELECT earlier.id AS proposal, (promise->>'count')::int AS count, promise->>'byDay' AS "byDay"
     FROM proposal
     JOIN proposal earlier ON earlier.unit_id = proposal.unit_id AND earlier.id <> proposal.id
     CROSS JOIN LATERAL (SELECT earlier.context #> '{justification,commitment}' AS promise) AS given
     WHERE proposal.id = $1 AND jsonb_typeof(promise) = 'object'
       AND EXISTS (
         SELECT FROM case_event
         WHERE workflow = 'proposal' AND case_id = earlier.id AND type = 'ACCEPT_JUSTIFICATION'
           AND at >= $2::date::timestamp AT TIME ZONE 'Asia/Shanghai')
     ORDER BY earlier.id DESC`,
    [proposal, addDays(today, -policy.commitmentWindowDays)],
  );
  return rows;
}
