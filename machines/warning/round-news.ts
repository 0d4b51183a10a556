import type { Day, Severity } from '../rules/index.js';
import type { Predecessor } from './context.js';
import type { WarningPayloads } from './payloads.js';
import { type Basis, endsWarning, type Standing } from './standing.js';

/** One row of a frozen ledger, as far as warnings ask. */
export type RowOfRound = Omit<Standing, 'asOf' | 'basis'> & {
  team: string;
  teamName: string;
  /** Code of the team's unit. */
  unit: string;
  unitName: string;
  task: string;
  taskName: string;
};

/** A warning that is open when the round comes. */
export type OpenOne = {
  id: number;
  team: string;
  teamName: string;
  task: string;
  unit: string;
  unitName: string;
  since: Day;
};

export type RoundNews = {
  referenceDay: Day;
  basis: Extract<Basis, { kind: 'round' }>;
  fromSeverity: Severity;
  rows: readonly RowOfRound[];
  open: readonly OpenOne[];
  /** Codes of units that went over into others, each with its one heir, by the reference day. */
  successions: readonly { predecessor: string; heir: string }[];
};

/** What a round means to one warning. */
export type WarningStep =
  | { step: 'open'; unit: string; payload: WarningPayloads['CREATE'] }
  | { step: 'judge'; warning: number; payload: WarningPayloads['ROUND_JUDGED'] }
  | { step: 'end'; warning: number; payload: WarningPayloads['TEAM_GONE'] };

/**
 * What a round's frozen ledger means to warnings: who is warned newly, whose warning is judged anew, and which warnings end
 * because their team or task has gone. Where a unit went over into another, the warning of a team that has gone goes on with
 * the heir's heaviest row under the same task, so that its history follows and nobody is warned twice for one lack.
 *
 * @param news the frozen rows, the open warnings and the successions
 * @returns steps in the order in which they are to be taken: openings and judgements before endings
 * @source handbook §0 no. 2; issue scope (history follows merged units)
 */
export function followRound(news: RoundNews): WarningStep[] {
  const present = new Map(news.rows.map((row) => [keyOf(row), row]));
  const open = new Map(news.open.map((one) => [keyOf(one), one]));
  const gone = news.open.filter((one) => !present.has(keyOf(one))).map((one) => ({ one, heir: heirRow(one, news) }));
  const joining = new Map<RowOfRound | undefined, Predecessor[]>();
  for (const { one, heir } of gone) joining.set(heir, [...(joining.get(heir) ?? []), predecessorOf(one)]);
  const steps: WarningStep[] = news.rows.flatMap((row): WarningStep[] => {
    const standing = standingOf(row, news);
    const warned = open.get(keyOf(row));
    const predecessors = joining.get(row) ?? [];
    if (warned) return [{ step: 'judge', warning: warned.id, payload: { standing, predecessors } }];
    if (endsWarning(standing, news.fromSeverity)) return [];
    const { team, teamName, unit, unitName, task, taskName } = row;
    return [{ step: 'open', unit, payload: { team, teamName, task, taskName, unitName, standing, predecessors } }];
  });
  const ends = gone.map(({ one, heir }): WarningStep => {
    return { step: 'end', warning: one.id, payload: { day: news.referenceDay, heir: heir?.team ?? null } };
  });
  return [...steps, ...ends];
}

const keyOf = ({ team, task }: { team: string; task: string }): string => JSON.stringify([team, task]);

function standingOf({ due, actual, shortfall, level, severity, unmetQuarters }: RowOfRound, news: RoundNews): Standing {
  return { asOf: news.referenceDay, basis: news.basis, due, actual, shortfall, level, severity, unmetQuarters };
}

function heirRow(one: OpenOne, { rows, successions }: RoundNews): RowOfRound | undefined {
  const heirs = new Map(successions.map(({ predecessor, heir }) => [predecessor, heir]));
  const seen = new Set([one.unit]);
  let unit = one.unit;
  // Data may err into a circle; the walk must end all the same.
  for (let next = heirs.get(unit); next !== undefined && !seen.has(next); next = heirs.get(unit)) {
    seen.add(next);
    unit = next;
  }
  if (unit === one.unit) return undefined;
  const candidates = rows.filter((row) => row.unit === unit && row.task === one.task);
  return candidates.toSorted((a, b) => b.severity - a.severity || b.shortfall - a.shortfall)[0];
}

function predecessorOf({ id, team, teamName, unitName, since }: OpenOne): Predecessor {
  return { warning: id, team, teamName, unitName, since };
}
