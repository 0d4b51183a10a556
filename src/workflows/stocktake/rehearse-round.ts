import { Injectable } from '@nestjs/common';
import { type Day, daysOfChange, type Policy, type StaffingTask } from '../../../machines/rules/index.js';
import { judgeTeam, loadPolicyInForce, loadTasks, lookBackDay, streamTeamFacts } from '../../directory/index.js';
import { type Caller, CasesService, type RehearsalQuery } from '../../engine/index.js';
import { Db, RefusalError, visiblePaths } from '../../platform/index.js';
import type { RoundRehearsalView } from './rehearsal.dto.js';
import { RehearseWarnings } from './rehearse-warnings.js';
import { StocktakeReads } from './stocktake.reads.js';

type Line = RoundRehearsalView['items'][number];
type LevelChange = RoundRehearsalView['levels'][number];
type Team = Parameters<typeof judgeTeam>[0];
type Period = Pick<RoundRehearsalView, 'from' | 'until'>;

/** "If nobody acts" for a whole round: on a virtual clock, always within the caller's units. Stores nothing. */
@Injectable()
export class RehearseRound {
  constructor(
    private readonly db: Db,
    private readonly cases: CasesService,
    private readonly reads: StocktakeReads,
    private readonly warnings: RehearseWarnings,
  ) {}

  /**
   * @param round the round
   * @param query the days shown
   * @param caller who is asking
   * @returns reminders and escalations of the round and its units' sides, the levels that time alone would change, and what
   *   would come of warnings
   * @refuses CASE_NOT_FOUND - neither the round nor a side of it is within the caller's units
   */
  async rehearse(round: number, query: RehearsalQuery, caller: Caller): Promise<RoundRehearsalView> {
    const period = await this.cases.rehearsedPeriod(query);
    const sides = await this.reads.sides(round, caller);
    const units = new Map(sides.map(({ id, unit }) => [id, unit]));
    const ofSides = await this.cases.rehearsalOf('stocktake_unit', [...units.keys()], period);
    const lines: Line[] = ofSides.map(({ caseId, ...line }) => ({
      ...line,
      case: { workflow: 'stocktake_unit', id: caseId, unit: units.get(caseId)! },
    }));
    const items = [...(await this.linesOfRound(round, query, caller)), ...lines];
    return {
      ...period,
      items: items.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
      levels: await this.levels(period, caller),
      warnings: await this.warnings.rehearse(round, period, caller),
    };
  }

  /** Units see their own side and not the round. */
  private async linesOfRound(round: number, query: RehearsalQuery, caller: Caller): Promise<Line[]> {
    try {
      const { unit } = await this.cases.get('stocktake', round, caller);
      const { items } = await this.cases.rehearsal('stocktake', round, query, caller);
      return items.map((line) => ({ ...line, case: { workflow: 'stocktake', id: round, unit } }));
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code === 'CASE_NOT_FOUND') return [];
      throw error;
    }
  }

  private async levels(period: Period, caller: Caller): Promise<LevelChange[]> {
    const { policy } = await loadPolicyInForce(this.db);
    const tasks = await loadTasks(this.db);
    const since = lookBackDay(period.from, policy);
    const changes: LevelChange[] = [];
    for await (const teams of streamTeamFacts(this.db, { scope: visiblePaths(caller) }, { since })) {
      for (const team of teams) changes.push(...changesOf(team, tasks, policy, period));
    }
    return changes.toSorted((a, b) => a.day.localeCompare(b.day) || a.team.localeCompare(b.team));
  }
}

/** Each day on which a level is another than before, by the passing of time alone. */
function changesOf(team: Team, tasks: readonly StaffingTask[], policy: Policy, { from, until }: Period): LevelChange[] {
  const changes: LevelChange[] = [];
  let before = standings(team, tasks, policy, from);
  for (const day of daysOfChange(team, tasks, policy, from, until)) {
    const then = standings(team, tasks, policy, day);
    for (const [task, after] of then) {
      const earlier = before.get(task);
      if (earlier === undefined || earlier.level === after.level) continue;
      const { code, name, unit, unitName } = team;
      const where = { team: code, teamName: name, unit, unitName };
      changes.push({ day, ...where, task: task.code, taskName: task.name, before: earlier, after });
    }
    before = then;
  }
  return changes;
}

function standings(
  team: Team,
  tasks: readonly StaffingTask[],
  policy: Policy,
  asOf: Day,
): Map<StaffingTask, LevelChange['after']> {
  return new Map(
    judgeTeam(team, { asOf, policy, tasks }).map(
      ({ task, level, severity, assessment: { due, actual, shortfall } }) => {
        return [task, { level, severity, due, actual, shortfall }];
      },
    ),
  );
}
