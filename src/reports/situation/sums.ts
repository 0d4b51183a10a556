import type { WarningLevel } from '../../../machines/rules/index.js';
import type { LedgerEntry } from '../../directory/index.js';

/** Ledger rows added up. Vacancies belong to a team, however many tasks it has. */
export interface Sums {
  teams: number;
  rows: number;
  met: number;
  due: number;
  actual: number;
  shortfall: number;
  vacancies: number;
  fillable: number;
  levels: Record<WarningLevel, number>;
}

export function noSums(): Sums {
  const levels = { A: 0, B: 0, C: 0 };
  return { teams: 0, rows: 0, met: 0, due: 0, actual: 0, shortfall: 0, vacancies: 0, fillable: 0, levels };
}

/** Adds all rows of one team. */
export function addTeam(sums: Sums, entries: readonly LedgerEntry[]): void {
  const [first] = entries;
  if (!first) return;
  const { principal, deputy } = first.assessment.vacancies;
  const vacancies = principal + deputy;
  let worst = 0;
  for (const { assessment, level } of entries) {
    addRow(sums, assessment, level);
    worst = Math.max(worst, assessment.shortfall);
  }
  sums.teams += 1;
  sums.vacancies += vacancies;
  // Somebody young in a vacant post counts under each task, so the largest shortfall says how many posts would be used.
  sums.fillable += Math.min(worst, vacancies);
}

export function addRow(
  sums: Pick<Sums, 'rows' | 'met' | 'due' | 'actual' | 'shortfall' | 'levels'>,
  { due, actual, shortfall }: { due: number; actual: number; shortfall: number },
  level: WarningLevel,
): void {
  sums.rows += 1;
  sums.due += due;
  sums.actual += actual;
  sums.shortfall += shortfall;
  sums.levels[level] += 1;
  if (shortfall === 0) sums.met += 1;
}
