import type { WorkingCalendar } from '../../../machines/rules/index.js';
import { type Db, refuse, type Tx } from '../../platform/index.js';

/** Anything that can run a statement: the database, or a transaction in which the reading belongs. */
export type Reader = Pick<Db | Tx, 'query'>;

/** A day that differs from Monday to Friday. */
export interface CalendarException {
  day: string;
  kind: 'off' | 'work';
  name: string;
}

/** The announced span, both ends included, and the version of the calendar in force. */
export interface CalendarCoverage {
  coverageFrom: string;
  coverageUntil: string;
  version: number;
}

/** Where one loading of a year came from. */
export interface CalendarPaper {
  /** The version of the whole calendar that began with it. */
  version: number;
  source: string;
  /** Null: delivered with the product. */
  paperUrl: string | null;
  note: string;
  /** Null: delivered with the product, or loaded at the server's console. */
  loadedBy: string | null;
  loadedAt: string;
}

export interface CalendarYear {
  year: number;
  /** As the paper in force has them, days of the December before apart. */
  days: CalendarException[];
  adjacent: CalendarException[];
  /** December days of this year that the next year's paper changes. */
  changedByNextYear: CalendarException[];
  /** Every loading of this year, the one in force first. */
  papers: CalendarPaper[];
}

/**
 * The working calendar as it stood at one of its versions. A later year's paper speaks of its December before with the
 * last word.
 *
 * @param reader where to read
 * @param version a version of the calendar
 * @returns the announced span and the days that differ from Monday to Friday
 * @source handbook §4.1
 */
export async function readCalendar(reader: Reader, version: number): Promise<WorkingCalendar> {
  const { rows } = await reader.query<{ from: number | null; until: number; days: [string, 'off' | 'work'][] | null }>(
    'working-calendar',
    `WITH paper AS (SELECT year, max(version) AS version FROM calendar_year WHERE version <= $1 GROUP BY year)
     SELECT (SELECT min(year) FROM paper) AS "from", (SELECT max(year) FROM paper) AS until,
            (SELECT json_agg(json_build_array(day, kind) ORDER BY year) FROM calendar_day JOIN paper USING (year, version))
              AS days`,
    [version],
  );
  const row = rows[0];
  if (row === undefined || row.from === null) throw new Error('there is no working calendar: settings are not seeded');
  return {
    coverageFrom: `${row.from}-01-01`,
    coverageUntil: `${row.until}-12-31`,
    exceptions: new Map(row.days),
  };
}

/** @returns the announced span of the calendar in force */
export async function readCoverage(reader: Reader): Promise<CalendarCoverage> {
  const { rows } = await reader.query<CalendarCoverage>(
    'calendar-coverage',
    `SELECT covered_from AS "coverageFrom", covered_until AS "coverageUntil", version FROM calendar_coverage`,
  );
  const row = rows[0];
  if (row === undefined) throw new Error('there is no working calendar: settings are not seeded');
  return row;
}

/**
 * One year of the calendar with where it came from.
 *
 * @param reader where to read
 * @param year the year
 * @returns the year as its newest paper has it
 * @refuses CALENDAR_YEAR_NOT_LOADED - the year's holidays are not known here
 */
export async function readYear(reader: Reader, year: number): Promise<CalendarYear> {
  const papers = await reader.query<Omit<CalendarPaper, 'loadedAt'> & { loadedAt: Date }>(
    'calendar-papers',
    `SELECT y.version, y.source, y.paper_url AS "paperUrl", y.note, u.display_name AS "loadedBy", y.loaded_at AS "loadedAt"
     FROM calendar_year y LEFT JOIN app_user u ON u.id = y.loaded_by
     WHERE y.year = $1 ORDER BY y.version DESC`,
    [year],
  );
  if (papers.rows.length === 0) refuse('CALENDAR_YEAR_NOT_LOADED', { year });
  const own = await readDaysOf(reader, year);
  const next = await readDaysOf(reader, year + 1);
  return {
    year,
    days: own.filter(({ day }) => day >= firstDayOf(year)),
    adjacent: own.filter(({ day }) => day < firstDayOf(year)),
    changedByNextYear: next.filter(({ day }) => day < firstDayOf(year + 1)),
    papers: papers.rows.map((row) => ({ ...row, loadedAt: row.loadedAt.toISOString() })),
  };
}

const firstDayOf = (year: number): string => `${year}-01-01`;

async function readDaysOf(reader: Reader, year: number): Promise<CalendarException[]> {
  const { rows } = await reader.query<CalendarException>(
    'calendar-days',
    `SELECT day, kind, name FROM calendar_day
     WHERE year = $1 AND version = (SELECT max(version) FROM calendar_year WHERE year = $1) ORDER BY day`,
    [year],
  );
  return rows;
}
