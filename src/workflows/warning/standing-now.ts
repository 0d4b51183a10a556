import {
  type Day,
  type Policy,
  seatsOn,
  type StaffingTask,
  type TeamFacts,
  type YoungMember,
} from '../../../machines/rules/index.js';
import type { Arrival, Standing } from '../../../machines/warning/index.js';
import {
  judgeTeam,
  loadTasksFor,
  loadTeamFacts,
  lookBackDay,
  type Reader,
  toLedgerRow,
} from '../../directory/index.js';

/** One team under one task as the directory has it today. */
export interface StandingNow {
  team: string;
  teamName: string;
  unit: string;
  unitName: string;
  task: string;
  taskName: string;
  standing: Standing;
  /** The day each of those who count came to the team. */
  young: Arrival[];
}

/** Teams with all their tasks, judged by the directory as it is on a day. A fixed number of statements. */
export async function standingsOf(
  tx: Reader,
  teamCodes: readonly string[],
  today: Day,
  policy: Policy,
): Promise<StandingNow[]> {
  const tasks = await loadTasksFor(tx, teamCodes);
  const teams = await loadTeamFacts(tx, { teamCodes }, { since: lookBackDay(today, policy) });
  return teams.flatMap((team) => judge(team, tasks, today, policy));
}

function judge(facts: TeamFacts, tasks: readonly StaffingTask[], asOf: Day, policy: Policy): StandingNow[] {
  const settings = { asOf, policy, tasks };
  return judgeTeam(facts, settings).map((entry) => {
    const { team, teamName, unit, unitName, task, taskName, members, ...row } = toLedgerRow(entry, settings);
    const { due, actual, shortfall, level, severity, unmetQuarters } = row;
    const basis = { kind: 'directory' } as const;
    const standing: Standing = { asOf, basis, due, actual, shortfall, level, severity, unmetQuarters };
    return { team, teamName, unit, unitName, task, taskName, standing, young: arrivals(facts, members, asOf) };
  });
}

function arrivals(team: TeamFacts, members: readonly YoungMember[], asOf: Day): Arrival[] {
  const seats = seatsOn(team, asOf);
  return members.flatMap(({ cadre, post }) => {
    const seat = seats.find((held) => held.cadre === cadre && held.post === post);
    return seat ? [{ cadre, post, from: seat.from }] : [];
  });
}
