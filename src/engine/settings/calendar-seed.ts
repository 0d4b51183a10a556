import { createRequire } from 'node:module';
import type { Tx } from '../../platform/index.js';
import type { CalendarException } from './calendar-reading.js';

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

/**
 * Gives a new installation the published years. A calendar that is there already stays as it is.
 *
 * @param tx the open transaction
 * @source handbook §4.1
 */
export async function seedCalendar(tx: Tx): Promise<void> {
  const { coveredFrom, coveredUntil, exceptions } = publishedCalendar();
  const covered = await tx.query(
    'seed-calendar-coverage',
    `INSERT INTO calendar_coverage (covered_from, covered_until, version) VALUES ($1, $2, 1)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [coveredFrom, coveredUntil],
  );
  if (covered.rows.length === 0) return;
  await tx.query(
    'seed-calendar-years',
    `INSERT INTO calendar_year (year, version, source, note)
     SELECT year, 1, 'chinese-days', '' FROM generate_series($1::int, $2::int) year`,
    [coveredFrom.slice(0, 4), coveredUntil.slice(0, 4)],
  );
  await tx.query(
    'seed-calendar-days',
    `INSERT INTO calendar_day (year, version, day, kind, name)
     SELECT extract(year FROM day), 1, day, kind, name FROM unnest($1::date[], $2::text[], $3::text[]) d (day, kind, name)`,
    [exceptions.map(({ day }) => day), exceptions.map(({ kind }) => kind), exceptions.map(({ name }) => name)],
  );
}
