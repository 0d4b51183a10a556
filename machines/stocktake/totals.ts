import { countDistinct } from '../rules/index.js';
import type { FrozenRow } from './round-ledger.js';

/** A part of a frozen ledger added up. Teams count their own members; `persons` counts everybody once. */
export type Totals = {
  teams: number;
  met: number;
  due: number;
  actual: number;
  shortfall: number;
  persons: number;
  /** Why persons and the teams' sum may differ. */
  sentence: string;
};

/**
 * Adds up frozen rows.
 *
 * @param rows of one task, or of several
 * @returns sums; `met` are teams short under none of the given tasks
 * @source handbook §2.4 (distinctPersonInAggregates), §7 scenario 8
 */
export function totalsOf(rows: readonly FrozenRow[]): Totals {
  const sum = (key: 'due' | 'actual' | 'shortfall'): number => rows.reduce((total, row) => total + row[key], 0);
  const teams = new Set(rows.map(({ team }) => team));
  const short = new Set(rows.filter(({ shortfall }) => shortfall > 0).map(({ team }) => team));
  const { distinctPersons, sentence } = countDistinct(
    rows.map((row) => ({ team: row.team, assessment: { ...row, young: row.members } })),
  );
  return {
    teams: teams.size,
    met: teams.size - short.size,
    due: sum('due'),
    actual: sum('actual'),
    shortfall: sum('shortfall'),
    persons: distinctPersons,
    sentence,
  };
}
