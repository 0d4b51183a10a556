import { z } from 'zod';
import type { CircularEventType, CopyEventType } from '../../../machines/circular/index.js';

/*
 * What each event asks for: shapes and lengths only. Whether it may happen, and whether what is said is enough, is the
 * machine's business.
 */

const opinion = z.string().trim().max(2000).optional().meta({ description: '意见' });
const withOpinion = z.strictObject({ opinion });

/** A schema for every event of a circular. */
export const CIRCULAR_PAYLOADS = {
  CREATE: z.strictObject({ round: z.int().positive().meta({ description: '摸底调度编号' }) }),
  REDRAFT: withOpinion,
  SUBMIT: withOpinion,
  SIGN: withOpinion,
  RETURN: withOpinion,
  ISSUE: withOpinion,
  WITHDRAW: withOpinion,
  CLOSE: z.strictObject({
    despiteOpen: z.boolean().optional().meta({ description: '尚有单位未签收仍办结，须说明理由' }),
    opinion,
  }),
} satisfies Record<CircularEventType, z.ZodType>;

/** A schema for every event of a copy. */
export const COPY_PAYLOADS = {
  CREATE: z.strictObject({ circular: z.int().positive(), documentNo: z.string().min(1).max(100) }),
  RECEIVE: withOpinion,
  CLOSE: withOpinion,
} satisfies Record<CopyEventType, z.ZodType>;
