import { Inject, Injectable } from '@nestjs/common';
import { Clock, Db } from '../../platform/index.js';
import { loadPolicyInForce } from '../policy-in-force.js';
import { judgeTeam } from '../staffing/ledger.js';
import { loadTasks, lookBackDay, streamTeamFacts } from '../team-facts/index.js';

const WORST = 3;

/** Finds the 旗县区 in which somebody who tries the product meets most of what it can do. */
@Injectable()
export class SampleUnitPicker {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * The area with the most departments of two kinds at the worst level: some with a vacancy that a young cadre could
   * fill, some without, where somebody would have to move first.
   *
   * @returns its 单位编码; null when no area has both
   */
  async pick(): Promise<string | null> {
    const asOf = this.clock.today();
    const { policy } = await loadPolicyInForce(this.db);
    const settings = { asOf, policy, tasks: await loadTasks(this.db) };
    const filter = { scope: [''], unitKinds: ['county-party-gov-department'] as const };
    const areas = new Map<string, { solvable: number; blocked: number }>();
    for await (const teams of streamTeamFacts(this.db, filter, { since: lookBackDay(asOf, policy) })) {
      for (const team of teams) {
        const worst = judgeTeam(team, settings).find(({ severity }) => severity === WORST);
        const area = team.unitPath.split('.')[0];
        if (!worst || area === undefined) continue;
        const counts = areas.get(area) ?? { solvable: 0, blocked: 0 };
        const { principal, deputy } = worst.assessment.vacancies;
        if (principal + deputy > 0) counts.solvable += 1;
        else counts.blocked += 1;
        areas.set(area, counts);
      }
    }
    const ranked = [...areas].map(([area, { solvable, blocked }]) => ({ area, both: Math.min(solvable, blocked) }));
    const best = ranked
      .filter(({ both }) => both > 0)
      .sort((a, b) => b.both - a.both || Number(a.area) - Number(b.area))[0];
    return best ? this.codeOf(best.area) : null;
  }

  private async codeOf(id: string): Promise<string | null> {
    const { rows } = await this.db.query<{ code: string }>(
      'directory.area-code',
      `SELECT code FROM unit WHERE id = $1 AND kind = 'county-level-area'`,
      [id],
    );
    return rows[0]?.code ?? null;
  }
}
