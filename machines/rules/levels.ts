import type { Policy, Severity } from './policy.js';
import { compareRationals } from './rational.js';
import { previousQuarterEnds } from './quarters.js';
import { assessTask } from './staffing.js';
import type { StaffingTask, TeamFacts } from './staffing-facts.js';
import type { Day, WarningLevel } from './vocabulary.js';

/** What a level is judged from, in persons. */
export interface LevelFacts {
  due: number;
  actual: number;
  shortfall: number;
  /** How many tasks the team misses; only the strategy `unmetIndicatorCount` asks. Absent: this task alone. */
  unmetIndicators?: number;
}

export interface JudgedLevel {
  level: WarningLevel;
  severity: Severity;
}

const LETTERS: readonly WarningLevel[] = ['A', 'B', 'C'];

/**
 * The letter that carries a severity under the policy, for letters may be renamed without changing what is severe.
 *
 * @param severity 3 worst to 1 mildest
 * @param policy the policy in force
 * @returns the letter; a policy without one for a severity is a fault and throws
 * @source handbook §0 (ship levels with an explicit severity), §7 scenario 47
 */
export function levelOfSeverity(severity: Severity, policy: Policy): WarningLevel {
  const letter = LETTERS.find((candidate) => policy.levels.letters[candidate].severity === severity);
  if (!letter) throw new Error(`the policy has no level of severity ${severity}`);
  return letter;
}

/**
 * The warning level of a team under a task, by the strategy of the policy. Counting indicators, a team that misses
 * few tasks may bear the mildest level though it is short.
 *
 * @param facts due, actual and shortfall in persons
 * @param unmetQuarters consecutive quarter ends missed, the current one included
 * @param policy strategy, thresholds and letters
 * @returns letter and severity
 * @source handbook §2.3, §2.4; contract §1 (levels)
 */
export function judgeLevel(facts: LevelFacts, unmetQuarters: number, policy: Policy): JudgedLevel {
  const severity = severityOf(facts, unmetQuarters, policy);
  return { level: levelOfSeverity(severity, policy), severity };
}

function severityOf(facts: LevelFacts, unmetQuarters: number, policy: Policy): Severity {
  const { strategy, persistenceForDueOne } = policy.levels;
  if (strategy === 'unmetIndicatorCount') return byIndicators(facts, policy);
  if (facts.shortfall === 0) return 1;
  if (strategy === 'completionRatio' && !(persistenceForDueOne && facts.due === 1)) return byCompletion(facts, policy);
  return byPersistence(facts, unmetQuarters, policy);
}

function byCompletion({ due, actual }: LevelFacts, policy: Policy): Severity {
  const { worstBelow, middleBelow } = policy.levels.completion;
  const completion = { num: actual, den: due };
  if (compareRationals(completion, worstBelow) < 0) return 3;
  return compareRationals(completion, middleBelow) < 0 ? 2 : 1;
}

/** A due of 1 is missed wholly or not at all, so only time makes it worse; larger dues are worst by completion too. */
function byPersistence(facts: LevelFacts, unmetQuarters: number, policy: Policy): Severity {
  if (unmetQuarters >= policy.levels.persistence.worstFromQuarters) return 3;
  return facts.due > 1 && byCompletion(facts, policy) === 3 ? 3 : 2;
}

function byIndicators(facts: LevelFacts, policy: Policy): Severity {
  const unmet = facts.unmetIndicators ?? (facts.shortfall > 0 ? 1 : 0);
  const { worstFrom, middleFrom } = policy.levels.indicatorCount;
  if (unmet >= worstFrom) return 3;
  return unmet >= middleFrom ? 2 : 1;
}

/**
 * How many quarter ends in a row a team has missed a task, counted back from a day; a quarter end on that very day
 * counts. The approved headcount of today stands for the past ones.
 *
 * @param team the team with the seats of all known periods
 * @param task the task
 * @param asOf day of reference
 * @param policy how far to look back
 * @returns quarters, 0 when the latest quarter end was met
 * @source handbook §2.4 (unmetQuarters)
 */
export function countUnmetQuarters(team: TeamFacts, task: StaffingTask, asOf: Day, policy: Policy): number {
  const ends = previousQuarterEnds(asOf, policy.unmetQuartersLookBack);
  const met = ends.findIndex((day) => assessTask(team, task, day, policy).shortfall === 0);
  return met === -1 ? ends.length : met;
}
