import { z } from 'zod';
import { RETURN_STEPS, type ProposalEventType } from '../../../machines/proposal/index.js';
import { objection, objectionConclusion } from './notice.payloads.js';
import {
  avoidance,
  check,
  claim,
  disqualifications,
  matters,
  opinionReplied,
  priorReply,
  reportReplied,
  training,
} from './procedure.payloads.js';
import { codeText, dayText, itemsSchema } from '../../gate/index.js';

/*
 * What each event of a proposal asks for: shapes and lengths only. Whether it may happen, and whether what is said is
 * enough, is the machine's business, so an opinion that the policy demands is optional here.
 */

const title = z.string().trim().min(1).max(200).meta({ description: '动议名称', example: '关于调整班子成员的动议' });
const reason = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .meta({ description: '动议理由', example: '班子职位空缺，工作需要。' });
const opinion = z.string().trim().max(2000).optional().meta({ description: '意见', example: '同意。' });
const explanation = z.string().trim().max(4000).meta({ description: '说明' });
const persons = z.int().min(0).max(10_000).meta({ description: '人数' });
const userId = z.int().positive().meta({ description: '用户编号' });

const withOpinion = z.strictObject({ opinion });
const signedResult = z.strictObject({
  result: z
    .enum(['passed', 'failed', 'unknown'])
    .meta({ description: '结论由规则得出：passed 须规则满足，failed 须说明理由，unknown 为暂不评判' }),
  opinion,
});
const fromFiling = z.strictObject({ filing: z.int().positive() });

const commitment = z
  .strictObject({ count: persons, byDay: dayText })
  .nullish()
  .meta({ description: '配备承诺：到某日再配备若干名' });

const recommendation = z.strictObject({
  talkDay: dayText.meta({ description: '谈话调研推荐日期' }),
  meetingDay: dayText.meta({ description: '会议推荐日期' }),
  entitled: persons.meta({ description: '应到' }),
  present: persons.meta({ description: '实到' }),
  recommended: persons.meta({ description: '推荐' }),
  notRecommended: persons.meta({ description: '不推荐' }),
  other: persons.meta({ description: '其他' }),
  abstained: persons.meta({ description: '弃权' }),
});

const inspection = z.strictObject({
  inspectors: z.array(z.string().trim().min(1).max(50)).max(20).meta({ description: '考察人员，不少于两人' }),
  fromDay: dayText,
  toDay: dayText,
  conclusion: explanation.min(1).meta({ description: '考察结论' }),
});

const deliberation = z.strictObject({
  meetingDay: dayText.meta({ description: '会议日期，即决定日期' }),
  entitled: persons.meta({ description: '应到会成员' }),
  present: persons.meta({ description: '实到' }),
  votes: z
    .array(z.strictObject({ for: persons, against: persons, deferred: persons, recused: persons.optional() }))
    .max(200)
    .meta({ description: '逐项表决：同意、不同意、缓议，有回避的另列人数，顺序同拟任免事项' }),
  chairSpokeLast: z.boolean().meta({ description: '主要负责人是否末位发言' }),
  meeting: z.int().positive().optional().meta({ description: '由会议登记时的会议编号；直接登记的不填' }),
});

/** A schema for every event of the machine. */
export const PROPOSAL_PAYLOADS = {
  CREATE: z.strictObject({ unit: codeText, title, reason, items: itemsSchema, resumes: z.int().positive().nullish() }),
  EDIT: z.strictObject({ title: title.optional(), reason: reason.optional(), items: itemsSchema.optional() }),
  CONSULT: withOpinion,
  RECORD_CONSULTATION: withOpinion,
  CLAIM_EXCEPTIONAL: claim,
  SUBMIT: withOpinion,
  RECALL: withOpinion,
  ACCEPT_FOR_REVIEW: withOpinion,
  RETURN: z.strictObject({ to: z.enum(RETURN_STEPS).meta({ description: '退回到的环节' }), opinion }),
  HEADCOUNT_REVIEW: z.strictObject({
    agree: z.boolean().optional().meta({ description: '是否同意；不同意须说明理由，不填为同意' }),
    opinion,
  }),
  YOUNG_CADRE_REVIEW: withOpinion,
  ELIGIBILITY_REVIEW: signedResult,
  PRIOR_REPORT_REVIEW: signedResult.extend({ matters: matters.optional() }),
  RECORD_PRIOR_REPLY: priorReply,
  OPINION_REPLIED: opinionReplied,
  PRIOR_REPORT_REPLIED: reportReplied,
  ISSUE_SUGGESTION: withOpinion,
  REVISE: withOpinion,
  REQUEST_OVERRIDE: z.strictObject({
    reason: explanation.meta({ description: '特批理由' }),
    attachments: z.array(z.int().positive()).max(50).meta({ description: '本动议附件编号' }),
  }),
  APPROVE_OVERRIDE: withOpinion,
  REFUSE_OVERRIDE: withOpinion,
  JUSTIFY: z.strictObject({ explanation, commitment }),
  ACCEPT_JUSTIFICATION: withOpinion,
  REFUSE_JUSTIFICATION: withOpinion,
  RERUN_GATE: withOpinion,
  START_SELECTION: withOpinion,
  RECORD_RECOMMENDATION: recommendation,
  RECORD_INSPECTION: inspection,
  RECORD_CHECK: check,
  ANSWER_AVOIDANCE: avoidance,
  RECORD_TRAINING: training,
  ANSWER_DISQUALIFICATIONS: disqualifications,
  RECORD_DELIBERATION: deliberation,
  RESUME_DELIBERATION: withOpinion,
  LAPSE: withOpinion,
  POST_NOTICE: z.strictObject({ startDay: dayText.meta({ description: '公示开始日期' }) }),
  RECORD_OBJECTION: objection,
  RESOLVE_OBJECTION: objectionConclusion,
  END_NOTICE: withOpinion,
  FILING_ACCEPTED: fromFiling,
  FILING_REJECTED: fromFiling,
  REFILE: withOpinion,
  TERMINATE: withOpinion,
  APPOINT: z.strictObject({
    documentNo: z.string().trim().min(1).max(100).meta({ description: '任职文件文号' }),
    documentDay: dayText.meta({ description: '任职文件日期' }),
  }),
  CONFIRM_PROBATION: withOpinion,
  RELIEVE: withOpinion,
  ARCHIVE: withOpinion,
  WITHDRAW: withOpinion,
  ADD_SIGNER: z.strictObject({
    userIds: z.array(userId).max(20),
    kind: z.enum(['countersign', 'added']).meta({ description: 'countersign 会签，added 加签' }),
  }),
  SIGN: z.strictObject({ agree: z.boolean(), opinion }),
  CANCEL_SIGNER: z.strictObject({ userId }),
} satisfies Record<ProposalEventType, z.ZodType>;
