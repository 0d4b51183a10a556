import { z } from 'zod';
import type { LoadedYear } from './calendar-load.js';
import type { CalendarView } from './calendar.service.js';

/** What the calendar's calls answer, for the API document. */

const day = z.iso.date();

const coverage = {
  coverageFrom: day.meta({ description: '日历从哪一天起' }),
  coverageUntil: day.meta({ description: '日历到哪一天为止；其后的期限为暂定' }),
  version: z.int(),
};

const exception = z.object({
  day,
  kind: z.enum(['off', 'work']).meta({ description: 'off 放假，work 上班（调休）' }),
  name: z.string(),
});

const paper = z.object({
  version: z.int(),
  source: z.string(),
  paperUrl: z.string().nullable().meta({ description: '随产品提供的为空' }),
  note: z.string(),
  loadedBy: z.string().nullable().meta({ description: '随产品提供或在服务器上载入的为空' }),
  loadedAt: z.iso.datetime(),
});

export const calendarView = z
  .object({
    year: z.int(),
    days: z.array(exception),
    adjacent: z.array(exception).meta({ description: '上一年12月随本年调整的日期' }),
    changedByNextYear: z.array(exception).meta({ description: '本年12月随下一年调整的日期' }),
    papers: z.array(paper).meta({ description: '历次载入，现行的在前' }),
    ...coverage,
    coveredDays: z.int().meta({ description: '从今天到日历止日的天数' }),
    endsSoon: z.boolean().meta({ description: '应载入下一年的安排' }),
  })
  .meta({ id: 'CalendarYear' }) satisfies z.ZodType<CalendarView>;

export const loadedYearView = z
  .object({
    ...coverage,
    year: z.int(),
    changed: z.boolean().meta({ description: '否为内容相同，未产生新版本' }),
    deadlines: z.object({ checked: z.int(), moved: z.int(), provisional: z.int(), unknown: z.int() }).meta({
      description: '重算的期限：检查、改期、仍为暂定、不识别',
    }),
  })
  .meta({ id: 'LoadedCalendarYear' }) satisfies z.ZodType<LoadedYear>;

export const workingDayView = z.object({ from: day, days: z.int(), countStart: z.boolean(), day });
export type WorkingDayView = z.infer<typeof workingDayView>;
