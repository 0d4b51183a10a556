import { z } from 'zod';
import type { OpinionEventType } from '../../../machines/integrity-opinion/index.js';
import { OPINION_CONCLUSIONS, REASONS_TO_ASK_AGAIN } from '../../../machines/rules/index.js';
import { codeText, dayText } from '../../gate/index.js';

/*
 * What each event asks for: shapes and lengths only. Whether it may happen, and whether what is said is enough, is the
 * machine's business.
 */

const oneOf = <K extends string>(labels: Readonly<Record<K, string>>) =>
  z.enum(Object.keys(labels) as [K, ...K[]]).meta({
    description: Object.entries<string>(labels)
      .map(([key, label]) => `${key} ${label}`)
      .join('；'),
  });

const opinion = z.string().trim().max(2000).optional().meta({ description: '意见' });
const withOpinion = z.strictObject({ opinion });
const signature = z.string().trim().min(1).max(50);

/** A schema for every event of the machine. */
export const OPINION_PAYLOADS = {
  CREATE: z.strictObject({
    proposal: z.int().positive().meta({ description: '动议编号' }),
    cadre: codeText.meta({ description: '干部编号，须为该动议的拟任人选' }),
    opinion,
  }),
  TAKE_UP: withOpinion,
  RETURN_REQUEST: withOpinion,
  REPLY: z.strictObject({
    conclusion: oneOf(OPINION_CONCLUSIONS),
    partySecretary: signature.meta({ description: '党委（党组）书记签字' }),
    disciplineSecretary: signature.meta({ description: '纪委书记（纪检组长）签字' }),
    signedOn: dayText.meta({ description: '签字日期' }),
    opinion,
  }),
  WEIGH: z.strictObject({ clear: z.boolean().meta({ description: '所述情况是否不影响任用' }), opinion }),
  ASK_AGAIN: z.strictObject({ cause: oneOf(REASONS_TO_ASK_AGAIN), opinion }),
  NOTE: withOpinion,
  WITHDRAW: withOpinion,
  PROPOSAL_LEFT: z.strictObject({ because: z.enum(['proposalEnded', 'proposalReturned']) }),
} satisfies Record<OpinionEventType, z.ZodType>;
