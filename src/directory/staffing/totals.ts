import {
  type Assessment,
  countDistinct,
  type DistinctCount,
  type Policy,
  type WarningLevel,
} from '../../../machines/rules/index.js';
import type { LedgerEntry } from './ledger.js';

export interface TaskTotals {
  task: string;
  taskName: string;
  teams: number;
  met: number;
  due: number;
  actual: number;
  shortfall: number;
  /** Members over the teams, each team for itself; who sits in several teams is in several of these. */
  sumOfTeams: number;
  distinctPersons: number;
  inSeveralTeams: DistinctCount['inSeveralTeams'];
  /** Says in words why the two differ. */
  sentence: string;
}

export interface LedgerTotals {
  rows: number;
  levels: { level: WarningLevel; label: string; severity: number; rows: number }[];
  tasks: TaskTotals[];
}

interface Tally {
  totals: Omit<TaskTotals, keyof DistinctCount>;
  /** Teams with young members only: all that the distinct count needs to see again. */
  withMembers: { team: string; assessment: Assessment }[];
}

/** Adds up a ledger while it streams past. */
export class TotalsCounter {
  private readonly tallies = new Map<string, Tally>();
  private readonly levels = new Map<WarningLevel, number>();
  private rows = 0;

  /** Levels are counted over all rows, so that a list of one level still shows how many the others have. */
  countLevel({ level }: LedgerEntry): void {
    this.levels.set(level, (this.levels.get(level) ?? 0) + 1);
  }

  add({ team, task, assessment }: LedgerEntry): void {
    const tally = this.tallies.get(task.code) ?? emptyTally(task.code, task.name);
    const { totals } = tally;
    this.tallies.set(task.code, tally);
    this.rows += 1;
    totals.teams += 1;
    totals.met += assessment.shortfall === 0 ? 1 : 0;
    totals.due += assessment.due;
    totals.actual += assessment.actual;
    totals.shortfall += assessment.shortfall;
    if (assessment.young.length > 0) tally.withMembers.push({ team: team.code, assessment });
  }

  result(policy: Policy): LedgerTotals {
    const { letters } = policy.levels;
    const byLetter = (Object.keys(letters) as WarningLevel[]).map((level) => {
      return { level, ...letters[level], rows: this.levels.get(level) ?? 0 };
    });
    return {
      rows: this.rows,
      // The worst first; never by letter, which the city may rename.
      levels: byLetter.sort((a, b) => b.severity - a.severity),
      tasks: [...this.tallies.values()].sort(byTask).map(({ totals, withMembers }) => {
        return { ...totals, ...countDistinct(withMembers) };
      }),
    };
  }
}

function emptyTally(task: string, taskName: string): Tally {
  return { totals: { task, taskName, teams: 0, met: 0, due: 0, actual: 0, shortfall: 0 }, withMembers: [] };
}

function byTask(a: Tally, b: Tally): number {
  return a.totals.task < b.totals.task ? -1 : 1;
}
