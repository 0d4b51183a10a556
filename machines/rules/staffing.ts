import { ageAt, ageLimitYears } from './age.js';
import { monthOf } from './days.js';
import { addMonths } from './months.js';
import type { Policy } from './policy.js';
import { ceilShare, type Rational } from './rational.js';
import { seatsOn, type Seat, type StaffingTask, type TeamFacts } from './staffing-facts.js';
import type { Day, Month, PostTier } from './vocabulary.js';

/** A person counted as young under a task, with the post by which the person counts. */
export interface YoungMember {
  cadre: string;
  name: string;
  birth: Month;
  ageYears: number;
  post: string;
}

/** How a team stands under a task on a day, in persons. */
export interface Assessment {
  base: number;
  /** 应配数. */
  due: number;
  /** 实配数. */
  actual: number;
  /** 差额数, never negative. */
  shortfall: number;
  /** 占比: actual over base; `den` is 0 when there is no base, and then there is no share. */
  ratio: Rational;
  /** Unfilled approved headcount per tier, never negative. */
  vacancies: Record<PostTier, number>;
  /** Persons beyond approved headcount, over both tiers. */
  overEstablishment: number;
  young: YoungMember[];
  nested?: { due: number; actual: number; shortfall: number };
}

/** Approved and filled headcount of one tier. */
export interface TierHeadcount {
  approved: number;
  current: number;
}

/**
 * Says whether a seat takes up approved headcount. A secondee (挂职) belongs to the home unit and takes up none here.
 *
 * @param seat a seat
 * @returns true when it uses one of the approved posts
 * @source handbook §1.10, §7 scenario 9
 */
export function occupiesEstablishment(seat: Pick<Seat, 'mode' | 'occupiesHeadcount'>): boolean {
  return seat.occupiesHeadcount && seat.mode !== 'secondment';
}

/**
 * The persons who take up approved headcount, each once: someone with several posts in the team counts in the higher tier.
 *
 * @param seats the team's seats on one day
 * @returns one seat per person; a principal seat where the person has one
 * @source handbook §2.2 (交叉任职不重复计算), §1.10
 */
export function headcountSeats(seats: readonly Seat[]): Map<string, Seat> {
  return oncePerPerson(seats.filter(occupiesEstablishment));
}

/**
 * Approved and filled headcount of a team, by tier.
 *
 * @param team the team's approved numbers
 * @param seats the team's seats on one day
 * @returns persons per tier
 * @source handbook §1.10
 */
export function headcountByTier(
  team: Pick<TeamFacts, 'approvedPrincipals' | 'approvedDeputies'>,
  seats: readonly Seat[],
): Record<PostTier, TierHeadcount> {
  let principals = 0;
  let deputies = 0;
  for (const seat of headcountSeats(seats).values()) {
    if (seat.tier === 'principal') principals += 1;
    else deputies += 1;
  }
  return {
    principal: { approved: team.approvedPrincipals, current: principals },
    deputy: { approved: team.approvedDeputies, current: deputies },
  };
}

/**
 * How a team stands under a task on a day: base, due, actual, shortfall, vacancies and who counts.
 *
 * @param team the team with the seats of all known periods
 * @param task the task, which must apply to the team
 * @param asOf day of reference
 * @param policy what counts, and what the age words mean
 * @returns numbers in persons; a ratio task without a base asks for nobody
 * @source handbook §2.2–2.4, contract §1 (counting)
 */
export function assessTask(team: TeamFacts, task: StaffingTask, asOf: Day, policy: Policy): Assessment {
  return assessSeats(team, seatsOn(team, asOf), task, asOf, policy);
}

/**
 * The same for given seats, so that a projected team is judged by the very arithmetic that judges the present one.
 *
 * @param team approved headcount of the team
 * @param seats the seats held on that day, or projected for it
 * @param task the task
 * @param asOf day of reference, for ages
 * @param policy what counts, and what the age words mean
 * @returns as {@link assessTask}
 * @source handbook §2.5 (before and after)
 */
