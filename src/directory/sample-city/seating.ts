import { addDays, type Day, type Month, monthOf, monthsBetween, quarterEnd } from '../../../machines/rules/index.js';
import { GROUPS, type GroupFacts, type Holder, type SeatBlueprint, type TeamBlueprint } from './blueprint.js';
import type { People } from './people.js';
import type { Random } from './random.js';
import { type AppointmentRow, dotted } from './rows.js';

/** A post as it stands today, for the history written afterwards. */
export interface SeatedPost {
  seat: SeatBlueprint;
  team: TeamBlueprint;
  /** Since when the present holder sits there; for a vacant post null. */
  since: Day | null;
  cadre: string | null;
  birth: Month | null;
}

const RANKS_BESIDE_POST: Readonly<Record<string, readonly string[]>> = {
  正处: ['', '', '一级调研员', '二级调研员'],
  副处: ['', '', '三级调研员', '四级调研员'],
  正科: ['', '', '一级主任科员', '二级主任科员'],
  副科: ['', '', '三级主任科员', '四级主任科员'],
};

/** Fills the planned posts with invented people, and records who sits there since when. */
export class Seating {
  readonly appointments: AppointmentRow[] = [];
  readonly seated: SeatedPost[] = [];
  private readonly areaDeputies = new Map<string, SeatedPost>();

  constructor(
    private readonly random: Random,
    private readonly people: People,
    private readonly today: Day,
    private readonly cityOffices: readonly string[],
  ) {}

  fill(team: TeamBlueprint): void {
    for (const seat of team.seats) this.seated.push(this.fillSeat(team, seat));
    const deputyHead = this.seated.findLast((post) => post.team === team && post.cadre !== null);
    if (team.group === 'area' && deputyHead) this.areaDeputies.set(team.pool, deputyHead);
  }

  private fillSeat(team: TeamBlueprint, seat: SeatBlueprint): SeatedPost {
    const empty: SeatedPost = { seat, team, since: null, cadre: null, birth: null };
    if (seat.holder === 'vacant' || seat.holder === 'vacated-by-young') return empty;
    if (seat.holder === 'concurrent') return this.seatConcurrently(empty);
    const ageMonths = this.ageMonths(seat, GROUPS[team.group]);
    const { row, birth } = this.people.invent({
      ageMonths,
      homeUnit: seat.holder === 'secondee' ? this.random.pick(this.cityOffices) : team.unit.单位编码,
      ranks: RANKS_BESIDE_POST[seat.post.职务层次] ?? [''],
      partyMember: seat.post.正副 === '正职' || seat.post.职务名称.includes('委'),
    });
    const { since, mode } = this.term(seat, ageMonths);
    this.appointments.push({
      干部编号: row.干部编号,
      职位编码: seat.post.职位编码,
      任职时间: dotted(since),
      免职时间: mode === '挂职' ? dotted(addDays(this.today, this.random.int(30, 330))) : '',
      占职数: mode === '挂职' ? '否' : '是',
      任职方式: mode,
    });
    return { ...empty, since, cadre: row.干部编号, birth };
  }

  private seatConcurrently(empty: SeatedPost): SeatedPost {
    const deputy = this.areaDeputies.get(empty.team.pool);
    if (!deputy?.cadre || !deputy.since) return empty;
    this.appointments.push({
      干部编号: deputy.cadre,
      职位编码: empty.seat.post.职位编码,
      任职时间: dotted(deputy.since),
      免职时间: '',
      占职数: '是',
      任职方式: '兼任',
    });
    return { ...empty, since: deputy.since, cadre: deputy.cadre, birth: deputy.birth };
  }

  /** How long the post has been held, and whether the holder is still on probation: deputies of offices, first year. */
  private term(seat: SeatBlueprint, ageMonths: number): { since: Day; mode: AppointmentRow['任职方式'] } {
    if (seat.mode === '挂职') return { since: addDays(this.today, -this.random.int(40, 330)), mode: '挂职' };
    const workingDays = (ageMonths - 12 * 25) * 30;
    const since = addDays(this.today, -this.random.int(20, Math.max(60, Math.min(3200, workingDays))));
    const recent = since > addDays(this.today, -340);
    const onProbation = recent && seat.post.职务名称.startsWith('副') && this.random.chance(45);
    return { since, mode: onProbation ? '试用期' : '任职' };
  }

  private ageMonths(seat: SeatBlueprint, group: GroupFacts): number {
    const limit = group.ageLimit * 12;
    const principal = seat.post.正副 === '正职' ? 24 : 0;
    const youngest = Math.min(group.youngestYears * 12 + principal, limit - 6);
    const ages: Record<Exclude<Holder, 'vacant' | 'vacated-by-young' | 'concurrent'>, readonly [number, number]> = {
      young: [youngest, limit - 1],
      'under-31': [youngest, 31 * 12 - 3],
      'soon-ageing': [limit - 24, limit - 1],
      // Passed the line since the quarter before last: the next warning level is only a matter of time.
      'just-aged': [limit, limit + monthsSinceLastQuarter(this.today)],
      older: [Math.max(limit + 8, 12 * 38), 12 * 60 - 3],
      secondee: [12 * 31, 12 * 38],
    };
    const { holder } = seat;
    if (holder === 'vacant' || holder === 'vacated-by-young' || holder === 'concurrent') return 0;
    return this.random.int(...ages[holder]);
  }
}

function monthsSinceLastQuarter(today: Day): number {
  return monthsBetween(monthOf(today), monthOf(quarterEnd(today))) === 0 ? 2 : 4;
}
