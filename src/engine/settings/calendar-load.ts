import type { WorkingCalendar } from '../../../machines/rules/index.js';
import { refuse, type Tx } from '../../platform/index.js';
import { type DeadlineSources, type Recomputed, recomputeDeadlines } from '../deadlines/recompute-deadlines.js';
import type { Arrangement } from './calendar-arrangement.js';
import { type CalendarCoverage, readCalendar, readCoverage } from './calendar-reading.js';

export interface YearToLoad {
  year: number;
  arrangement: Arrangement;
  /** Null: at the server's console. */
  loadedBy: number | null;
}

export interface LoadedYear extends CalendarCoverage {
  year: number;
  /** False: the year stands exactly so already, and nothing was stored. */
  changed: boolean;
  deadlines: Recomputed;
}

/** How long cases may be kept waiting for the calendar's turn. */
const PATIENCE = '3s';

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Puts a year's arrangement in force, and with it the days of every open deadline that depends on it: all or nothing.
 *
 * Every step of a case asks for the calendar's version in its first statement, and so holds the coverage's table until it
 * ends. Taking that table alone waits for all steps under way, so that none arms a deadline by the old calendar after the
 * deadlines were computed again; steps that come meanwhile wait, and go by the new one.
 *
 * @param tx the open transaction
 * @param load the year and its arrangement, checked
 * @param sources where lengths of deadlines come from
 * @returns what is in force now, and what became of the deadlines
 * @refuses CALENDAR_YEAR_GAP - a year between would be missing
 * @refuses TRY_AGAIN - steps under way did not end in time
 * @source handbook §4.1
 */
export async function loadYear(tx: Tx, load: YearToLoad, sources: DeadlineSources): Promise<LoadedYear> {
  await takeTurn(tx);
  const before = await readCoverage(tx);
  const { year, arrangement } = load;
  const [first, last] = [yearOf(before.coverageFrom), yearOf(before.coverageUntil)];
  if (year < first || year > last + 1) refuse('CALENDAR_YEAR_GAP', { year, first, next: last + 1 });
  if (await standsAlready(tx, year, arrangement)) {
    return { ...before, year, changed: false, deadlines: { checked: 0, moved: 0, provisional: 0, unknown: 0 } };
  }
  const old = await readCalendar(tx, before.version);
  const version = before.version + 1;
  await store(tx, load, version);
  const calendar = await readCalendar(tx, version);
  const deadlines = await recomputeDeadlines(tx, sources, calendar, firstDifference(old, calendar));
  return { ...(await readCoverage(tx)), year, changed: true, deadlines };
}

async function takeTurn(tx: Tx): Promise<void> {
  await tx.query('calendar-patience', `SELECT set_config('lock_timeout', $1, true)`, [PATIENCE]);
  try {
    await tx.query('calendar-turn', 'LOCK TABLE calendar_coverage IN ACCESS EXCLUSIVE MODE');
  } catch (error) {
    if ((error as { code?: unknown }).code === LOCK_NOT_AVAILABLE) refuse('TRY_AGAIN');
    throw error;
  }
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

async function standsAlready(tx: Tx, year: number, arrangement: Arrangement): Promise<boolean> {
  const { rows } = await tx.query<Arrangement>(
    'calendar-year-in-force',
    `SELECT y.source, y.paper_url AS "paperUrl", y.note,
            (SELECT json_agg(json_build_object('day', d.day, 'kind', d.kind, 'name', d.name) ORDER BY d.day)
             FROM calendar_day d WHERE (d.year, d.version) = (y.year, y.version)) AS days
     FROM calendar_year y WHERE y.year = $1 ORDER BY y.version DESC LIMIT 1`,
    [year],
  );
  const stored = rows[0];
  return stored !== undefined && inOneOrder(stored) === inOneOrder(arrangement);
}

const inOneOrder = ({ source, paperUrl, note, days }: Arrangement): string =>
  JSON.stringify([source, paperUrl, note, days.map(({ day, kind, name }) => [day, kind, name])]);

async function store(tx: Tx, { year, arrangement, loadedBy }: YearToLoad, version: number): Promise<void> {
  const { source, paperUrl, note, days } = arrangement;
  await tx.query(
    'calendar-add-year',
    `INSERT INTO calendar_year (year, version, source, paper_url, note, loaded_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [year, version, source, paperUrl, note, loadedBy],
  );
  await tx.query(
    'calendar-add-days',
    `INSERT INTO calendar_day (year, version, day, kind, name)
     SELECT $1, $2, day, kind, name FROM unnest($3::date[], $4::text[], $5::text[]) d (day, kind, name)`,
    [year, version, days.map(({ day }) => day), days.map(({ kind }) => kind), days.map(({ name }) => name)],
  );
  await tx.query(
    'calendar-cover',
    'UPDATE calendar_coverage SET version = $1, covered_until = greatest(covered_until, make_date($2, 12, 31))',
    [version, year],
  );
}

/** The first day that counts differently; null when every day that was known counts as before. */
function firstDifference(old: WorkingCalendar, calendar: WorkingCalendar): string | null {
  const days = new Set([...old.exceptions.keys(), ...calendar.exceptions.keys()]);
  const changed = [...days].filter((day) => old.exceptions.get(day) !== calendar.exceptions.get(day));
  return changed.toSorted()[0] ?? null;
}
