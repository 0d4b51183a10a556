import type { FieldFault } from '../../platform/index.js';
import type { CalendarException } from './calendar-reading.js';
import type { CalendarEntry, CalendarYearBody } from './calendar.schema.js';

/** What a year's paper says, in one form whatever it was loaded from. */
export interface Arrangement {
  source: string;
  paperUrl: string;
  note: string;
  /** In order of days; those of the December before included. */
  days: CalendarException[];
}

const HOLIDAY_CN_SOURCE = '国务院办公厅节假日安排通知（holiday-cn）';

/**
 * @param body as loaded, of the declared shape
 * @returns what it says
 */
export function arrangementOf({
  source,
  paperUrl,
  papers = [],
  note = '',
  days,
  adjacent = [],
}: CalendarYearBody): Arrangement {
  const url = paperUrl ?? papers[0]!;
  const others = papers.filter((paper) => paper !== url);
  return {
    source: source ?? HOLIDAY_CN_SOURCE,
    paperUrl: url,
    note: [note, ...others].filter((line) => line !== '').join('\n'),
    days: [...days, ...adjacent].map(exceptionOf).toSorted((a, b) => a.day.localeCompare(b.day)),
  };
}

function exceptionOf(entry: CalendarEntry): CalendarException {
  const kind = entry.kind ?? (entry.isOffDay === true ? 'off' : 'work');
  return { day: dayOf(entry), kind, name: entry.name };
}

const dayOf = ({ day, date }: CalendarEntry): string => day ?? date!;

/**
 * What keeps an arrangement from being that of a year. A paper speaks of its own year and of the December before, whose
 * last days it may change; a day has one meaning; and a year without a day off is not announced.
 *
 * @param year the year it is to be
 * @param body as loaded, of the declared shape
 * @returns a fault per place; empty when it can be the year
 * @source handbook §4.1 (December dates can be changed by next year's paper)
 */
export function faultsOfYear(year: number, body: CalendarYearBody): FieldFault[] {
  const faults: FieldFault[] = [];
  if (body.year !== undefined && body.year !== year) {
    faults.push({ path: 'year', message: `内容是${body.year}年的安排，不是${year}年的` });
  }
  const seen = new Set<string>();
  const look = (list: string, from: string, until: string, range: string) => (entry: CalendarEntry, index: number) => {
    const day = dayOf(entry);
    const path = `${list}.${index}.${entry.day === undefined ? 'date' : 'day'}`;
    if (day < from || day > until) faults.push({ path, message: `${day}不在${range}之内` });
    else if (seen.has(day)) faults.push({ path, message: `${day}重复` });
    seen.add(day);
  };
  const december = `${year - 1}-12-01`;
  body.days.forEach(look('days', december, `${year}-12-31`, `${year}年及上一年12月`));
  body.adjacent?.forEach(look('adjacent', december, `${year - 1}-12-31`, `${year - 1}年12月`));
  const ownDaysOff = body.days.filter((entry) => exceptionOf(entry).kind === 'off' && dayOf(entry) > `${year}-01`);
  if (ownDaysOff.length === 0) faults.push({ path: 'days', message: `没有${year}年的放假日期` });
  return faults;
}
