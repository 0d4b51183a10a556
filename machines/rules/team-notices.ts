import { forecastShortfall } from './ageing-out.js';
import { addDays, monthOf } from './days.js';
import { monthsBetween } from './months.js';
import type { Policy } from './policy.js';
import { assessTask } from './staffing.js';
import { seatsOn, type StaffingTask, taskApplies, type TeamFacts, type TeamPost } from './staffing-facts.js';
import type { Day, Month } from './vocabulary.js';

/** What people are told of a team without any case: before members pass the age line, and when a post falls vacant. */
export interface TeamNoticePolicy {
  /** So many months before the month in which a member no longer counts; each number is one notice. */
  ageingOutMonths: readonly number[];
  /** Whether vacancies of teams below their target are told. */
  vacancies: boolean;
  /** Calendar days for which a vacancy is news: whatever stood still for longer tells no old ones. */
  vacancyWithinDays: number;
}

/** @source handbook §2.4 (agingOutForecast: 2 quarters); the later months, and all about vacancies, are assumed */
export const DEFAULT_TEAM_NOTICES: TeamNoticePolicy = {
  ageingOutMonths: [6, 3, 1],
  vacancies: true,
  vacancyWithinDays: 90,
};

/** One notice about one post of a team. Whom it concerns is found by roles, and the person is known by code alone. */
export type TeamNotice = {
  kind: 'ageing-out' | 'vacancy';
  post: string;
  /** Who passes the age line; null for a vacancy. */
  cadre: string | null;
  /** The first day of the month from which the member no longer counts, or the day on which the post fell vacant. */
  day: Day;
  /** The notice's own number of months; 0 for a vacancy. */
  months: number;
  /** Names of the tasks in question, in the order in which they are set. */
  tasks: string[];
  /** The largest shortfall under these tasks in persons: on `day` for a member, today for a vacancy. */
  shortfall: number;
};

/**
 * What is to be told of a team on a day. It says what holds, not what was told before: the same notice again is the same
 * row. A member of whom two numbers of months have been reached is told with the smaller one, so that a long standstill or a
 * late import tells once what is near, and not one after the other what was far.
 *
 * @param team the team with the seats of all known periods, those that ended within `vacancyWithinDays` among them
 * @param tasks all tasks that are set
 * @param today the day to judge by
 * @param policy what counts, what the age words mean, and what is told
 * @returns ageing-out first, in the order in which members leave; empty when nothing is near
 * @source handbook §2.4; source document part 2 (提前谋划任务落实)
 */
export function noticesOfTeam(
  team: TeamFacts,
  tasks: readonly StaffingTask[],
  today: Day,
  policy: Policy,
): TeamNotice[] {
  const own = tasks.filter((task) => taskApplies(task, team));
  if (own.length === 0) return [];
  return [...ageingOut(team, own, today, policy), ...vacancies(team, own, today, policy)];
}

function ageingOut(team: TeamFacts, tasks: readonly StaffingTask[], today: Day, policy: Policy): TeamNotice[] {
  const { ageingOutMonths } = policy.teamNotices;
  const horizon = Math.max(0, ...ageingOutMonths);
  if (horizon === 0) return [];
  const notices = new Map<string, TeamNotice>();
  for (const task of tasks) {
    const posts = new Map(assessTask(team, task, today, policy).young.map(({ cadre, post }) => [cadre, post]));
    for (const { cadre, month, reason } of forecastShortfall(team, task, today, policy, horizon).leavers) {
      const post = posts.get(cadre);
      const months = reachedOf(ageingOutMonths, today, month);
      if (reason !== 'age' || post === undefined || months === null) continue;
      const day: Day = `${month}-01`;
      const { shortfall } = assessTask(team, task, day, policy);
      join(notices, { kind: 'ageing-out', post, cadre, day, months, tasks: [task.name], shortfall });
    }
  }
  return [...notices.values()].toSorted((a, b) => a.day.localeCompare(b.day));
}

/** @returns the smallest number of months that has been reached; null while the month is further off than all of them */
function reachedOf(ageingOutMonths: readonly number[], today: Day, month: Month): number | null {
  const ahead = monthsBetween(monthOf(today), month);
  const reached = ageingOutMonths.filter((months) => ahead <= months);
  return ahead <= 0 || reached.length === 0 ? null : Math.min(...reached);
}

function vacancies(team: TeamFacts, tasks: readonly StaffingTask[], today: Day, policy: Policy): TeamNotice[] {
  const { vacancies: wanted, vacancyWithinDays } = policy.teamNotices;
  if (!wanted) return [];
  const notices = new Map<string, TeamNotice>();
  for (const post of team.posts) {
    const day = vacantSince(team, post, today);
    if (day === null || day < addDays(today, -vacancyWithinDays)) continue;
    for (const task of tasks) {
      const { shortfall, vacancies: free } = assessTask(team, task, today, policy);
      // A post beyond the approved headcount is not to be filled again.
      if (shortfall === 0 || free[post.tier] === 0) continue;
      if (task.principalOnly && post.tier !== 'principal') continue;
      join(notices, { kind: 'vacancy', post: post.code, cadre: null, day, months: 0, tasks: [task.name], shortfall });
    }
  }
  return [...notices.values()];
}

/** @returns the day from which nobody has held the post; null while somebody does or will, or nobody ever did */
function vacantSince(team: TeamFacts, { code }: TeamPost, today: Day): Day | null {
  const held = team.seats.filter(({ post }) => post === code);
  if (seatsOn({ seats: held }, today).length > 0 || held.some(({ from }) => from > today)) return null;
  return held
    .map(({ to }) => to ?? '')
    .reduce<Day | null>((last, to) => (last === null || to > last ? to : last), null);
}

/** One notice for one person and post, whatever the number of tasks. */
function join(notices: Map<string, TeamNotice>, notice: TeamNotice): void {
  const key = JSON.stringify([notice.cadre, notice.post, notice.day]);
  const known = notices.get(key);
  notices.set(
    key,
    known === undefined
      ? notice
      : {
          ...known,
          tasks: [...known.tasks, ...notice.tasks],
          shortfall: Math.max(known.shortfall, notice.shortfall),
        },
  );
}

/** What a notice about a team says; read within the product alone, under the reader's reach. */
export type TeamNoticeWords = Pick<TeamNotice, 'kind' | 'day' | 'tasks' | 'shortfall'> & { postName: string };

/**
 * The line under the team's name. Nobody is named; it speaks of the team's composition and of no one's age.
 *
 * @returns one Chinese sentence
 * @source handbook §2.1 (用好各年龄段干部, never 以年龄划线)
 */
export function teamNoticeSentence({ kind, day, tasks, shortfall, postName }: TeamNoticeWords): string {
  const [year, month, date] = day.split('-').map(Number);
  const named = tasks.map((task) => `“${task}”`).join('、');
  if (kind === 'vacancy') {
    return `“${postName}”自${year}年${month}月${date}日起空缺，班子在${named}上尚差${shortfall}名，请统筹考虑人选。`;
  }
  const then = shortfall === 0 ? '届时仍可达到应配数' : `届时差额${shortfall}名，请提前谋划接续人选`;
  return `“${postName}”现任人员自${year}年${month}月起不再计入${named}，${then}。`;
}
