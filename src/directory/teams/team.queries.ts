import { Inject, Injectable } from '@nestjs/common';
import {
  ageAt,
  APPOINTMENT_MODES,
  type Day,
  headcountByTier,
  POST_RANKS,
  POST_TIERS,
  type PostTier,
  type Seat,
  seatsOn,
  TEAM_LEVELS,
} from '../../../machines/rules/index.js';
import { Clock, Db, refuse, type ScopeHolder, seesUnit, visiblePaths } from '../../platform/index.js';
import { findUnit } from '../find-unit.js';
import type { Page } from '../page.js';
import { loadPolicyInForce } from '../policy-in-force.js';
import { judgeTeam, toStanding } from '../staffing/ledger.js';
import { listTeamIds, type LoadedTeam, loadTasksFor, loadTeamFacts } from '../team-facts/index.js';
import type { AsOfQuery, HeadcountView, PostView, TeamRowView, TeamsQuery, TeamView } from './team.dto.js';

const TIERS: readonly PostTier[] = ['principal', 'deputy'];

/** Teams as they were on a day. */
@Injectable()
export class TeamQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(caller: ScopeHolder, { unit, limit, offset, ...query }: TeamsQuery): Promise<Page<TeamRowView>> {
    const asOf = query.asOf ?? this.clock.today();
    const scope = visiblePaths(caller);
    const under = unit === undefined ? undefined : (await findUnit(this.db, unit, scope)).path;
    const ids = await listTeamIds(this.db, { scope, under });
    const teams = await loadTeamFacts(this.db, { teamIds: ids.slice(offset, offset + limit) });
    return { items: teams.map((team) => toRow(team, asOf)), total: ids.length, limit, offset };
  }

  /** @refuses NOT_FOUND - no such team within the caller's reach */
  async get(caller: ScopeHolder, code: string, query: AsOfQuery): Promise<TeamView> {
    const asOf = query.asOf ?? this.clock.today();
    const [team] = await loadTeamFacts(this.db, { teamCodes: [code] });
    if (!team || !seesUnit(caller, team.unitPath)) return refuse('NOT_FOUND', { kind: 'team', code });
    const { policy, policyVersion } = await loadPolicyInForce(this.db);
    const settings = { asOf, policy, tasks: await loadTasksFor(this.db, [code]) };
    const tasks = judgeTeam(team, settings).map((entry) => toStanding(entry, settings));
    return { ...toRow(team, asOf), posts: postsOn(team, asOf), tasks, policyVersion };
  }
}

function toRow(team: LoadedTeam, asOf: Day): TeamRowView {
  const byTier = headcountByTier(team, seatsOn(team, asOf));
  const headcount = TIERS.map((tier): HeadcountView => {
    const { approved, current } = byTier[tier];
    const vacancies = Math.max(0, approved - current);
    return { tier, approved, current, vacancies, overEstablishment: Math.max(0, current - approved) };
  });
  const { code, name, level, unit, unitName } = team;
  return { asOf, code, name, level, levelLabel: TEAM_LEVELS[level], unit, unitName, headcount };
}

function postsOn(team: LoadedTeam, asOf: Day): PostView[] {
  const seats = seatsOn(team, asOf);
  return team.posts.map((post) => ({
    ...post,
    tierLabel: POST_TIERS[post.tier],
    rankLabel: POST_RANKS[post.rank],
    holders: seats.filter((seat) => seat.post === post.code).map((seat) => toHolder(seat, asOf)),
  }));
}

function toHolder(seat: Seat, asOf: Day): PostView['holders'][number] {
  const { cadre, name, birth, mode, occupiesHeadcount, from, to } = seat;
  const ageYears = ageAt(birth, asOf).years;
  return {
    cadre,
    name,
    birth,
    ageYears,
    mode,
    modeLabel: APPOINTMENT_MODES[mode],
    occupiesHeadcount,
    from,
    to: to ?? null,
  };
}
