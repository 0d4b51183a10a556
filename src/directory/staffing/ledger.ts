import {
  type AgeingOutForecast,
  type Assessment,
  assessTask,
  countUnmetQuarters,
  type Day,
  forecastShortfall,
  judgeLevel,
  type JudgedLevel,
  type LevelFacts,
  type Policy,
  type StaffingTask,
  taskApplies,
  type TeamFacts,
  type WarningLevel,
} from '../../../machines/rules/index.js';

/** One team under one task on one day. */
export interface LedgerEntry extends JudgedLevel {
  team: TeamFacts;
  task: StaffingTask;
  assessment: Assessment;
}

export interface LedgerSettings {
  asOf: Day;
  policy: Policy;
  tasks: readonly StaffingTask[];
  /** Shows one task only; how many tasks a team misses is still counted over all. */
  task?: string;
}

/** Every row of one team, in the order of the tasks; empty for a team that nothing is asked of. */
export function judgeTeam(team: TeamFacts, { asOf, policy, tasks, task }: LedgerSettings): LedgerEntry[] {
  const applying = tasks.filter((candidate) => taskApplies(candidate, team));
  const countsIndicators = policy.levels.strategy === 'unmetIndicatorCount';
  const judged = countsIndicators ? applying : applying.filter(({ code }) => task === undefined || code === task);
  const assessed = judged.map((each) => ({ task: each, assessment: assessTask(team, each, asOf, policy) }));
  const unmetIndicators = assessed.filter(({ assessment }) => assessment.shortfall > 0).length;
  return assessed
    .filter((entry) => task === undefined || entry.task.code === task)
    .map((entry) => {
      const facts = { ...entry.assessment, unmetIndicators };
      const level = levelOf(facts, policy, () => countUnmetQuarters(team, entry.task, asOf, policy));
      return { ...entry, ...level, team };
    });
}

/** Past quarters are assessed only where they can make a difference: a whole city is judged in one pass. */
function levelOf(facts: LevelFacts, policy: Policy, countQuarters: () => number): JudgedLevel {
  const best = judgeLevel(facts, 0, policy);
  const worst = judgeLevel(facts, policy.unmetQuartersLookBack, policy);
  return best.severity === worst.severity ? best : judgeLevel(facts, countQuarters(), policy);
}

export interface Standing {
  task: string;
  taskName: string;
  base: number;
  baseKind: StaffingTask['base'];
  due: number;
  actual: number;
  shortfall: number;
  ratio: Assessment['ratio'];
  level: WarningLevel;
  severity: JudgedLevel['severity'];
  unmetQuarters: number;
  vacancies: Assessment['vacancies'];
  overEstablishment: number;
  nested: NonNullable<Assessment['nested']> | null;
  members: Assessment['young'];
  ageingOut: AgeingOutForecast['leavers'];
  /** First month in which the team falls short, or further short, if nothing is done; null within the horizon. */
  fallsShortIn: AgeingOutForecast['month'];
}

export interface LedgerRow extends Standing {
  team: string;
  teamName: string;
  unit: string;
  unitName: string;
}

export function toLedgerRow(entry: LedgerEntry, settings: LedgerSettings): LedgerRow {
  const { code: team, name: teamName, unit, unitName } = entry.team;
  return { team, teamName, unit, unitName, ...toStanding(entry, settings) };
}

/** What a row says of the team; past and forecast are computed here, for the rows that are looked at. */
export function toStanding(entry: LedgerEntry, { asOf, policy }: LedgerSettings): Standing {
  const { team, task, assessment, level, severity } = entry;
  const { young, nested, ...numbers } = assessment;
  const forecast = forecastShortfall(team, task, asOf, policy);
  return {
    task: task.code,
    taskName: task.name,
    ...numbers,
    baseKind: task.base,
    level,
    severity,
    // Meeting the task ends the run, also before the next quarter end.
    unmetQuarters: assessment.shortfall === 0 ? 0 : countUnmetQuarters(team, task, asOf, policy),
    nested: nested ?? null,
    members: young,
    ageingOut: forecast.leavers,
    fallsShortIn: forecast.month,
  };
}
