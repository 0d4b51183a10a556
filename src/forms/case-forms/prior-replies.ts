import { PRIOR_MATTERS, type PriorMatter } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';
import { chineseDay } from './wording.js';

/** 事前报告的批复: it is reported at the meeting, and goes with the filing. @source handbook §1.5 V-24, §1.7 */
export interface PriorReply {
  proposal: number;
  documentNo: string;
  day: string;
  approved: readonly PriorMatter[];
  refused: readonly PriorMatter[];
}

/** One reply in words: 2026年9月1日批复（某组复〔2026〕3号）：同意……；不同意……。 */
export function replyWords({ documentNo, day, approved, refused }: PriorReply): string {
  const part = (word: string, matters: readonly PriorMatter[]): string[] =>
    matters.length === 0 ? [] : [`${word}${matters.map((matter) => PRIOR_MATTERS[matter]).join('、')}`];
  const said = [...part('同意', approved), ...part('不同意', refused)].join('；');
  return `${chineseDay(day)}批复（${documentNo}）：${said}。`;
}

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
 * What was replied to prior reports of proposals, in the product or on paper, since each was last submitted.
 *
 * @param proposals their numbers, which the caller may read
 * @returns in the order in which they came
 */
export async function readPriorReplies(q: Pick<Db, 'query'>, proposals: readonly number[]): Promise<PriorReply[]> {
  const { rows } = await q.query<Row>(
    'forms.prior-replies',
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
