import { z } from 'zod';
import type { WarningEventType } from '../../../machines/warning/index.js';
import { codeText, dayText } from '../../gate/index.js';

/*
 * What each event asks for: shapes and lengths only. Whether it may happen, and whether what is said is enough, is the
 * machine's business.
 */

const opinion = z.string().trim().max(2000).optional().meta({ description: '意见' });
const withOpinion = z.strictObject({ opinion });
const count = z.int().min(0);
const name = z.string().max(500);

const basis = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('round'),
    round: z.int().positive(),
    quarter: z.string(),
    revision: z.int().positive(),
    hash: z.string(),
  }),
  z.strictObject({ kind: z.literal('directory') }),
]);
const standing = z.strictObject({
  asOf: dayText,
  basis,
  due: count,
  actual: count,
  shortfall: count,
  level: z.enum(['A', 'B', 'C']),
  severity: z.literal([1, 2, 3]),
  unmetQuarters: count,
});
const predecessors = z.array(
  z.strictObject({ warning: z.int().positive(), team: codeText, teamName: name, unitName: name, since: dayText }),
);

/** A schema for every event of the machine. */
export const WARNING_PAYLOADS = {
  CREATE: z.strictObject({
    team: codeText,
    teamName: name,
    task: codeText,
    taskName: name,
    unitName: name,
    standing,
    predecessors,
  }),
  ROUND_JUDGED: z.strictObject({ standing, predecessors }),
  REASSESS: withOpinion,
  TEAM_GONE: z.strictObject({ day: dayText, heir: codeText.nullable() }),
  FIRST_ISSUED: z.strictObject({ documentNo: z.string().nullable(), day: dayText }),
  FIRST_RECEIVED: z.strictObject({ day: dayText, by: z.int().positive().nullable() }),
  DRAFT_FIRST: withOpinion,
  ISSUE_FIRST: withOpinion,
  DRAFT_SECOND: z.strictObject({
    because: z
      .enum(['proposal', 'elapsed', 'hand'])
      .meta({ description: 'hand 结合日常掌握情况，proposal 正在酝酿动议，elapsed 上次提醒已满期限' }),
    opinion,
  }),
  ISSUE_SECOND: withOpinion,
  RECEIVE: withOpinion,
  TAKE_NOTE: withOpinion,
  SUBMIT_PLAN: z.strictObject({
    adds: z.int().min(0).max(100).meta({ description: '拟配年轻干部人数' }),
    byDay: dayText.meta({ description: '完成时限' }),
    opinion: opinion.meta({ description: '具体措施' }),
  }),
  ACCEPT_PLAN: withOpinion,
  RETURN_PLAN: withOpinion,
  DEADLINE_PASSED: z.strictObject({ name: z.string() }),
} satisfies Record<WarningEventType, z.ZodType>;
