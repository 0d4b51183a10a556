import { Injectable } from '@nestjs/common';
import { type Day, deadlineDay, rehearseWarning, type WarningSoFar } from '../../../machines/rules/index.js';
import type { RoundContext } from '../../../machines/stocktake/index.js';
import { judgeTeam, loadTasks, lookBackDay, streamTeamFacts, toLedgerRow } from '../../directory/index.js';
import { type Caller, SettingsService, type Surroundings } from '../../engine/index.js';
import { Db, visiblePaths } from '../../platform/index.js';
import type { RoundRehearsalView } from './rehearsal.dto.js';

type Warning = RoundRehearsalView['warnings'][number];

interface OpenOne extends Omit<WarningSoFar, 'isOpen'> {
  id: number;
  team: string;
  task: string;
}

interface RoundRow {
  statePath: string;
  context: RoundContext;
  /** Due day of the deadline that the round runs under. */
  dueDay: Day | null;
}

const BEFORE_ENDORSED = new Set(['opening', 'collecting', 'freezing', 'frozen', 'reported']);

/** Which warnings a round would open, and what would come of those and of the open ones, if teams stayed short. */
@Injectable()
export class RehearseWarnings {
  constructor(
    private readonly db: Db,
    private readonly settings: SettingsService,
  ) {}

  /**
   * By the directory as it is now, judged on the round's reference day: what would be frozen. Stores nothing.
   *
   * @param round the round; units see their side of it alone, and nothing is rehearsed for them here
   * @param period first and last day shown
   * @param caller within whose units
   * @returns the most severe first; empty for whoever does not see the round
   */
  async rehearse(round: number, period: { from: Day; until: Day }, caller: Caller): Promise<Warning[]> {
    const found = await this.read(round);
    if (found === undefined) return [];
    const settings = await this.settings.current(this.db);
    const opensOn = BEFORE_ENDORSED.has(found.statePath) ? endorsedOn(found, settings) : null;
    const open = await this.openOnes();
    const warnings: Warning[] = [];
    for await (const row of this.slowRows(found.context.referenceDay, settings, caller)) {
      const warned = open.get(keyOf(row));
      if (warned === undefined && opensOn === null) continue;
      const soFar = warned ? { ...warned, isOpen: true } : { ...NOT_YET, openedOn: opensOn! };
      const steps = rehearseWarning(soFar, settings.policy, settings.calendar);
      const shown = steps.filter(({ day }) => day >= period.from && day <= period.until);
      if (shown.length > 0) warnings.push({ ...row, warning: warned?.id ?? null, steps: shown });
    }
    return warnings.toSorted(
      (a, b) => b.severity - a.severity || b.shortfall - a.shortfall || (a.team < b.team ? -1 : 1),
    );
  }

  private async *slowRows(
    asOf: Day,
    { policy }: Surroundings,
    caller: Caller,
  ): AsyncGenerator<Omit<Warning, 'warning' | 'steps'>> {
    const judgedBy = { asOf, policy, tasks: await loadTasks(this.db) };
    const since = lookBackDay(asOf, policy);
    for await (const teams of streamTeamFacts(this.db, { scope: visiblePaths(caller) }, { since })) {
      for (const entry of teams.flatMap((each) => judgeTeam(each, judgedBy))) {
        const { team, teamName, unit, unitName, task, taskName, level, severity, due, actual, shortfall } = toLedgerRow(
          entry,
          judgedBy,
        );
        if (shortfall === 0 || severity < policy.warning.fromSeverity) continue;
        yield { team, teamName, unit, unitName, task, taskName, level, severity, due, actual, shortfall };
      }
    }
  }

  private async read(round: number): Promise<RoundRow | undefined> {
    const { rows } = await this.db.query<RoundRow>(
      'stocktake.rehearsed-round',
      `SELECT round.state_path AS "statePath", round.context, (
         SELECT min(due_day) FROM deadline d WHERE d.workflow = 'stocktake' AND d.case_id = round.id AND d.status = 'open') AS "dueDay"
       FROM stocktake round WHERE round.id = $1`,
      [round],
    );
    return rows[0];
  }

  private async openOnes(): Promise<Map<string, OpenOne>> {
    const { rows } = await this.db.query<OpenOne>(
      'stocktake.rehearsed-warnings',
      `SELECT id, team_code AS team, task_code AS task, context->>'openedOn' AS "openedOn",
         context#>>'{first,issuedOn}' AS "firstOn", context#>>'{first,receivedOn}' AS "firstReceivedOn",
         context#>>'{second,issuedOn}' AS "secondOn", context#>>'{second,receivedOn}' AS "secondReceivedOn"
       FROM warning WHERE NOT done`,
    );
    return new Map(rows.map((row) => [keyOf(row), row]));
  }
}

const keyOf = ({ team, task }: { team: string; task: string }): string => JSON.stringify([team, task]);

const NOT_YET = { isOpen: false, firstOn: null, firstReceivedOn: null, secondOn: null, secondReceivedOn: null };

/** The last day on which the heads would endorse the ledger, were every period used up. */
function endorsedOn({ statePath, context, dueDay }: RoundRow, { calendar, today }: Surroundings): Day {
  const later = (day: Day): Day => (day < today ? today : day);
  const within = (n: number, start: Day): Day =>
    deadlineDay(calendar, { kind: 'working-days', n, countStart: false }, start).day;
  if (statePath === 'reported' && dueDay !== null) return later(dueDay);
  const frozen = statePath === 'frozen' || statePath === 'freezing' ? today : later(dueDay ?? today);
  return within(context.periods.endorsement, frozen);
}
