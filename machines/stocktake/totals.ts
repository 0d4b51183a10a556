import { countDistinct } from '../rules/index.js';
import type { FrozenRow } from './round-ledger.js';

/** Frozen rows added up. Teams count their own members; `persons` counts everybody once. */
export type Sums = {
  teams: number;
  met: number;
  due: number;
  actual: number;
  shortfall: number;
  persons: number;
};

/** A part of a frozen ledger added up. */
export type Totals = Sums & {
  /** Why persons and the teams' sum may differ. */
  sentence: string;
};

/** Sums on their way: rows are added one by one and need not be kept. */
export type Tally = {
  teams: Set<string>;
  short: Set<string>;
  persons: Set<string>;
  due: number;
  actual: number;
  shortfall: number;
};

export function newTally(): Tally {
  return { teams: new Set(), short: new Set(), persons: new Set(), due: 0, actual: 0, shortfall: 0 };
}

/** Adds a row to a tally, in place. */
export function addTo(tally: Tally, { team, due, actual, shortfall, members }: FrozenRow): void {
  tally.teams.add(team);
  if (shortfall > 0) tally.short.add(team);
  for (const { cadre } of members) tally.persons.add(cadre);
  tally.due += due;
  tally.actual += actual;
  tally.shortfall += shortfall;
}

/**
 * What a tally has come to.
 *
 * @param tally of rows of one task, or of several
 * @returns sums; `met` are teams short under none of the given tasks
 * @source handbook §2.4 (distinctPersonInAggregates), §7 scenario 8
 */
export function sumsOf({ teams, short, persons, due, actual, shortfall }: Tally): Sums {
  return { teams: teams.size, met: teams.size - short.size, due, actual, shortfall, persons: persons.size };
}

/**
 * Adds up frozen rows.
 *
 * @param rows of one task, or of several
 * @returns sums, and the sentence that explains them
 * @source handbook §2.4 (distinctPersonInAggregates), §7 scenario 8
 */
export function totalsOf(rows: readonly FrozenRow[]): Totals {
  const tally = newTally();
  for (const row of rows) addTo(tally, row);
  const counted = rows.map((row) => ({ team: row.team, assessment: { ...row, young: row.members } }));
  return { ...sumsOf(tally), sentence: countDistinct(counted).sentence };
}
