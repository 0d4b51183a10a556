import { createRequire } from 'node:module';

export interface CalendarException {
  day: string;
  kind: 'off' | 'work';
  name: string;
}

export interface PublishedCalendar {
  coveredFrom: string;
  coveredUntil: string;
  exceptions: CalendarException[];
}

interface PublishedYears {
  /** Day → 'English name,中文名,days'. */
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

/**
 * The State Council's yearly arrangements as the `chinese-days` package carries them. Its own functions treat unannounced
 * years as plain weeks without a word, so only its data is used, and the coverage ends with the last announced year.
 *
 * @returns days that differ from Monday to Friday, and the span that was announced, both ends included
 * @source handbook §4.1
 */
export function publishedCalendar(): PublishedCalendar {
  const published = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as PublishedYears;
  const exceptions = [...entries(published.holidays, 'off'), ...entries(published.workdays, 'work')].toSorted((a, b) =>
    a.day.localeCompare(b.day),
  );
  const years = exceptions.map((exception) => exception.day.slice(0, 4));
  return { coveredFrom: `${years[0]}-01-01`, coveredUntil: `${years.at(-1)}-12-31`, exceptions };
}

function entries(days: Record<string, string>, kind: 'off' | 'work'): CalendarException[] {
  return Object.entries(days).map(([day, label]) => ({ day, kind, name: label.split(',')[1] ?? label }));
}
