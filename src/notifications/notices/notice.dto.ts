import { z } from 'zod';

const id = z.int().positive();

export const noticeQuery = z.strictObject({
  unread: z.stringbool().optional().meta({ description: '只看未读' }),
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(30).meta({ description: '每页条数' }),
  cursor: z.coerce.number().pipe(id).optional().meta({ description: '上一页的 next' }),
  behind: z.coerce.number().pipe(id).optional().meta({ description: '只列这条汇总通知所汇总的各条' }),
});
export type NoticeQuery = z.infer<typeof noticeQuery>;

export const noticeView = z
  .object({
    id,
    kind: z.string().meta({
      description:
        'step 待办，reminder 提醒，escalation 督办，ended 办结，copy 抄送，calendar 工作日历将用完，ageing-out 超龄预告，vacancy 职位空缺',
    }),
    workflow: z.string(),
    plural: z.string().nullable().meta({ description: '事项的路径；不是事项的通知为 null' }),
    caseId: z.int().min(0),
    title: z.string(),
    text: z.string(),
    team: z.string().nullable().meta({ description: '班子编码；关于事项的通知为 null' }),
    unitName: z.string().nullable().meta({ description: '事项或班子所在单位；汇总通知为 null' }),
    count: z.int().min(1).meta({ description: '所汇总的条数；不汇总的为 1。大于 1 的，各条用 behind 查询' }),
    unread: z.int().min(0).meta({ description: '其中未读的条数' }),
    at: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
    late: z.boolean().meta({ description: '晚于应发之日' }),
  })
  .meta({ id: 'Notice' });
export type NoticeView = z.infer<typeof noticeView>;

export const noticePage = z.object({ items: z.array(noticeView), next: id.nullable() }).meta({ id: 'NoticePage' });
export type NoticePage = z.infer<typeof noticePage>;

export const readBody = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(500).meta({ description: '通知编号' }) }),
  z.strictObject({ all: z.literal(true).meta({ description: '全部标为已读' }) }),
]);
export type ReadBody = z.infer<typeof readBody>;

export const readResult = z.object({ read: z.int().min(0).meta({ description: '标为已读的条数' }) });
export type ReadResult = z.infer<typeof readResult>;
