import { Injectable } from '@nestjs/common';
import { calendarAlerts, mayRemindAt } from '../../../machines/rules/index.js';
import { asWorker, Db } from '../../platform/index.js';
import { type Notice, NOTICE_EFFECT } from '../notice.js';
import { Relay } from '../outbox/relay.js';
import { readCoverage } from './calendar-reading.js';
import { SettingsService } from './settings.service.js';

/** Tells the administrators that the next year's holidays are wanted: by a notice, each alert once per calendar. */
@Injectable()
export class CalendarAlert {
  constructor(
    private readonly db: Db,
    private readonly settings: SettingsService,
    private readonly relay: Relay,
  ) {}

  /**
   * Looks whether something is to be told, within the hours of reminding. Asking again, or in several processes, tells
   * nobody twice.
   *
   * @returns how many notices were laid down
   */
  check(): Promise<number> {
    return asWorker('calendar-alert', () => this.tell());
  }

  private async tell(): Promise<number> {
    const { calendar, policy, now, today } = await this.settings.current(this.db);
    if (!mayRemindAt(calendar, policy.reminders.hours, now.toISOString())) return 0;
    const { coverageUntil } = await readCoverage(this.db);
    const provisionalDeadlines = await this.provisionalDeadlines();
    let told = 0;
    for (const alert of calendarAlerts({ coverageUntil, today, provisionalDeadlines })) {
      told += await this.layDown({ alert, coverageUntil, provisionalDeadlines }, now);
    }
    if (told > 0) this.relay.poke();
    return told;
  }

  private async provisionalDeadlines(): Promise<number> {
    const { rows } = await this.db.query<{ count: number }>(
      'calendar-provisional',
      `SELECT count(*)::int AS count FROM deadline WHERE status = 'open' AND provisional`,
    );
    return rows[0]!.count;
  }

  /** Addressed to the top of the tree; an installation without units has nobody to tell yet. */
  private async layDown(calendar: NonNullable<Notice['calendar']>, now: Date): Promise<number> {
    const notice: Omit<Notice, 'unitId'> = {
      key: `calendar-${calendar.coverageUntil}-${calendar.alert}`,
      kind: 'calendar',
      workflow: 'calendar',
      caseId: 0,
      version: 0,
      calendar,
      roles: ['sysadmin', 'secadmin'],
      late: false,
      at: now.toISOString(),
    };
    const { rowCount } = await this.db.query(
      'calendar-alert',
      `INSERT INTO outbox (workflow, case_id, version, ordinal, effect, params, created_at, next_attempt_at, unit_id)
       SELECT 'calendar', 0, 0, 0, '${NOTICE_EFFECT}', $1::jsonb || jsonb_build_object('unitId', top.id), $2, now(), top.id
       FROM (SELECT id FROM unit WHERE parent_id IS NULL ORDER BY id LIMIT 1) AS top
       ON CONFLICT ((params ->> 'key')) WHERE effect = '${NOTICE_EFFECT}' DO NOTHING`,
      [JSON.stringify(notice), now],
    );
    return rowCount;
  }
}
