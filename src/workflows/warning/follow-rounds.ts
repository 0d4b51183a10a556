import { Injectable } from '@nestjs/common';
import type { JsonObject } from '../../../machines/kernel/index.js';
import {
  followRound,
  type OpenOne,
  type RowOfRound,
  type WarningContext,
  type WarningStep,
} from '../../../machines/warning/index.js';
import { Engine, type OutboxMessage, SettingsService, SignalCase, SignalRefusedError } from '../../engine/index.js';
import { Db } from '../../platform/index.js';

/** Warned and not reminded yet: the round's letter is the first reminder, also where another one was being drawn up. */
const WITHOUT_FIRST = new Set(['open.opened', 'open.firstDrafted']);

interface Snapshot {
  id: number;
  round: number;
  quarter: string;
  referenceDay: string;
  revision: number;
  hash: string;
}

/** What a unit's side of a round tells of its letter. */
interface LetterNews {
  round: number;
  documentNo: string | null;
  day: string;
  by: number | null;
}

interface Warned {
  id: number;
  statePath: string;
  first: WarningContext['first'];
}

type Opening = Extract<WarningStep, { step: 'open' }>;
type Telling = Exclude<WarningStep, Opening>;

/**
 * What rounds mean to warnings, after the commit: their frozen ledger opens and judges them, their one-to-one letter is the
 * first reminder. Several warnings share a transaction, and each piece of work may run twice.
 */
@Injectable()
export class FollowRounds {
  constructor(
    private readonly db: Db,
    private readonly engine: Engine,
    private readonly signals: SignalCase,
    private readonly settings: SettingsService,
  ) {}

  /** The heads have read the frozen ledger: from now on it holds. */
  async judge(message: OutboxMessage): Promise<void> {
    const snapshot = await this.latestSnapshot(message.caseId);
    const { policy } = await this.settings.current(this.db);
    const { round, quarter, revision, hash, referenceDay } = snapshot;
    const steps = followRound({
      referenceDay,
      basis: { kind: 'round', round, quarter, revision, hash },
      fromSeverity: policy.warning.fromSeverity,
      rows: await this.rowsOf(snapshot.id),
      open: await this.openOnes(),
      successions: await this.successionsBy(referenceDay),
    });
    await this.open(
      steps.filter((step) => step.step === 'open'),
      snapshot,
    );
    await this.tell(message, signalsOf(steps, 'judge', 'ROUND_JUDGED'));
    await this.tell(message, signalsOf(steps, 'end', 'TEAM_GONE'));
  }

  /** The unit's one-to-one letter is the first reminder of whatever it is warned of. */
  async firstIssued(message: OutboxMessage): Promise<void> {
    const { round, documentNo, day } = message.params as unknown as LetterNews;
    const without = (await this.warnedIn(message.caseId, round)).filter(({ statePath }) =>
      WITHOUT_FIRST.has(statePath),
    );
    const payload = { documentNo, day };
    await this.tell(
      message,
      without.map(({ id: caseId }) => ({ caseId, type: 'FIRST_ISSUED', payload })),
    );
  }

  async firstReceived(message: OutboxMessage): Promise<void> {
    const { round, documentNo, day, by } = message.params as unknown as LetterNews;
    const reminded = (await this.warnedIn(message.caseId, round)).filter(({ first }) => {
      return first !== null && first.receivedOn === null && first.documentNo === documentNo;
    });
    const payload = { day, by };
    await this.tell(
      message,
      reminded.map(({ id: caseId }) => ({ caseId, type: 'FIRST_RECEIVED', payload })),
    );
  }

  private async open(steps: readonly Opening[], { round, revision }: Snapshot): Promise<void> {
    const requests = steps.map(({ unit, payload }) => {
      const commandId = `round-${round}-${revision}-${payload.team}-${payload.task}`;
      return { unit, payload, commandId, caller: null };
    });
    for (const outcome of await this.engine.createTogether('warning', requests)) {
      // A change of the directory opened it meanwhile.
      if (!outcome.ok && outcome.refusal.code !== 'WARNING_EXISTS') throw new SignalRefusedError(outcome.refusal);
    }
  }

