import { Injectable } from '@nestjs/common';
import { addWorkingDays, CalendarCoverageError, daysBetween } from '../../../machines/rules/index.js';
import { asSystem, Clock, Db, refuse, ValidationError } from '../../platform/index.js';
import { WorkflowRegistry } from '../registry.js';
import type { Caller } from '../types.js';
import { arrangementOf, faultsOfYear } from './calendar-arrangement.js';
import { type LoadedYear, loadYear } from './calendar-load.js';
import { type CalendarCoverage, type CalendarYear, readCoverage, readYear } from './calendar-reading.js';
import type { CalendarYearBody } from './calendar.schema.js';
import { maySet } from './policies.service.js';
import { SettingsService } from './settings.service.js';

/** So many days before the announced holidays end, the administrator is told. */
const ALERT_DAYS = 60;

export interface CalendarState extends CalendarCoverage {
  /** Calendar days from today to the end of the announced span; negative once it is over. */
  coveredDays: number;
  /** The next year's holidays should be loaded now. */
  endsSoon: boolean;
}

export type CalendarView = CalendarState & CalendarYear;

/** The working calendar as data: read by everybody, loaded year by year as the State Council announces it. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly registry: WorkflowRegistry,
    private readonly settings: SettingsService,
  ) {}

  /** @returns how far the announced holidays reach */
  async state(): Promise<CalendarState> {
    const coverage = await readCoverage(this.db);
    const coveredDays = daysBetween(this.clock.today(), coverage.coverageUntil);
    return { ...coverage, coveredDays, endsSoon: coveredDays <= ALERT_DAYS };
  }

  /**
   * @param year the year; this year without one
   * @refuses CALENDAR_YEAR_NOT_LOADED - the year's holidays are not known here
   */
  async year(year = Number(this.clock.today().slice(0, 4))): Promise<CalendarView> {
    return { ...(await readYear(this.db, year)), ...(await this.state()) };
  }

  /**
   * Puts a year's arrangement in force and computes the open deadlines again that depend on it.
   *
   * @param year the year: one that is there, or the one after the last
   * @param body what its paper says
   * @param caller who loads it; null at the server's console
   * @refuses FORBIDDEN - neither the security administrator nor a section chief answering for the whole tree
   * @refuses VALIDATION_FAILED - days outside the year, a day twice, nothing announced
   * @refuses CALENDAR_YEAR_GAP - a year between would be missing
   * @refuses TRY_AGAIN - cases under way did not end in time
   */
  async load(year: number, body: CalendarYearBody, caller: Caller | null): Promise<LoadedYear> {
    if (caller !== null && !maySet(caller)) refuse('FORBIDDEN');
    const faults = faultsOfYear(year, body);
    if (faults.length > 0) throw new ValidationError(faults);
    const given = { year, arrangement: arrangementOf(body), loadedBy: caller?.userId ?? null };
    const policyOf = this.settings.policyOf.bind(this.settings);
    // A day that counts differently moves the open deadlines of every unit.
    return asSystem('engine.calendar', () =>
      this.db.transaction((tx) => loadYear(tx, given, { registry: this.registry, policyOf })),
    );
  }

  /**
   * The n-th working day from a day.
   *
   * @refuses CALENDAR_NOT_COVERED - the count leaves the announced span: never a guess
   */
  async workingDay(from: string, days: number, countStart: boolean): Promise<string> {
    const { calendar } = await this.settings.current(this.db);
    try {
      return addWorkingDays(calendar, from, days, { countStart });
    } catch (error) {
      if (error instanceof CalendarCoverageError) refuse(error.code, error.params);
      throw error;
    }
  }
}
