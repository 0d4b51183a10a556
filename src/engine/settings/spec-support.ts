import { type CalendarYearBody, calendarYearBody } from './calendar.schema.js';

const off = (day: string, name: string) => ({ day, kind: 'off', name });
const work = (day: string, name: string) => ({ day, kind: 'work', name });

/** The last day of 2026 off, made up for on a Sunday before: what a year's paper may do to the December before. */
export const CHANGED_DECEMBER = [work('2026-12-27', '元旦'), off('2026-12-31', '元旦')];

/** An arrangement of 2027 made up for the tests. 2027-01-01 is a Friday. */
export function exampleYear(change: Record<string, unknown> = {}): CalendarYearBody {
  return calendarYearBody.parse({
    source: '示例通知〔2026〕1号',
    paperUrl: 'https://www.example.cn/2027.htm',
    note: '示例',
    days: [
      ...['2027-01-01', '2027-01-02', '2027-01-03'].map((day) => off(day, '元旦')),
      ...['2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10'].map((day) => off(day, '春节')),
      work('2027-02-14', '春节'),
    ],
    ...change,
  });
}
