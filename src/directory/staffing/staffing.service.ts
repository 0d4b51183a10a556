import { Inject, Injectable } from '@nestjs/common';
import { headline, type HeadlineRow, type StaffingTask } from '../../../machines/rules/index.js';
import { Clock, Db, refuse, type ScopeHolder, visiblePaths } from '../../platform/index.js';
import { findUnit } from '../find-unit.js';
import { loadPolicyInForce } from '../policy-in-force.js';
import { loadTasks, lookBackDay, streamTeamFacts } from '../team-facts/index.js';
import { judgeTeam, type LedgerEntry, type LedgerSettings, toLedgerRow } from './ledger.js';
import type { HeadlineQuery, HeadlineView, LedgerQuery, LedgerView } from './staffing.dto.js';
import { TotalsCounter } from './totals.js';

/** The working departments of banners, counties and districts: what the city's headline is about. */
const HEADLINE_KIND = 'county-party-gov-department';

/** The ledger and its headline: every team under every task, as of a day, in one pass over the teams. */
@Injectable()
export class StaffingService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async ledger(caller: ScopeHolder, query: LedgerQuery): Promise<LedgerView> {
    const { limit, offset, unit, level } = query;
    const scope = visiblePaths(caller);
    const under = unit === undefined ? undefined : (await findUnit(this.db, unit, scope)).path;
    const { settings, policyVersion } = await this.settings(query);
    const totals = new TotalsCounter();
    const page: LedgerEntry[] = [];
    let total = 0;
    for await (const entry of this.judge({ scope, under }, settings)) {
      totals.countLevel(entry);
      if (level !== undefined && entry.level !== level) continue;
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
    const areas = await this.areaOf();
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

  /** Finds the 旗县区 above a unit, by the ids in its path. */
  private async areaOf(): Promise<(unitPath: string) => { code: string; name: string } | undefined> {
    const { rows } = await this.db.query<{ id: number; code: string; name: string }>(
      'directory.areas',
      `SELECT id, code, name FROM unit WHERE kind = 'county-level-area'`,
    );
    const areas = new Map(rows.map((row) => [String(row.id), row]));
    return (unitPath) => {
      const above = unitPath.split('.').find((id) => areas.has(id));
      return above === undefined ? undefined : areas.get(above);
    };
  }
}

function isOfAreas({ appliesTo }: StaffingTask): boolean {
  return 'unitKind' in appliesTo && appliesTo.unitKind === HEADLINE_KIND;
}
