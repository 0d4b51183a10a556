import { z } from 'zod';

/** Shapes of the calls that every workflow has under its plural. */

export const caseId = z.coerce.number().pipe(z.int().positive()).meta({ description: '事项编号' });

export const commandId = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .meta({ description: '指令编号：同一编号再次提交得到同一答复', example: '6f1c2a52-0f0e-4b56-9d53-1b8f6c0a7c11' });

export const unitCode = z.string().trim().min(1).max(64).meta({ description: '单位编码' });

export const eventBody = z.strictObject({
  type: z.string().min(1).max(64).meta({ description: '操作' }),
  payload: z.record(z.string(), z.json()).default({}).meta({ description: '操作内容，随操作而定' }),
  commandId,
  expectedVersion: z.int().positive().optional().meta({ description: '页面所示版本；已被他人处理时拒绝' }),
});
export type EventBody = z.infer<typeof eventBody>;

export const listQuery = z.strictObject({
  state: z.string().max(200).optional().meta({ description: '环节，含其下各环节，如 inSelection' }),
  unit: unitCode.optional().meta({ description: '单位编码，含下级单位' }),
  mine: z.stringbool().optional().meta({ description: '只看我发起的' }),
  done: z.stringbool().optional().meta({ description: '是否已办结' }),
  q: z.string().trim().min(1).max(100).optional().meta({ description: '标题中的文字' }),
  before: z.coerce.number().pipe(z.int().positive()).optional().meta({ description: '上一页的 next' }),
  limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50).meta({ description: '每页条数' }),
});
export type ListQuery = z.infer<typeof listQuery>;

export const historyQuery = z.strictObject({
  after: z.coerce.number().pipe(z.int().min(0)).default(0).meta({ description: '从此版本之后' }),
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(200).meta({ description: '最多条数' }),
});
export type HistoryQuery = z.infer<typeof historyQuery>;

export const commentBody = z.strictObject({
  body: z.string().trim().min(1).max(4000).meta({ description: '内容', example: '请补充会议纪要。' }),
  commandId: commandId.optional(),
});
export type CommentBody = z.infer<typeof commentBody>;

const instant = z.iso.datetime();
const day = z.iso.date();
const anyObject = z.record(z.string(), z.json());
const person = z.object({ id: z.int(), name: z.string() });
const refusal = z.object({ code: z.string(), params: anyObject, sentence: z.string() });

export const commandResult = z
  .object({
    id: z.int(),
    state: z.json(),
    statePath: z.string(),
    label: z.string(),
    version: z.int(),
    done: z.boolean(),
  })
  .meta({ id: 'CommandResult' });

const rung = {
  rung: z.string().meta({ description: 'before-3 前3个工作日，on-day 当日，after-2 逾期2个工作日' }),
  kind: z.enum(['reminder', 'escalation']),
  roles: z.array(z.string()).meta({ description: '提醒谁；空为当时可以办理的人' }),
  at: instant.meta({ description: '应当提醒的时刻' }),
  provisional: z.boolean().meta({ description: '所涉年份的放假安排尚未载入' }),
};

const reminderView = z.object({ ...rung, firedAt: instant.nullable(), late: z.boolean().nullable() });
export type ReminderView = z.infer<typeof reminderView>;

export const deadlineView = z
  .object({
    name: z.string(),
    label: z.string(),
    startDay: day,
    dueDay: day,
    provisional: z.boolean(),
    status: z.enum(['open', 'closed']),
    overdue: z.boolean(),
    armedVersion: z.int(),
    closedVersion: z.int().nullable(),
    reminders: z.array(reminderView),
  })
  .meta({ id: 'Deadline' });
export type DeadlineView = z.infer<typeof deadlineView>;

/** Bounded, so that ninety days or three years later is still a day of a calendar. */
const rehearsedDay = day.refine((value) => value >= '1950-01-01' && value <= '2199-12-31', {
  error: '日期应在 1950-01-01 至 2199-12-31 之间',
});

export const rehearsalQuery = z
  .strictObject({
    from: rehearsedDay.optional().meta({ description: '起始日，默认今天' }),
    until: rehearsedDay.optional().meta({ description: '截止日，默认起始日后90天，最多三年' }),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
    message: '截止日不得早于起始日',
  });
export type RehearsalQuery = z.infer<typeof rehearsalQuery>;

export const rehearsalView = z
  .object({
    from: day,
    until: day,
    items: z.array(
      z.object({ deadline: z.string(), label: z.string(), dueDay: day, ...rung, day, workingDaysLeft: z.int() }),
    ),
  })
  .meta({ id: 'Rehearsal' });
export type RehearsalView = z.infer<typeof rehearsalView>;

export const actionView = z
  .object({
    event: z.string(),
    label: z.string(),
    possible: z.boolean(),
    refusal: refusal.optional(),
    onBehalfOf: z.int().optional(),
    needsOpinion: z.boolean(),
    judgedOnArrival: z.boolean(),
    aside: z.boolean().meta({ description: '随时可办、不推进事项的操作' }),
    sendsBack: z.boolean().meta({ description: '退回一类的操作' }),
  })
  .meta({ id: 'Action' });
export type ActionView = z.infer<typeof actionView>;

export const actionWithSchema = actionView
  .extend({ payload: z.record(z.string(), z.unknown()) })
  .meta({ id: 'ActionWithPayload' });
export type ActionWithSchema = z.infer<typeof actionWithSchema>;

export const caseSummary = commandResult
  .extend({
    unit: z.object({ code: z.string(), name: z.string() }),
    createdBy: person.nullable(),
    createdAt: instant,
    updatedAt: instant,
    title: z.string().meta({ description: '名称' }),
    flags: z.array(z.string()).meta({ description: '值得一看之处，如 gate-block、level-A' }),
    fields: anyObject,
  })
  .meta({ id: 'CaseSummary' });
export type CaseSummary = z.infer<typeof caseSummary>;

export const caseView = caseSummary
  .extend({
    context: anyObject,
    machineRevision: z.int().meta({ description: '该事项所用的流程版次' }),
    deadlines: z.array(deadlineView),
    actions: z.array(actionView),
  })
  .meta({ id: 'Case' });
export type CaseView = z.infer<typeof caseView>;

export const caseList = z
  .object({
    items: z.array(caseSummary),
    next: z.int().nullable(),
    total: z.int(),
    totalIsCapped: z.boolean(),
  })
  .meta({ id: 'CaseList' });
export type CaseList = z.infer<typeof caseList>;

export const historyEntry = z
  .object({
    version: z.int(),
    type: z.string(),
    label: z.string(),
    from: z.string(),
    to: z.string(),
    fromLabel: z.string(),
    toLabel: z.string(),
    actor: z.object({
      id: z.int().nullable(),
      name: z.string(),
      role: z.string(),
      onBehalfOf: person.nullable(),
      display: z.string(),
    }),
    at: instant,
    payload: anyObject,
    facts: anyObject,
    commandId: z.string(),
    machineRevision: z.int(),
    policyVersion: z.int(),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof historyEntry>;

export const commentView = z
  .object({ id: z.int(), author: z.string(), body: z.string(), createdAt: instant })
  .meta({ id: 'Comment' });
export type CommentView = z.infer<typeof commentView>;

export const attachmentView = z
  .object({
    id: z.int(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
    sha256: z.string(),
    uploadedBy: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'Attachment' });
export type AttachmentView = z.infer<typeof attachmentView>;
