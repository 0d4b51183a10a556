import { Inject, Injectable } from '@nestjs/common';
import { headline, type HeadlineRow, type StaffingTask } from '../../../machines/rules/index.js';
import { Clock, Db, refuse, type ScopeHolder, visiblePaths } from '../../platform/index.js';
import { loadAreas } from '../areas.js';
import { findUnit } from '../find-unit.js';
import { loadPolicyInForce } from '../policy-in-force.js';
import { loadTasks, lookBackDay, streamTeamFacts } from '../team-facts/index.js';
import { judgeTeam, type LedgerEntry, type LedgerSettings, toLedgerRow } from './ledger.js';
import type { HeadlineQuery, HeadlineView, LedgerQuery, LedgerView } from './staffing.dto.js';
import { TotalsCounter } from './totals.js';

/** The working departments of banners, counties and districts: what the city's headline is about. */
export const HEADLINE_KIND = 'county-party-gov-department';

/** The ledger and its headline: every team under every task, as of a day, in one pass over the teams. */
@Injectable()
export class StaffingService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async ledger(caller: ScopeHolder, query: LedgerQuery): Promise<LedgerView> {
    const { limit, offset, unit } = query;
    const scope = visiblePaths(caller);
    const under = unit === undefined ? undefined : (await findUnit(this.db, unit, scope)).path;
    const { settings, policyVersion } = await this.settings(query);
    const totals = new TotalsCounter();
    const page: LedgerEntry[] = [];
    let total = 0;
    const filter = { scope, under, outsideAreas: query.city === true };
    for await (const entry of this.judge(filter, settings)) {
      totals.countLevel(entry);
      if (!isAskedFor(entry, query)) continue;
      totals.add(entry);
      if (total >= offset && page.length < limit) page.push(entry);
      total += 1;
    }
    const items = page.map((entry) => toLedgerRow(entry, settings));
    const { asOf, policy } = settings;
    return { items, total, limit, offset, asOf, policyVersion, totals: totals.result(policy) };
  }

  async headline(caller: ScopeHolder, query: HeadlineQuery): Promise<HeadlineView> {
    const { settings, policyVersion } = await this.settings(query);
    const { asOf, policy, tasks } = settings;
    const headlined = tasks.filter((task) => query.task === task.code || (query.task === undefined && isOfAreas(task)));
    const areas = await loadAreas(this.db);
    const rows: HeadlineRow[] = [];
    const filter = {
      scope: visiblePaths(caller),
      ...(query.task === undefined && { unitKinds: [HEADLINE_KIND] as const }),
    };
    for await (const { team, assessment } of this.judge(filter, { ...settings, tasks: headlined })) {
      const area = areas(team.unitPath);
      if (area) rows.push({ area: area.code, areaName: area.name, team: team.code, shortfall: assessment.shortfall });
    }
    const items = headline(rows, policy);
    return {
      asOf,
      policyVersion,
      tasks: headlined.map(({ code }) => code),
      shareToReach: policy.headlineShare,
      areasReached: items.filter(({ reached }) => reached).length,
      items,
    };
  }

  private async *judge(
    filter: Parameters<typeof streamTeamFacts>[1],
    settings: LedgerSettings,
  ): AsyncGenerator<LedgerEntry & { team: { unitPath: string } }> {
    const since = lookBackDay(settings.asOf, settings.policy);
    for await (const teams of streamTeamFacts(this.db, filter, { since })) {
      for (const team of teams) {
        for (const entry of judgeTeam(team, settings)) yield { ...entry, team };
      }
    }
  }

  private async settings(query: HeadlineQuery): Promise<{ settings: LedgerSettings; policyVersion: number }> {
    const { policy, policyVersion } = await loadPolicyInForce(this.db);
    const tasks = await loadTasks(this.db);
    const { task } = query;
    if (task !== undefined && !tasks.some(({ code }) => code === task))
      refuse('NOT_FOUND', { kind: 'task', code: task });
    return { settings: { asOf: query.asOf ?? this.clock.today(), policy, tasks, task }, policyVersion };
  }
}

/** The conditions on rows, once it has been counted how many bear each level. */
function isAskedFor({ level, assessment }: LedgerEntry, query: LedgerQuery): boolean {
  const { shortfall, vacancies } = assessment;
  if (query.level !== undefined && level !== query.level) return false;
  if (query.short === true && shortfall === 0) return false;
  return query.vacant !== true || vacancies.principal + vacancies.deputy > 0;
}

/** Whether a task is one of those the city's headline is about, when none is named. */
export function isOfAreas({ appliesTo }: StaffingTask): boolean {
  return 'unitKind' in appliesTo && appliesTo.unitKind === HEADLINE_KIND;
}
