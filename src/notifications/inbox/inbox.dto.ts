import { z } from 'zod';

/** 待办, 已办, 我发起, 抄送. */
export const TABS = ['todo', 'done', 'mine', 'copied'] as const;
export type Tab = (typeof TABS)[number];

/** Counting stops here: beyond it a badge says "more than". */
export const MOST_COUNTED = 1_000;

const limit = z.coerce.number().pipe(z.int().min(1).max(100)).default(30).meta({ description: '每页条数' });

/** The place in a list where the page before ended; opaque to whoever passes it on. */
export const cursor = z.string().max(200).optional().meta({ description: '上一页的 next' });

export const inboxQuery = z.strictObject({
  tab: z.enum(TABS).default('todo').meta({ description: 'todo 待办，done 已办，mine 我发起，copied 抄送' }),
  workflow: z.string().max(60).optional().meta({ description: '流程名，如 proposal' }),
  unit: z.string().trim().min(1).max(64).optional().meta({ description: '单位编码，含下级单位' }),
  q: z.string().trim().min(1).max(100).optional().meta({ description: '标题中的文字' }),
  overdue: z.stringbool().optional().meta({ description: '只看已逾期的' }),
  limit,
  cursor,
});
export type InboxQuery = z.infer<typeof inboxQuery>;

const count = z.int().min(0).max(MOST_COUNTED);

export const inboxCounts = z
  .object({ todo: count, done: count, mine: count, copied: count, unread: count })
  .meta({ description: `各为条数，数到 ${MOST_COUNTED} 为止；unread 为未读通知`, id: 'InboxCounts' });
export type InboxCounts = z.infer<typeof inboxCounts>;

export const inboxItem = z
  .object({
    workflow: z.string(),
    plural: z.string(),
    id: z.int(),
    title: z.string(),
    unit: z.object({ code: z.string(), name: z.string() }),
    statePath: z.string(),
    label: z.string(),
    version: z.int(),
    updatedAt: z.iso.datetime(),
    since: z.iso.datetime().meta({ description: '何时到达当前环节' }),
    waitedWorkingDays: z.int().min(0).meta({ description: '在当前环节已等待的工作日' }),
    steps: z.array(z.object({ type: z.string(), label: z.string() })).meta({ description: '等待本人办理的操作' }),
    deadline: z
      .object({
        name: z.string(),
        label: z.string(),
        dueDay: z.iso.date(),
        workingDaysLeft: z.int().meta({ description: '剩余工作日，逾期为负' }),
        provisional: z.boolean().meta({ description: '所涉年份的放假安排尚未载入' }),
      })
      .nullable(),
    flags: z.array(z.string()).meta({
      description: 'overdue 逾期，returned 被退回；其余随流程，如 gate-block、gate-flag、override、justified',
    }),
    unread: z.boolean(),
    done: z.boolean(),
  })
  .meta({ id: 'InboxItem' });
export type InboxItem = z.infer<typeof inboxItem>;

export const inboxPage = z
  .object({ items: z.array(inboxItem), next: z.string().nullable(), counts: inboxCounts })
  .meta({ id: 'InboxPage' });
export type InboxPage = z.infer<typeof inboxPage>;
