import { z } from 'zod';
import type { MeetingEventType } from '../../../machines/meeting/index.js';
import {
  ATTENDANCE_LABELS,
  type AttendanceStatus,
  MEETING_BODIES,
  type MeetingBody,
  type Vote,
  VOTE_LABELS,
} from '../../../machines/rules/index.js';
import { codeText, dayText } from '../../gate/index.js';

/*
 * What each event asks for: shapes and lengths only. Whether it may happen, and whether what is said is enough, is the
 * machine's business.
 */

const MOST_MEMBERS = 60;
const MOST_PROPOSALS = 50;
const MOST_ITEMS = 200;

const oneOf = <K extends string>(labels: Readonly<Record<K, string>>) =>
  z.enum(Object.keys(labels) as [K, ...K[]]).meta({
    description: Object.entries<string>(labels)
      .map(([key, label]) => `${key} ${label}`)
      .join('；'),
  });

const opinion = z.string().trim().max(2000).optional().meta({ description: '意见' });
const withOpinion = z.strictObject({ opinion });
const reason = z.string().trim().max(500).meta({ description: '原因' });
const name = z.string().trim().min(1).max(50);
const proposal = z.int().positive().meta({ description: '动议编号' });
const item = z.int().min(1).max(MOST_ITEMS).meta({ description: '第几项拟任免事项' });
const member = z.int().min(1).max(MOST_MEMBERS).meta({ description: '成员序号' });
const chair = z.int().min(1).max(MOST_MEMBERS).meta({ description: '主持人在成员名单中的序号' });

const members = z
  .array(
    z.strictObject({
      name: name.meta({ description: '姓名' }),
      post: z.string().trim().min(1).max(100).meta({ description: '职务' }),
      cadre: codeText.nullish().meta({ description: '干部编号；名册中没有的成员不填' }),
    }),
  )
  .min(1)
  .max(MOST_MEMBERS)
  .meta({ description: '应到会成员，按名次' });

const arrangement = {
  body: oneOf<MeetingBody>(MEETING_BODIES),
  day: dayText.meta({ description: '会议日期，即决定日期' }),
  place: z.string().trim().min(1).max(100).meta({ description: '地点', example: '三楼会议室' }),
  chair,
  members,
  agenda: z.array(proposal).min(1).max(MOST_PROPOSALS).meta({ description: '议题：处于讨论决定环节的动议' }),
};

const attendance = z
  .array(z.strictObject({ member, status: oneOf<AttendanceStatus>(ATTENDANCE_LABELS), reason: reason.optional() }))
  .max(MOST_MEMBERS)
  .meta({ description: '全体应到会成员的到会情况' });

const votes = z
  .array(z.strictObject({ proposal, item, member, vote: oneOf<Vote>(VOTE_LABELS).nullable() }))
  .min(1)
  .max(MOST_MEMBERS * MOST_ITEMS)
  .meta({ description: '表决登记：只列要登记或更正的；vote 为空表示收回' });

/** A schema for every event of a meeting. */
export const MEETING_PAYLOADS = {
  CREATE: z.strictObject({ unit: codeText, ...arrangement }),
  EDIT: z.strictObject(arrangement).partial(),
  CONVENE: withOpinion,
  POSTPONE: z.strictObject({ day: dayText.meta({ description: '改期至' }), opinion }),
  CANCEL: withOpinion,
  DROP_ITEM: z.strictObject({ proposal, opinion }),
  PROPOSAL_LEFT: z.strictObject({ proposal, reason }),
  RECORD_ATTENDANCE: z.strictObject({ attendance, chair: chair.optional() }),
  RECORD_RECUSAL: z.strictObject({
    proposal,
    item: item.optional(),
    member,
    recuses: z.boolean().meta({ description: '是否回避；不回避的说明理由' }),
    reason: reason.min(1),
  }),
  OPEN_VOTING: withOpinion,
  RECORD_VOTES: z.strictObject({ votes, opinion }),
  END_VOTING: z.strictObject({
    chairSpokeLast: z.boolean().meta({ description: '主要负责人是否末位表态' }),
    opinion,
  }),
  REOPEN_VOTING: withOpinion,
  DRAFT_MINUTES: z.strictObject({
    documentNo: z.string().trim().max(100).nullish().meta({ description: '纪要编号' }),
    recorder: name.meta({ description: '记录人' }),
    attending: z.string().trim().max(500).optional().meta({ description: '列席人员' }),
    discussion: z.string().trim().max(20_000).optional().meta({ description: '讨论情况' }),
  }),
  RETURN_MINUTES: withOpinion,
  SIGN_MINUTES: withOpinion,
  CLOSE: withOpinion,
  DECISION_RECORDED: z.strictObject({ proposal, outcome: z.enum(['passed', 'deferred', 'notPassed']) }),
  DECISION_REFUSED: z.strictObject({ proposal, reason: z.string().max(2000) }),
  RETRY_DECISIONS: withOpinion,
  SET_ASIDE: z.strictObject({ proposal, opinion }),
} satisfies Record<MeetingEventType, z.ZodType>;
