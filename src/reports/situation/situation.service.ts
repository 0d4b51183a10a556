import { Inject, Injectable } from '@nestjs/common';
import { type AgeingOutForecast, forecastShortfall, type Month } from '../../../machines/rules/index.js';
import { loadAreas, type LedgerEntry, type LedgerSettings } from '../../directory/index.js';
import { Db, type ScopeHolder } from '../../platform/index.js';
import { LedgerPass } from '../ledger-pass.js';
import { SituationCounter } from './situation-counter.js';
import type { LeaversQuery, LeaversView, LeaverView, SituationQuery, SituationView } from './situation.dto.js';

/** How the staffing of a part of the tree stands, and who stops counting when: sums first, the people behind them on request. */
@Injectable()
export class SituationService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(LedgerPass) private readonly ledger: LedgerPass,
  ) {}

  async situation(caller: ScopeHolder, query: SituationQuery): Promise<SituationView> {
    const asked = await this.ledger.ask(caller, query);
    const { settings, policyVersion } = asked;
    const areaOf = await loadAreas(this.db);
    const counter = new SituationCounter(settings);
    for await (const { team, entries } of this.ledger.judge(asked)) {
      counter.add(entries, areaOf(team.unitPath), forecastsOf(entries, settings));
    }
    const { task = null, unit = null } = query;
    return { asOf: settings.asOf, policyVersion, task, unit, ...counter.result() };
  }

  /** In the order in which they leave, and then of the teams: never of their ages. */
  async leavers(caller: ScopeHolder, query: LeaversQuery): Promise<LeaversView> {
    const asked = await this.ledger.ask(caller, query);
    const { settings } = asked;
    const byMonth = new Map<Month, LeaverView[]>();
    let total = 0;
    for await (const { entries } of this.ledger.judge(asked)) {
      for (const leaver of leaversOf(entries, settings)) {
        if (query.month !== undefined && leaver.month !== query.month) continue;
        total += 1;
        noteLeaver(byMonth, leaver);
      }
    }
    const { limit, offset } = query;
    const inOrder = [...byMonth.keys()].toSorted().flatMap((month) => byMonth.get(month) ?? []);
    return { items: inOrder.slice(offset, offset + limit), total, limit, offset, asOf: settings.asOf };
  }
}

function forecastsOf(entries: readonly LedgerEntry[], { asOf, policy }: LedgerSettings): AgeingOutForecast[] {
  return entries.map(({ team, task }) => forecastShortfall(team, task, asOf, policy));
}

function leaversOf(entries: readonly LedgerEntry[], settings: LedgerSettings): LeaverView[] {
  return entries.flatMap((entry) => {
    const { code: team, name: teamName, unit, unitName } = entry.team;
    const { code: task, name: taskName } = entry.task;
    const { leavers } = forecastShortfall(entry.team, entry.task, settings.asOf, settings.policy);
    return leavers.map((leaver) => ({ ...leaver, task, taskName, team, teamName, unit, unitName }));
  });
}

function noteLeaver(byMonth: Map<Month, LeaverView[]>, leaver: LeaverView): void {
  const known = byMonth.get(leaver.month);
  if (known) known.push(leaver);
  else byMonth.set(leaver.month, [leaver]);
}
