import type { FrozenRow } from './round-ledger.js';
import { totalsOf, type Totals } from './totals.js';

/** A unit's history goes on in another: merged, split or renamed. Each predecessor has one heir, so it is counted once. */
export type Succession = { predecessor: string; heir: string };

export type Change = 'new' | 'gone' | 'better' | 'worse' | 'same';
type Standing = Pick<FrozenRow, 'due' | 'actual' | 'shortfall' | 'level' | 'severity'>;

export type TeamChange = {
  team: string;
  teamName: string;
  unit: string;
  task: string;
  before: Standing | null;
  now: Standing | null;
  change: Change;
};

export type Comparison = {
  tasks: { task: string; taskName: string; before: Totals; now: Totals }[];
  units: { unit: string; unitName: string; before: Totals; now: Totals }[];
  teams: TeamChange[];
};

/**
 * Sets a round beside the one before. Rows of a unit that went over into another are shown with its heir; where a unit was
 * split, all of its past goes to the one heir, so no number of the past appears twice.
 *
 * @param now rows of this round
 * @param before rows of the round before; empty when there is none
 * @param successions each predecessor with its one heir; chains are followed
 * @returns totals per task and per unit, and every team's change
 * @source handbook §0 no. 2, issue scope (merged or split between rounds, nobody counted twice)
 */
export function compareRounds(
  now: readonly FrozenRow[],
  before: readonly FrozenRow[],
  successions: readonly Succession[],
): Comparison {
  const heirOf = heirs(successions);
  const names = new Map([...before, ...now].map(({ unit, unitName }) => [unit, unitName]));
  const inherited = before.map((row) => {
    const unit = heirOf(row.unit);
    return { ...row, unit, unitName: names.get(unit) ?? row.unitName };
  });
  const groups = (key: 'task' | 'unit'): string[] =>
    [...new Set([...now, ...inherited].map((row) => row[key]))].toSorted();
  const totals = (key: 'task' | 'unit', value: string): { before: Totals; now: Totals } => ({
    before: totalsOf(inherited.filter((row) => row[key] === value)),
    now: totalsOf(now.filter((row) => row[key] === value)),
  });
  const taskNames = new Map([...before, ...now].map(({ task, taskName }) => [task, taskName]));
  return {
    tasks: groups('task').map((task) => ({ task, taskName: taskNames.get(task) ?? task, ...totals('task', task) })),
    units: groups('unit').map((unit) => ({ unit, unitName: names.get(unit) ?? unit, ...totals('unit', unit) })),
    teams: changesOf(now, inherited),
  };
}

function heirs(successions: readonly Succession[]): (unit: string) => string {
  const next = new Map(successions.map(({ predecessor, heir }) => [predecessor, heir]));
  return (unit) => {
    const seen = new Set<string>();
    let at = unit;
    // Data may err into a circle; the walk must end all the same.
    for (let heir = next.get(at); heir !== undefined && !seen.has(at); heir = next.get(at)) {
      seen.add(at);
      at = heir;
    }
    return at;
  };
}

function changesOf(now: readonly FrozenRow[], before: readonly FrozenRow[]): TeamChange[] {
  const keyOf = ({ team, task }: FrozenRow): string => `${team} ${task}`;
  const past = new Map(before.map((row) => [keyOf(row), row]));
  const present = new Map(now.map((row) => [keyOf(row), row]));
  return [...new Set([...present.keys(), ...past.keys()])].toSorted().map((key) => {
    const [is, was] = [present.get(key), past.get(key)];
    const { team, teamName, unit, task } = (is ?? was)!;
    return { team, teamName, unit, task, before: standing(was), now: standing(is), change: changeOf(was, is) };
  });
}

function standing(row: FrozenRow | undefined): Standing | null {
  if (row === undefined) return null;
  const { due, actual, shortfall, level, severity } = row;
  return { due, actual, shortfall, level, severity };
}

/** By what is lacking first; with the same lack, by severity. */
function changeOf(was: FrozenRow | undefined, is: FrozenRow | undefined): Change {
  if (was === undefined) return 'new';
  if (is === undefined) return 'gone';
  const difference = is.shortfall - was.shortfall || is.severity - was.severity;
  if (difference === 0) return 'same';
  return difference < 0 ? 'better' : 'worse';
}
