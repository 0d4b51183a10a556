import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { addDays, type Day, mayRemindAt, noticesOfTeam } from '../../../machines/rules/index.js';
import { loadTasks, streamTeamFacts } from '../../directory/index.js';
import { Relay, SettingsService, type Surroundings } from '../../engine/index.js';
import { untraced } from '../../platform/audit/index.js';
import { asWorker, Clock, Db, describeError, Duties } from '../../platform/index.js';
import { layDown, type NoticeOfTeam } from './lay-down.js';

const EVERY_MS = 10 * 60_000;

/**
 * Once a working day, over the whole directory: who passes the age line in the months ahead, and which posts of teams below
 * their target have fallen vacant. What was told stands in the database; looking again, or in several processes, tells
 * nobody twice, and a day on which nothing ran is made up for by the next.
 */
@Injectable()
export class TeamNoticeUpkeep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('team-notices');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> | undefined;

  constructor(
    private readonly db: Db,
    private readonly settings: SettingsService,
    private readonly relay: Relay,
    private readonly clock: Clock,
    private readonly duties: Duties,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.duties.works) return;
    this.timer = setInterval(() => this.ask(), EVERY_MS);
    this.timer.unref();
    this.clock.onMoved(() => this.ask());
    this.ask();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /**
   * Looks at every team, unless it was done today under these settings or it is not the time to remind anybody.
   *
   * @returns how many notices were laid down
   */
  run(): Promise<number> {
    return asWorker('team-notices', () => this.look());
  }

  private ask(): void {
    this.running ??= untraced(() => this.run())
      .catch((error: unknown) =>
        this.logger.error({ message: 'teams could not be looked at', error: describeError(error) }),
      )
      .finally(() => (this.running = undefined));
  }

  private async look(): Promise<number> {
    const settings = await this.settings.current(this.db);
    const { calendar, policy, now, today, policyVersion } = settings;
    if (!mayRemindAt(calendar, policy.reminders.hours, now.toISOString())) return 0;
    const done = { day: today, policyVersion };
    if (await this.isDone(done)) return 0;
    let told = 0;
    let isEmpty = true;
    for await (const notices of this.noticesBatchwise(settings)) {
      isEmpty = false;
      told += await layDown(this.db, notices, now);
    }
    // A city that has not been entered yet is looked at again, and not only tomorrow.
    if (!isEmpty) await this.remember(done);
    if (told > 0) this.relay.poke();
    return told;
  }

  private async *noticesBatchwise({ policy, today }: Surroundings): AsyncGenerator<NoticeOfTeam[]> {
    const tasks = await loadTasks(this.db);
    // A seat that ended on the first of these days is still news.
    const since = addDays(today, -policy.teamNotices.vacancyWithinDays - 1);
    for await (const teams of streamTeamFacts(this.db, { scope: [''] }, { since })) {
      yield teams.flatMap((team) =>
        noticesOfTeam(team, tasks, today, policy).map((notice) => ({ ...notice, team: team.id })),
      );
    }
  }

  private async isDone(done: { day: Day; policyVersion: number }): Promise<boolean> {
    const { rows } = await this.db.query(
      'team-notices.is-done',
      `SELECT FROM app_setting WHERE key = 'team-notices' AND value = $1::jsonb`,
      [JSON.stringify(done)],
    );
    return rows.length > 0;
  }

  /** Kept once everything has been laid down: a pass that is killed begins anew. */
  private async remember(done: { day: Day; policyVersion: number }): Promise<void> {
    await this.db.query(
      'team-notices.remember',
      `INSERT INTO app_setting (key, value) VALUES ('team-notices', $1::jsonb)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [JSON.stringify(done)],
    );
  }
}