  /** One that ended between being found and being told needs to be told no more. */
  private tell(message: OutboxMessage, signals: Parameters<SignalCase['sendToAll']>[2]): Promise<void> {
    return this.signals.sendToAll(message, 'warning', signals, ['EVENT_NOT_ALLOWED']);
  }

  private async latestSnapshot(round: number): Promise<Snapshot> {
    const { rows } = await this.db.query<Snapshot>(
      'warning.latest-snapshot',
      `SELECT id, stocktake_id AS round, quarter, reference_day AS "referenceDay", revision, hash
       FROM ledger_snapshot WHERE stocktake_id = $1 ORDER BY revision DESC LIMIT 1`,
      [round],
    );
    if (!rows[0]) throw new Error(`round ${round} was endorsed without a frozen ledger`);
    return rows[0];
  }

  private async rowsOf(snapshot: number): Promise<RowOfRound[]> {
    const { rows } = await this.db.query<{ body: RowOfRound }>(
      'warning.rows-of-round',
      `SELECT jsonb_build_object('team', body->'team', 'teamName', body->'teamName', 'unit', body->'unit',
         'unitName', body->'unitName', 'task', body->'task', 'taskName', body->'taskName', 'due', body->'due',
         'actual', body->'actual', 'shortfall', body->'shortfall', 'level', body->'level', 'severity', body->'severity',
         'unmetQuarters', body->'unmetQuarters') AS body
       FROM ledger_snapshot_row WHERE snapshot_id = $1 ORDER BY ordinal`,
      [snapshot],
    );
    return rows.map(({ body }) => body);
  }

  private async openOnes(): Promise<OpenOne[]> {
    const { rows } = await this.db.query<OpenOne>(
      'warning.open-ones',
      `SELECT w.id, w.team_code AS team, w.context->>'teamName' AS "teamName", w.task_code AS task, w.since,
         unit.code AS unit, unit.name AS "unitName"
       FROM warning w JOIN unit ON unit.id = w.unit_id WHERE NOT w.done ORDER BY w.id`,
    );
    return rows;
  }

  private async successionsBy(day: string): Promise<{ predecessor: string; heir: string }[]> {
    const { rows } = await this.db.query<{ predecessor: string; heir: string }>(
      'warning.successions',
      `SELECT before.code AS predecessor, heir.code AS heir FROM unit_succession s
       JOIN unit before ON before.id = s.predecessor_id JOIN unit heir ON heir.id = s.heir_id WHERE s.day <= $1`,
      [day],
    );
    return rows;
  }

  /** Open warnings of the teams for which a unit's side answers. */
  private async warnedIn(side: number, round: number): Promise<Warned[]> {
    const { rows } = await this.db.query<Warned>(
      'warning.of-side',
      `SELECT w.id, w.state_path AS "statePath", w.context->'first' AS first
       FROM ledger_snapshot_row frozen
       JOIN warning w ON w.team_code = frozen.body->>'team' AND w.task_code = frozen.body->>'task' AND NOT w.done
       WHERE frozen.answering_id = (SELECT unit_id FROM stocktake_unit WHERE id = $1)
         AND frozen.snapshot_id =
           (SELECT id FROM ledger_snapshot WHERE stocktake_id = $2 ORDER BY revision DESC LIMIT 1)
       ORDER BY w.id`,
      [side, round],
    );
    return rows;
  }
}

function signalsOf(
  steps: readonly WarningStep[],
  which: Telling['step'],
  type: string,
): { caseId: number; type: string; payload: JsonObject }[] {
  const telling = steps.filter((step): step is Telling => step.step === which);
  return telling.map(({ warning: caseId, payload }) => ({ caseId, type, payload }));
}
