import { Inject, Injectable } from '@nestjs/common';
import { type Day, previousQuarterEnds } from '../../../machines/rules/index.js';
import { quarterOf } from '../../../machines/stocktake/index.js';
import { judgeTeam } from '../../directory/index.js';
import { Db, type ScopeHolder } from '../../platform/index.js';
import { readQuarterTotals } from '../../workflows/stocktake/index.js';
import { type Asked, LedgerPass } from '../ledger-pass.js';
import type { SituationQuery, TrendView } from './situation.dto.js';
import { addRow, noSums } from './sums.js';

const QUARTERS = 8;

type Quarter = TrendView['quarters'][number];

/** Quarter by quarter: as the round froze it, or recomputed where no round did. */
@Injectable()
export class TrendService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(LedgerPass) private readonly ledger: LedgerPass,
  ) {}

  async trend(caller: ScopeHolder, query: SituationQuery): Promise<TrendView> {
    const asked = await this.ledger.ask(caller, query);
    const { filter, settings } = asked;
    const days = previousQuarterEnds(settings.asOf, QUARTERS).toReversed();
    const { scope, under } = filter;
    const frozen = await readQuarterTotals(this.db, { days, scope, under, task: query.task });
    const known = new Map(frozen.map((quarter): [Day, Quarter] => [quarter.day, { ...quarter, source: 'frozen' }]));
    for (const quarter of await this.recompute(
      asked,
      days.filter((day) => !known.has(day)),
    ))
      known.set(quarter.day, quarter);
    const { task = null, unit = null } = query;
    return { asOf: settings.asOf, task, unit, quarters: days.flatMap((day) => known.get(day) ?? []) };
  }

  /** All missing quarters in one pass: the teams are read once. Headcount and tasks of today stand for those of the past. */
  private async recompute({ filter, settings }: Asked, days: readonly Day[]): Promise<Quarter[]> {
    const [earliest] = days;
    if (earliest === undefined) return [];
    const quarters = days.map((day): Quarter => {
      const { rows, met, due, actual, shortfall, levels } = noSums();
      const sums = { rows, met, due, actual, shortfall, levels };
      return { quarter: quarterOf(day), day, source: 'recomputed', round: null, ...sums };
    });
    for await (const team of this.ledger.teams(filter, earliest, settings.policy)) {
      for (const quarter of quarters) {
        for (const { assessment, level } of judgeTeam(team, { ...settings, asOf: quarter.day })) {
          addRow(quarter, assessment, level);
        }
      }
    }
    return quarters;
  }
}
