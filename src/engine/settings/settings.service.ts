import { Injectable } from '@nestjs/common';
import { type Policy, withLaterSettings, type WorkingCalendar } from '../../../machines/rules/index.js';
import { Clock } from '../../platform/index.js';
import { dayInChina } from '../day-in-china.js';
import type { Surroundings } from '../types.js';
import { readCalendar, type Reader } from './calendar-reading.js';

export interface SettingsVersions {
  policyVersion: number;
  calendarVersion: number;
}

/**
 * The settings that judge a step, read once per version: whoever holds the numbers of the versions in force (the lock
 * statement brings them along) gets the documents without a further question to the database.
 */
@Injectable()
export class SettingsService {
  private readonly policies = new Map<number, Policy>();
  private readonly calendars = new Map<number, WorkingCalendar>();

  constructor(private readonly clock: Clock) {}

  /**
   * Puts together what is known before a machine is asked.
   *
   * @param reader where to read a version not seen before
   * @param versions the versions in force
   * @returns the moment, the day in China, and the settings of these versions
   */
  async surroundings(reader: Reader, versions: SettingsVersions): Promise<Surroundings> {
    const now = this.clock.now();
    return {
      now,
      today: dayInChina(now),
      policy: await this.policyOf(reader, versions.policyVersion),
      policyVersion: versions.policyVersion,
      calendar: await this.calendarOf(reader, versions.calendarVersion),
      calendarVersion: versions.calendarVersion,
    };
  }

  /** Surroundings outside any case, under the versions in force now. */
  async current(reader: Reader): Promise<Surroundings> {
    const { rows } = await reader.query<{ policyVersion: number | null; calendarVersion: number | null }>(
      'settings-versions',
      `SELECT (SELECT max(version) FROM policy_version) AS "policyVersion",
              (SELECT version FROM calendar_coverage) AS "calendarVersion"`,
    );
    const { policyVersion, calendarVersion } = rows[0] ?? {};
    return this.surroundings(reader, { policyVersion: policyVersion ?? 0, calendarVersion: calendarVersion ?? 0 });
  }

  /** @returns the policy document of one version; versions never change, so each is read once */
  async policyOf(reader: Reader, version: number): Promise<Policy> {
    const known = this.policies.get(version);
    if (known !== undefined) return known;
    const { rows } = await reader.query<{ body: Policy }>(
      'policy-by-version',
      'SELECT body FROM policy_version WHERE version = $1',
      [version],
    );
    const body = rows[0]?.body;
    if (body === undefined) throw new Error(`policy version ${version} does not exist: settings are not seeded`);
    const policy = withLaterSettings(body);
    this.policies.set(version, policy);
    return policy;
  }

  /** @returns the working calendar of one version that is in force or was; versions never change, so each is read once */
  private async calendarOf(reader: Reader, version: number): Promise<WorkingCalendar> {
    const known = this.calendars.get(version);
    if (known !== undefined) return known;
    const calendar = await readCalendar(reader, version);
    this.calendars.set(version, calendar);
    return calendar;
  }
}
