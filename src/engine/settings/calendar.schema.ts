import { z } from 'zod';

const day = z.iso.date();
const link = z.url({ protocol: /^https?$/, error: '应为 http 或 https 网址' }).max(1_000);
const text = z.string().trim();

/** A day by `day` and `kind`, or as holiday-cn writes it, by `date` and `isOffDay`. */
const entry = z
  .strictObject({
    name: text.min(1).max(60).meta({ description: '节日名称' }),
    day: day.optional().meta({ description: '日期' }),
    kind: z.enum(['off', 'work']).optional().meta({ description: 'off 放假，work 上班（调休）' }),
    date: day.optional().meta({ description: '日期（holiday-cn 格式）' }),
    isOffDay: z.boolean().optional().meta({ description: '是否放假（holiday-cn 格式）' }),
  })
  .refine((given) => (given.day === undefined) !== (given.date === undefined), {
    path: ['day'],
    message: '日期须填写，且 day 与 date 只填一项',
  })
  .refine((given) => (given.kind === undefined) !== (given.isOffDay === undefined), {
    path: ['kind'],
    message: '放假或上班须写明，且 kind 与 isOffDay 只填一项',
  });
export type CalendarEntry = z.infer<typeof entry>;

export const calendarYear = z.coerce.number().pipe(z.int().min(2000).max(2100)).meta({ description: '年份' });

/** One year's arrangement as somebody loads it: written for this product, or a file of the holiday-cn project as it is. */
export const calendarYearBody = z
  .strictObject({
    $schema: text.max(1_000).optional(),
    $id: text.max(1_000).optional(),
    year: z.int().optional().meta({ description: '年份，须与地址中的相同' }),
    source: text.min(1).max(200).optional().meta({ description: '出处，如文件标题与文号' }),
    paperUrl: link.optional().meta({ description: '文件网址' }),
    note: text.max(1_000).optional().meta({ description: '说明' }),
    papers: z.array(link).min(1, '没有文件网址：这一年的安排尚未公布').max(20).optional().meta({
      description: '文件网址（holiday-cn 格式）',
    }),
    days: z.array(entry).min(1, '没有任何日期：这一年的安排尚未公布').max(366),
    adjacent: z.array(entry).max(31).optional().meta({ description: '上一年12月因本年安排而调整的日期' }),
  })
  .refine(({ source, paperUrl, papers }) => papers !== undefined || (source !== undefined && paperUrl !== undefined), {
    path: ['paperUrl'],
    message: '须写明出处：source 和 paperUrl，或 papers',
  });
export type CalendarYearBody = z.infer<typeof calendarYearBody>;

export const calendarQuery = z.strictObject({ year: calendarYear.optional() });

export const workingDaysQuery = z.strictObject({
  from: day.refine((value) => value >= '1950-01-01' && value <= '2199-12-31').meta({ description: '起算日' }),
  days: z.coerce.number().pipe(z.int().min(1).max(1_000)).meta({ description: '工作日数' }),
  countStart: z.enum(['true', 'false']).default('false').meta({ description: '起算日当天是否计入' }),
});
export type WorkingDaysQuery = z.infer<typeof workingDaysQuery>;