export function assessSeats(
  team: Pick<TeamFacts, 'approvedPrincipals' | 'approvedDeputies'>,
  seats: readonly Seat[],
  task: StaffingTask,
  asOf: Day,
  policy: Policy,
): Assessment {
  const members = oncePerPerson(seats.filter((seat) => isMember(seat, task, policy)));
  const young = youngAmong(members, task, asOf, policy);
  const base = baseOf(team, members.size, task);
  const due = task.rule === 'at-least' ? task.quantity : ceilShare(task.share.num, task.share.den, base);
  const tiers = headcountByTier(team, seats);
  const free = ({ approved, current }: TierHeadcount): number => Math.max(0, approved - current);
  const over = ({ approved, current }: TierHeadcount): number => Math.max(0, current - approved);
  return {
    base,
    due,
    actual: young.length,
    shortfall: Math.max(0, due - young.length),
    ratio: { num: young.length, den: base },
    vacancies: { principal: free(tiers.principal), deputy: free(tiers.deputy) },
    overEstablishment: over(tiers.principal) + over(tiers.deputy),
    young,
    ...(task.nested && { nested: assessNested(task.nested, seats, young, due) }),
  };
}

function isMember(seat: Seat, task: StaffingTask, policy: Policy): boolean {
  const { counting } = policy;
  if (task.principalOnly && seat.tier !== 'principal') return false;
  if (counting.onlyOccupyingHeadcount && !seat.occupiesHeadcount) return false;
  return counting.includeSecondment || seat.mode !== 'secondment';
}

function oncePerPerson(seats: readonly Seat[]): Map<string, Seat> {
  const persons = new Map<string, Seat>();
  for (const seat of seats) {
    const known = persons.get(seat.cadre);
    if (!known || (known.tier === 'deputy' && seat.tier === 'principal')) persons.set(seat.cadre, seat);
  }
  return persons;
}

function baseOf(
  team: Pick<TeamFacts, 'approvedPrincipals' | 'approvedDeputies'>,
  incumbents: number,
  task: StaffingTask,
): number {
  if (task.base === 'incumbents') return incumbents;
  return task.principalOnly ? team.approvedPrincipals : team.approvedPrincipals + team.approvedDeputies;
}

function youngAmong(members: Map<string, Seat>, task: StaffingTask, asOf: Day, policy: Policy): YoungMember[] {
  // Months in YYYY-MM order as text: whoever was born after this month is below the limit. One addition per team.
  const bornAfter = addMonths(monthOf(asOf), -12 * ageLimitYears(task.age, policy.age.yearsAdded));
  const month = monthOf(asOf);
  const young: YoungMember[] = [];
  for (const { cadre, name, birth, post, mode } of members.values()) {
    const counts = mode !== 'probation' || policy.counting.includeProbation;
    // A day asked about may lie before somebody's birth; who is not born yet counts for nothing.
    const isBorn = birth <= month;
    if (counts && isBorn && birth > bornAfter)
      young.push({ cadre, name, birth, ageYears: ageAt(birth, asOf).years, post });
  }
  return young;
}

/**
 * "Of whom" is read of those who count, and of the due number while fewer count: a team that has nobody yet still
 * sees how many of the posts in question it will need.
 */
function assessNested(
  nested: NonNullable<StaffingTask['nested']>,
  seats: readonly Seat[],
  young: readonly YoungMember[],
  due: number,
): { due: number; actual: number; shortfall: number } {
  const holders = new Set(
    seats.filter((seat) => seat.postName.includes(nested.postNameIncludes)).map((seat) => seat.cadre),
  );
  const actual = young.filter(({ cadre }) => holders.has(cadre)).length;
  const nestedDue = ceilShare(nested.share.num, nested.share.den, Math.max(due, young.length));
  return { due: nestedDue, actual, shortfall: Math.max(0, nestedDue - actual) };
}
