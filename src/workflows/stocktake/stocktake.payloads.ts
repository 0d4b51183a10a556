import { z } from 'zod';
import type { RoundEventType, UnitEventType } from '../../../machines/stocktake/index.js';
import { codeText, dayText } from '../../gate/index.js';

/*
 * What each event asks for: shapes and lengths only. Whether it may happen, and whether what is said is enough, is the
 * machine's business.
 */

const opinion = z.string().trim().max(2000).optional().meta({ description: '意见' });
const withOpinion = z.strictObject({ opinion });
const quarter = z
  .string()
  .regex(/^20\d{2}Q[1-4]$/)
  .meta({ description: '季度', example: '2026Q3' });
const workingDays = z.int().min(1).max(60).meta({ description: '工作日' });
const periods = z.strictObject({
  confirmation: workingDays,
  correction: workingDays,
  endorsement: workingDays,
  reply: workingDays,
});

/** A schema for every event of a round. */
export const ROUND_PAYLOADS = {
  CREATE: z.strictObject({ quarter, periods: periods.partial().optional().meta({ description: '各环节时限' }) }),
  UNITS_INVITED: z.strictObject({ units: z.int().min(0) }),
  FREEZE: z.strictObject({
    despiteSilent: z.boolean().optional().meta({ description: '尚有单位未答复仍固化，须说明理由' }),
    opinion,
  }),
  SNAPSHOT_TAKEN: z.strictObject({ hash: z.string(), revision: z.int().positive() }),
  REVISE: withOpinion,
  REPORT: withOpinion,
  ENDORSE: withOpinion,
  RETURN: withOpinion,
  ISSUE_LETTERS: withOpinion,
  CLOSE: z.strictObject({
    despiteOpen: z.boolean().optional().meta({ description: '尚有回复未办结仍办结，须说明理由' }),
    opinion,
  }),
} satisfies Record<RoundEventType, z.ZodType>;

const wrongRow = z.strictObject({
  team: codeText.meta({ description: '班子编码' }),
  task: codeText.optional().meta({ description: '任务编码' }),
  note: z.string().trim().min(1).max(500).meta({ description: '有何出入' }),
});

/** A schema for every event of a unit's side. */
export const UNIT_PAYLOADS = {
  CREATE: z.strictObject({ round: z.int().positive(), quarter, referenceDay: dayText, periods }),
  CONFIRM: withOpinion,
  REQUEST_CORRECTION: z.strictObject({ rows: z.array(wrongRow).min(1).max(200), opinion }),
  DECIDE_CORRECTION: z.strictObject({ made: z.boolean().meta({ description: '已更正名册；否为不予更正' }), opinion }),
  CHASE: withOpinion,
  DEADLINE_PASSED: z.strictObject({ name: z.string() }),
  COLLECTED: withOpinion,
  ISSUE_LETTER: z.strictObject({ signer: z.int().positive().nullable() }),
  RECEIVE: withOpinion,
  REPLY: z.strictObject({
    opinion,
    attachments: z.array(z.int().positive()).max(50).optional().meta({ description: '附件编号' }),
  }),
  ACCEPT_REPLY: withOpinion,
  RETURN_REPLY: withOpinion,
  CLOSE: withOpinion,
} satisfies Record<UnitEventType, z.ZodType>;
