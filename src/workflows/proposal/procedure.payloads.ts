import { z } from 'zod';
import { DISQUALIFICATIONS, EXCEPTIONAL_GROUNDS, FOUR_CHECKS, PRIOR_MATTERS } from '../../../machines/rules/index.js';
import { codeText, dayText } from '../../gate/index.js';

/* What the events of the procedure's law ask for: shapes and lengths only. */

const oneOf = <K extends string>(labels: Readonly<Record<K, string>>) =>
  z.enum(Object.keys(labels) as [K, ...K[]]).meta({
    description: Object.entries<string>(labels)
      .map(([key, label]) => `${key} ${label}`)
      .join('；'),
  });

const cadre = codeText.meta({ description: '干部编号' });
const evidence = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .meta({ description: '依据：材料名称或文号', example: '干部档案审核表' });

const signature = z.string().trim().min(1).max(50).optional();

/** Matters of a prior report 事前报告. */
export const matters = z.array(oneOf(PRIOR_MATTERS)).max(Object.keys(PRIOR_MATTERS).length);

/** 破格提拔: grounds and reason, or null to give the claim up. */
export const claim = z.strictObject({
  cadre,
  ground: oneOf(EXCEPTIONAL_GROUNDS).nullable(),
  reason: z.string().trim().max(2000).meta({ description: '破格理由' }),
});

/** One of 凡提四必. */
export const check = z.strictObject({
  cadre,
  check: oneOf(FOUR_CHECKS),
  clear: z.boolean().meta({ description: '结论是否不影响任用' }),
  day: dayText.meta({ description: '结论日期' }),
  evidence,
  attachments: z.array(z.int().positive()).max(50).optional().meta({ description: '本动议附件编号' }),
  partySecretary: signature.meta({ description: '党委（党组）书记签字；登记纸面的纪检监察机关意见时必填' }),
  disciplineSecretary: signature.meta({ description: '纪委书记（纪检组长）签字；登记纸面的纪检监察机关意见时必填' }),
});

/** 任职回避 looked into by a person. */
export const avoidance = z.strictObject({
  cadre,
  clear: z.boolean().meta({ description: '经核对是否不构成任职回避' }),
  day: dayText.meta({ description: '核对日期' }),
  evidence,
  attachments: z.array(z.int().positive()).max(50).optional().meta({ description: '本动议附件编号' }),
});

/** Training that was short at the decision has been made up. */
export const training = z.strictObject({
  cadre,
  day: dayText.meta({ description: '补足日期' }),
  evidence,
  attachments: z.array(z.int().positive()).max(50).optional().meta({ description: '本动议附件编号' }),
});

/** The seven cases, each answered. */
export const disqualifications = z.strictObject({
  cadre,
  answers: z
    .array(z.strictObject({ case: oneOf(DISQUALIFICATIONS), applies: z.boolean(), evidence }))
    .max(Object.keys(DISQUALIFICATIONS).length),
});

/** What the discipline commission's opinion comes to, as its own workflow tells; what it says stays there. */
export const opinionReplied = z.strictObject({
  opinion: z.int().positive(),
  cadre,
  clear: z.boolean().nullable(),
  day: dayText.nullable(),
  validUntil: dayText.nullable(),
});

/** What the department replied to a prior report, as its own workflow tells. */
export const reportReplied = z.strictObject({
  report: z.int().positive(),
  approved: matters,
  refused: matters,
  documentNo: z.string(),
  day: dayText,
});

/** A reply to a prior report that came on paper. */
export const priorReply = z.strictObject({
  matters: matters.min(1),
  approved: z.boolean(),
  documentNo: z.string().trim().min(1).max(100).meta({ description: '批复文号' }),
  day: dayText.meta({ description: '批复日期' }),
});
