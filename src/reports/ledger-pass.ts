import { Inject, Injectable } from '@nestjs/common';
import type { Day, Policy, StaffingTask } from '../../machines/rules/index.js';
import {
  findUnit,
  judgeTeam,
  type LedgerEntry,
  type LedgerSettings,
  loadPolicyInForce,
  loadTasks,
  type LoadedTeam,
  lookBackDay,
  streamTeamFacts,
  type TeamFilter,
} from '../directory/index.js';
import { Clock, Db, refuse, type ScopeHolder, visiblePaths } from '../platform/index.js';

export interface LedgerQuestion {
  asOf?: Day | undefined;
  task?: string | undefined;
  unit?: string | undefined;
}

/** What a question comes down to: which teams, and by what they are judged. */
export interface Asked {
  filter: TeamFilter;
  settings: LedgerSettings;
  policyVersion: number;
}

/** One pass over the ledger of a part of the tree: teams come and go, only what a report counts stays. */
@Injectable()
export class LedgerPass {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @refuses NOT_FOUND - no such task, or no such unit within the caller's reach */
  async ask(caller: ScopeHolder, { asOf, task, unit }: LedgerQuestion): Promise<Asked> {
    const scope = visiblePaths(caller);
    const under = unit === undefined ? undefined : (await findUnit(this.db, unit, scope)).path;
    const { policy, policyVersion } = await loadPolicyInForce(this.db);
    const tasks = await loadTasks(this.db);
    if (task !== undefined) requireTask(tasks, task);
    return {
      filter: { scope, under },
      settings: { asOf: asOf ?? this.clock.today(), policy, tasks, task },
      policyVersion,
    };
  }

  /** Teams of which something is asked, each with its rows. */
  async *judge({ filter, settings }: Asked): AsyncGenerator<{ team: LoadedTeam; entries: LedgerEntry[] }> {
    for await (const team of this.teams(filter, settings.asOf, settings.policy)) {
      const entries = judgeTeam(team, settings);
      if (entries.length > 0) yield { team, entries };
    }
  }

  /** Teams as far back as a ledger of that day looks. */
  async *teams(filter: TeamFilter, day: Day, policy: Policy): AsyncGenerator<LoadedTeam> {
    for await (const teams of streamTeamFacts(this.db, filter, { since: lookBackDay(day, policy) })) yield* teams;
  }
}

function requireTask(tasks: readonly StaffingTask[], task: string): void {
  if (!tasks.some(({ code }) => code === task)) refuse('NOT_FOUND', { kind: 'task', code: task });
}
