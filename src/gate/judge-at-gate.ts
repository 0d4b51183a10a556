import {
  countUnmetQuarters,
  judgeGate,
  taskApplies,
  teamsTouched,
  type GateInput,
  type GateItem,
  type GateResult,
  type Policy,
  type Reservation,
  type StaffingTask,
  type TeamFacts,
} from '../../machines/rules/index.js';
import { loadTasksFor, loadTeamFacts, lookBackDay } from '../directory/index.js';
import { asSystem, refuse, type Tx } from '../platform/index.js';
import { type Hold, listCleared, listHolds, listReserved } from './in-flight-items.js';
import { listOpenWarnings } from './open-warnings.js';
import { withHeadcount } from './reservations.js';

export interface GateQuestion {
  items: readonly GateItem[];
  /** The day from which the appointments would hold: every number is as of this day. */
  decisionDate: string;
  policy: Policy;
  policyVersion: number;
  /** The proposal that asks: its own holds and its own clearance are not counted against it. */
  proposal: number | null;
  /** Keeps every team touched as it is until the transaction ends, so that two proposals cannot take one vacancy. */
  lock: boolean;
}

export interface GateAnswer {
  /** What was judged, for suggestions about it. */
  input: GateInput;
  result: GateResult;
  holds: Hold[];
  reservations: Reservation[];
}

/**
 * Asks the gate about items, with the directory and all open proposals as they are now: those of other units that touch
 * the same teams count too, and so do teams on the other side of a transfer. A fixed number of statements.
 *
 * @refuses TRY_AGAIN - a workbook has moved a post to another team since the items were looked up
 */
export function judgeAtGate(tx: Tx, question: GateQuestion): Promise<GateAnswer> {
  return asSystem('gate.judge', () => judge(tx, question));
}

async function judge(tx: Tx, question: GateQuestion): Promise<GateAnswer> {
  const { items, decisionDate, policy, policyVersion, proposal, lock } = question;
  const codes = teamsTouched(items);
  // Locking comes first: what follows must not change under the count.
  const teams = await loadTeamFacts(tx, { teamCodes: codes }, { lock, since: lookBackDay(decisionDate, policy) });
  if (!items.every((item) => isStillThere(item, teams))) refuse('TRY_AGAIN');
  const tasks = await loadTasksFor(tx, codes);
  const cleared = await listCleared(tx, codes, proposal);
  const holds = await listHolds(tx, items, proposal);
  const reserved = await listReserved(tx, codes, proposal);
  const unmetQuarters = countAllUnmetQuarters(teams, tasks, decisionDate, policy);
  const warnings = await listOpenWarnings(tx, codes);
  const input = { decisionDate, policy, policyVersion, teams, tasks, unmetQuarters, warnings, cleared, items };
  const result = judgeGate(input);
  return { input, result, holds, reservations: withHeadcount(reserved, result.headcount) };
}

/** What was looked up before the lock must be what stands under it. */
function isStillThere({ appointTo, removeFrom }: GateItem, teams: readonly TeamFacts[]): boolean {
  return [appointTo, removeFrom].every((place) => {
    if (place === undefined) return true;
    const team = teams.find(({ code }) => code === place.team);
    return team?.posts.some(({ code }) => code === place.post) ?? false;
  });
}

/** Quarter ends missed in a row, by `team/task`. */
export function countAllUnmetQuarters(
  teams: readonly TeamFacts[],
  tasks: readonly StaffingTask[],
  asOf: string,
  policy: Policy,
): Record<string, number> {
  return Object.fromEntries(
    teams.flatMap((team) =>
      tasks
        .filter((task) => taskApplies(task, team))
        .map((task) => [`${team.code}/${task.code}`, countUnmetQuarters(team, task, asOf, policy)]),
    ),
  );
}
