import type { AgePolicy } from './age.js';
import type { Rational } from './rational.js';
import type {
  AppointmentMode,
  CountRule,
  Day,
  Month,
  PostRank,
  PostTier,
  TaskBase,
  TeamLevel,
  UnitKind,
} from './vocabulary.js';

/** One person in one leading post for a time. Ranks without a post have no seat and so never reach a team. */
export interface Seat {
  cadre: string;
  name: string;
  /** Archival birth month, the only one that counts. */
  birth: Month;
  post: string;
  postName: string;
  tier: PostTier;
  rank: PostRank;
  mode: AppointmentMode;
  occupiesHeadcount: boolean;
  from: Day;
  /** 免职时间: from this day on the person no longer sits here. */
  to?: Day;
}

export interface TeamPost {
  code: string;
  name: string;
  tier: PostTier;
  rank: PostRank;
}

/** A leadership team as the directory knows it, with the seats of all known periods. */
export interface TeamFacts {
  code: string;
  name: string;
  unit: string;
  unitName: string;
  unitKind: UnitKind;
  level: TeamLevel;
  approvedPrincipals: number;
  approvedDeputies: number;
  seats: readonly Seat[];
  posts: readonly TeamPost[];
}

/** What the city asks of teams. Targets are data that the city enters, never constants. */
export interface StaffingTask {
  code: string;
  name: string;
  appliesTo: { unitKind: UnitKind } | { team: string };
  rule: CountRule;
  /** Persons, for `at-least`. */
  quantity: number;
  /** Share of the base, for `ratio-ceil`. */
  share: Rational;
  base: TaskBase;
  age: AgePolicy;
  principalOnly: boolean;
  /** "其中书记不少于1/3": a share of the young that must hold posts whose name includes a text. */
  nested?: { postNameIncludes: string; share: Rational };
  dueBy?: Day;
}

/**
 * Says whether a task is set for a team: by the kind of its unit, or for this team alone.
 *
 * @param task a staffing task
 * @param team a team, or as much of one as the question needs
 * @returns true when the team must meet the task
 * @source contract §1 (适用类别)
 */
export function taskApplies(task: StaffingTask, team: Pick<TeamFacts, 'code' | 'unitKind'>): boolean {
  return 'team' in task.appliesTo ? task.appliesTo.team === team.code : task.appliesTo.unitKind === team.unitKind;
}

/**
 * The seats a team has on a day. The day of removal is the first day without the person.
 *
 * @param team a team with the seats of all periods
 * @param day `YYYY-MM-DD`
 * @returns the seats held on that day, in the given order; empty when all posts are vacant
 * @source handbook §7 scenario 15, contract §1 (任职时间, 免职时间)
 */
export function seatsOn(team: Pick<TeamFacts, 'seats'>, day: Day): Seat[] {
  return team.seats.filter((seat) => seat.from <= day && (seat.to === undefined || day < seat.to));
}
