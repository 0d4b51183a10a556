import type { PriorMatter } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';
import type { PriorReply } from './papers/meeting-facts.js';

interface Row {
  proposal: number;
  type: 'PRIOR_REPORT_REPLIED' | 'RECORD_PRIOR_REPLY';
  payload: {
    approved: boolean | PriorMatter[];
    refused?: PriorMatter[];
    matters?: PriorMatter[];
    documentNo: string;
    day: string;
  };
}

/**
 * What was replied to prior reports of the proposals on an agenda, in the product or on paper, since each was last submitted.
 *
 * @param proposals their numbers, which the caller may read
 * @returns in the order in which they came
 */
export async function readPriorReplies(q: Pick<Db, 'query'>, proposals: readonly number[]): Promise<PriorReply[]> {
  const { rows } = await q.query<Row>(
    'meeting.prior-replies',
    `SELECT e.case_id AS proposal, e.type, e.payload FROM case_event e
     WHERE e.workflow = 'proposal' AND e.case_id = ANY ($1) AND e.type IN ('PRIOR_REPORT_REPLIED', 'RECORD_PRIOR_REPLY')
       AND e.version > (SELECT max(version) FROM case_event s
                        WHERE s.workflow = e.workflow AND s.case_id = e.case_id AND s.type = 'SUBMIT')
     ORDER BY e.case_id, e.version`,
    [proposals],
  );
  return rows.map(({ proposal, payload: { approved, refused = [], matters = [], documentNo, day } }) => ({
    proposal,
    documentNo,
    day,
    approved: Array.isArray(approved) ? approved : approved ? matters : [],
    refused: Array.isArray(approved) ? refused : approved ? [] : matters,
  }));
}
