import { addDays, type Day, monthOf, monthsBetween } from '../../../machines/rules/index.js';
import { GROUPS } from './blueprint.js';
import type { People } from './people.js';
import type { Random } from './random.js';
import { type AppointmentRow, dotted } from './rows.js';
import type { SeatedPost } from './seating.js';

const DEPUTY_OF: Readonly<Record<string, string>> = { 正处: '副处', 正科: '副科' };
const FORMER_RANKS: Readonly<Record<string, readonly string[]>> = {
  正处: ['一级调研员', '二级调研员'],
  副处: ['三级调研员', '四级调研员'],
  正科: ['一级主任科员', '二级主任科员', '四级调研员'],
  副科: ['三级主任科员', '四级主任科员'],
};

interface HistoryContext {
  random: Random;
  people: People;
  today: Day;
  seated: readonly SeatedPost[];
}

/** Who sat where before: principals came up from deputy posts, others left for a rank without a post or moved on. */
export function writeHistory(context: HistoryContext): AppointmentRow[] {
  const promotions = earlierPostsOfPrincipals(context);
  const taken = new Set(promotions.map((row) => row.职位编码));
  const former = context.seated
    .filter(({ seat }) => !taken.has(seat.post.职位编码) && seat.holder !== 'secondee' && seat.holder !== 'concurrent')
    .flatMap((post) => formerHolder(context, post));
  return [...promotions, ...former];
}

function earlierPostsOfPrincipals({ random, seated }: HistoryContext): AppointmentRow[] {
  const rows: AppointmentRow[] = [];
  const taken = new Set<string>();
  for (const principal of seated) {
    const { cadre, since, birth, seat, team } = principal;
    if (!cadre || !since || !birth || seat.post.正副 !== '正职' || seat.holder === 'concurrent') continue;
    if (!random.chance(60)) continue;
    const start = addDays(since, -random.int(700, 1500));
    if (monthsBetween(birth, monthOf(start)) < 12 * 26) continue;
    const rank = DEPUTY_OF[seat.post.职务层次];
    const earlier = random.shuffle(seated.filter((post) => post.team.pool === team.pool)).find((post) => {
      const free = post.since !== null && post.since >= since && !taken.has(post.seat.post.职位编码);
      return free && post.seat.post.职务层次 === rank && post.seat.mode === '任职' && post.cadre !== cadre;
    });
    if (!earlier) continue;
    taken.add(earlier.seat.post.职位编码);
    rows.push(term(cadre, earlier.seat.post.职位编码, start, since));
  }
  return rows;
}

function formerHolder({ random, people, today }: HistoryContext, post: SeatedPost): AppointmentRow[] {
  const leftByYoung = post.seat.holder === 'vacated-by-young';
  if (!leftByYoung && post.since !== null && !random.chance(30)) return [];
  const end =
    post.since === null ? addDays(today, -gapDays(random, leftByYoung)) : addDays(post.since, -random.int(0, 150));
  const group = GROUPS[post.team.group];
  const ageMonths = leftByYoung
    ? random.int(group.youngestYears * 12, group.ageLimit * 12 - 8)
    : random.int(12 * 50, 12 * 61) + monthsBetween(monthOf(end), monthOf(today));
  const { row } = people.invent({
    ageMonths: Math.min(ageMonths, 12 * 66),
    homeUnit: post.team.unit.单位编码,
    ranks: FORMER_RANKS[post.seat.post.职务层次] ?? [''],
  });
  const days = leftByYoung ? random.int(300, 700) : random.int(900, 2200);
  return [term(row.干部编号, post.seat.post.职位编码, addDays(end, -days), end)];
}

/** A young deputy who left did so within the last half year: the shortfall is fresh. */
function gapDays(random: Random, leftByYoung: boolean): number {
  return leftByYoung ? random.int(10, 160) : random.int(20, 500);
}

function term(cadre: string, post: string, from: Day, to: Day): AppointmentRow {
  return {
    干部编号: cadre,
    职位编码: post,
    任职时间: dotted(from),
    免职时间: dotted(to),
    占职数: '是',
    任职方式: '任职',
  };
}
