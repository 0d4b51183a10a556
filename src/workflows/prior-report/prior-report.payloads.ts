import { z } from 'zod';
import type { ReportEventType } from '../../../machines/prior-report/index.js';
import { PRIOR_MATTERS, type PriorMatter, REPORT_PARTS, type ReportPart } from '../../../machines/rules/index.js';

/*
 * What each event asks for: shapes and lengths only. Whether it may happen, and whether what is said is enough, is the
 * machine's business.
 */

const keys = Object.keys(PRIOR_MATTERS) as [PriorMatter, ...PriorMatter[]];
const description = keys.map((key) => `${key} ${PRIOR_MATTERS[key]}`).join('；');
const matters = z.array(z.enum(keys).meta({ description })).max(keys.length);
const opinion = z.string().trim().max(2000).optional().meta({ description: '意见' });
const withOpinion = z.strictObject({ opinion });

const part = (name: ReportPart) => z.string().trim().max(4000).optional().meta({ description: REPORT_PARTS[name] });
const report = {
  matters: matters.optional().meta({ description: '须事前报告的事项；按规则查出的自动列入' }),
  reasons: part('reasons'),
  principles: part('principles'),
  establishment: part('establishment'),
  integrity: part('integrity'),
  petitions: part('petitions'),
};

/** A schema for every event of the machine. */
export const REPORT_PAYLOADS = {
  CREATE: z.strictObject({ proposal: z.int().positive().meta({ description: '动议编号' }), ...report }),
  EDIT: z.strictObject(report),
  SUBMIT: withOpinion,
  TAKE_UP: withOpinion,
  RETURN: withOpinion,
  DRAFT_REPLY: z.strictObject({
    approvedMatters: matters.meta({ description: '同意的事项' }),
    refusedMatters: matters.meta({ description: '不同意的事项，须说明理由' }),
    opinion,
  }),
  SIGN_REPLY: withOpinion,
  SEND_BACK: withOpinion,
  NOTE: withOpinion,
  REPORT_AGAIN: withOpinion,
  WITHDRAW: withOpinion,
  PROPOSAL_LEFT: z.strictObject({ because: z.enum(['proposalEnded', 'proposalReturned']) }),
} satisfies Record<ReportEventType, z.ZodType>;
