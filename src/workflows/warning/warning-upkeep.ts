import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { endsWarning, type WarningContext } from '../../../machines/warning/index.js';
import { Engine, SettingsService, SignalRefusedError, type Surroundings } from '../../engine/index.js';
import { untraced } from '../../platform/audit/index.js';
import { asWorker, Clock, Db, describeError, Duties } from '../../platform/index.js';
import { type StandingNow, standingsOf } from './standing-now.js';
import {
  type DueStep,
  forgetChanges,
  isFollowingRounds,
  listChanged,
  listDueSteps,
  listOpen,
} from './upkeep.queries.js';

const EVERY_MS = 30_000;
const TEAMS_AT_ONCE = 200;
const EVERY_TEAM_AFTER_MS = 60 * 60_000;

/** Nothing to do any more: another process was first, or the warning has ended meanwhile. */
const ALREADY = new Set(['EVENT_NOT_ALLOWED', 'WARNING_EXISTS', 'TEAM_NOT_JUDGED']);

/**
 * Keeps warnings in step with what happens between rounds: appointments that meet a task end its warning, and what is due
 * by itself is done. All of it is found in the database, so that nothing is lost with a process; done twice, it is done once.
 */
@Injectable()
export class WarningUpkeep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('warning');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private sinceEveryTeam = Infinity;

  constructor(
    private readonly db: Db,
    private readonly engine: Engine,
    private readonly settings: SettingsService,
    private readonly clock: Clock,
    private readonly duties: Duties,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.duties.works) return;
    this.timer = setInterval(() => this.ask(), EVERY_MS);
    this.timer.unref();
    this.clock.onMoved(() => this.ask());
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /**
   * Everything that is due now; safe at any time, in any number of processes.
   *
   * @param everyTeam judges every open warning, and not only those whose teams have changed: archives are corrected too,
   *   and people grow older
   */
  run({ everyTeam }: { everyTeam: boolean }): Promise<void> {
    return asWorker('warnings', async () => {
      await this.judgeChanged();
      if (everyTeam) await this.judgeOpen();
      for (const step of await listDueSteps(this.db, await this.now())) await this.take(step);
    });
  }

  private ask(): void {
    if (this.running) return;
    const everyTeam = this.sinceEveryTeam >= EVERY_TEAM_AFTER_MS;
    this.sinceEveryTeam = everyTeam ? 0 : this.sinceEveryTeam + EVERY_MS;
    this.running = untraced(() => this.run({ everyTeam }))
      .catch((error: unknown) =>
        this.logger.error({ message: 'warnings could not be kept up', error: describeError(error) }),
      )
      .finally(() => (this.running = undefined));
  }

  private now(): Promise<Surroundings> {
    return this.settings.current(this.db);
  }

  /** Teams in which somebody has come or gone. What is noted meanwhile stays for the next turn. */
  private async judgeChanged(): Promise<void> {
    for (;;) {
      const { ids, teams } = await listChanged(this.db, TEAMS_AT_ONCE);
      if (ids.length === 0) return;
      const { policy } = await this.now();
      const mayOpen = policy.warning.opensBetweenRounds && (await isFollowingRounds(this.db));
      await this.judge(teams, { mayOpen, because: `change-${ids.at(-1)}` });
      await forgetChanges(this.db, ids);
    }
  }

  private async judgeOpen(): Promise<void> {
    const { today } = await this.now();
    const open = [...new Set((await listOpen(this.db)).map(({ context }) => context.team))];
    for (let at = 0; at < open.length; at += TEAMS_AT_ONCE) {
      await this.judge(open.slice(at, at + TEAMS_AT_ONCE), { mayOpen: false, because: `day-${today}` });
    }
  }

  private async judge(
    teams: readonly string[],
    { mayOpen, because }: { mayOpen: boolean; because: string },
  ): Promise<void> {
    const { today, policy } = await this.now();
    const open = new Map((await listOpen(this.db, teams)).map((one) => [keyOf(one.context), one]));
    for (const now of await standingsOf(this.db, teams, today, policy)) {
      const warned = open.get(keyOf(now));
      if (warned && differs(now, warned.context)) {
        await this.take({
          warning: warned.id,
          type: 'REASSESS',
          payload: {},
          because: `${because}-v${warned.version}`,
        });
      }
      if (!warned && mayOpen && !endsWarning(now.standing, policy.warning.fromSeverity)) await this.open(now, because);
    }
  }

  private async open({ unit, young: _young, ...payload }: StandingNow, because: string): Promise<void> {
    const commandId = `${because}-${payload.team}-${payload.task}`;
    const beginning = { workflow: 'warning', unit, payload: { ...payload, predecessors: [] }, commandId, caller: null };
    this.accept(await this.engine.create(beginning));
  }

  private async take({ warning: caseId, type, payload, because }: DueStep): Promise<void> {
    const command = { type, payload, commandId: `upkeep-${because}` };
    this.accept(await this.engine.commit({ workflow: 'warning', caseId, command, caller: null }));
  }

  private accept(outcome: Awaited<ReturnType<Engine['commit']>>): void {
    if (!outcome.ok && !ALREADY.has(outcome.refusal.code)) throw new SignalRefusedError(outcome.refusal);
  }
}

const keyOf = ({ team, task }: { team: string; task: string }): string => JSON.stringify([team, task]);

/** A day that changes no number is no event. */
function differs({ standing: is }: StandingNow, { standing: was }: WarningContext): boolean {
  return (
    was === null ||
    [is.due, is.actual, is.shortfall, is.severity].join() !== [was.due, was.actual, was.shortfall, was.severity].join()
  );
}
