import { Injectable } from '@nestjs/common';
import {
  type Comparison,
  compareRounds,
  type FrozenRow,
  previousQuarter,
  type Succession,
  totalsOf,
  type Totals,
} from '../../../machines/stocktake/index.js';
import type { LetterContent } from '../../../machines/rules/index.js';
import { Db, refuse, type ScopeHolder, visiblePaths } from '../../platform/index.js';
import type { SidesView, SnapshotQuery } from './stocktake.dto.js';

interface Revision {
  id: number;
  revision: number;
  reason: string | null;
  hash: string;
  rows: number;
  takenAt: Date;
  quarter: string;
  referenceDay: string;
  policyVersion: number;
}

export type SnapshotView = Pick<Revision, 'quarter' | 'referenceDay' | 'policyVersion' | 'revision' | 'hash'> & {
  round: number;
  revisions: Pick<Revision, 'revision' | 'reason' | 'hash' | 'rows' | 'takenAt'>[];
  items: (FrozenRow & { hash: string })[];
  total: number;
  limit: number;
  offset: number;
  totals: (Totals & { task: string; taskName: string })[];
};

export interface LetterView {
  content: LetterContent;
  hash: string;
  documentNo: string | null;
  issuedAt: Date;
  snapshot: { revision: number; hash: string; referenceDay: string };
}

/** Frozen ledgers, comparisons and letters, always within the caller's units. */
@Injectable()
export class StocktakeReads {
  constructor(private readonly db: Db) {}

  /** @refuses SNAPSHOT_NOT_TAKEN - no such round, or no such revision of it */
  async snapshot(round: number, query: SnapshotQuery, caller: ScopeHolder): Promise<SnapshotView> {
    const { limit, offset, unit, level } = query;
    const revisions = await this.revisions(round);
    const wanted = revisions.find(({ revision }) => query.revision === undefined || revision === query.revision);
    if (!wanted) return this.refuseUnfrozen(round, caller);
    const all = await this.rowsOf(wanted.id, caller, unit);
    if (all.length === 0) await this.requireReach(round, caller);
    const chosen = level === undefined ? all : all.filter((row) => row.level === level);
    const { quarter, referenceDay, policyVersion, revision, hash } = wanted;
    return {
      round,
      quarter,
      referenceDay,
      policyVersion,
      revision,
      hash,
      revisions: revisions.map(({ revision: number, reason, hash: its, rows, takenAt }) => {
        return { revision: number, reason, hash: its, rows, takenAt };
      }),
      items: chosen.slice(offset, offset + limit),
      total: chosen.length,
      limit,
      offset,
      totals: totalsPerTask(chosen),
    };
  }

  /** The round beside that of the quarter before, by the latest revision of each. */
  async comparison(
    round: number,
    caller: ScopeHolder,
  ): Promise<Comparison & { quarter: string; previousQuarter: string; previousRound: number | null }> {
    const [latest] = await this.revisions(round);
    if (!latest) return this.refuseUnfrozen(round, caller);
    const before = previousQuarter(latest.quarter);
    const text = 'SELECT DISTINCT stocktake_id AS id FROM ledger_snapshot WHERE quarter = $1';
    const found = await this.db.query<{ id: number }>('stocktake.round-before', text, [before]);
    const previousRound = found.rows[0]?.id ?? null;
    const [earlier] = previousRound === null ? [] : await this.revisions(previousRound);
    const successions = await this.db.query<Succession>(
      'stocktake.successions',
      `SELECT before.code AS predecessor, heir.code AS heir FROM unit_succession s
       JOIN unit before ON before.id = s.predecessor_id JOIN unit heir ON heir.id = s.heir_id
       WHERE s.day <= $1`,
      [latest.referenceDay],
    );
    const now = await this.rowsOf(latest.id, caller);
    if (now.length === 0) await this.requireReach(round, caller);
    const past = earlier ? await this.rowsOf(earlier.id, caller) : [];
    const compared = compareRounds(now, past, successions.rows);
    return { quarter: latest.quarter, previousQuarter: before, previousRound, ...compared };
  }

  async sides(round: number, caller: ScopeHolder): Promise<SidesView> {
    const { rows } = await this.db.query<SidesView[number]>(
      'stocktake.sides-in-scope',
      `SELECT side.id, json_build_object('code', unit.code, 'name', unit.name) AS unit, side.state_path AS "statePath",
              side.context->>'answer' AS answer, (side.context->>'chased')::int AS chased,
              side.context->>'documentNo' AS "documentNo", side.context->>'issuedOn' AS "issuedOn",
              side.context->>'receivedOn' AS "receivedOn"
       FROM stocktake_unit side JOIN unit ON unit.id = side.unit_id
       WHERE side.stocktake_id = $1 AND unit.path <@ ANY ($2::ltree[]) ORDER BY unit.code`,
      [round, visiblePaths(caller)],
    );
    if (rows.length === 0) await this.requireReach(round, caller);
    return rows;
  }

  /** @refuses LETTER_NOT_ISSUED - the unit's side, which the caller may see, has no letter yet */
  async letter(side: number, caller: ScopeHolder): Promise<LetterView> {
    const { rows } = await this.db.query<LetterView>(
      'stocktake.letter',
      `SELECT letter.content, letter.hash, letter.document_no AS "documentNo", letter.issued_at AS "issuedAt",
              json_build_object('revision', snapshot.revision, 'hash', snapshot.hash,
                                'referenceDay', snapshot.reference_day) AS snapshot
       FROM feedback_letter letter JOIN unit ON unit.id = letter.unit_id
       JOIN ledger_snapshot snapshot ON snapshot.id = letter.snapshot_id
       WHERE letter.stocktake_unit_id = $1 AND unit.path <@ ANY ($2::ltree[])`,
      [side, visiblePaths(caller)],
    );
    return rows[0] ?? refuse('LETTER_NOT_ISSUED', { side });
  }

  private async refuseUnfrozen(round: number, caller: ScopeHolder): Promise<never> {
    await this.requireReach(round, caller);
    return refuse('SNAPSHOT_NOT_TAKEN', { round });
  }

  /**
   * Asked where nothing was found: whoever has a side in the round, or sees the department, may know that it exists.
   *
   * @refuses CASE_NOT_FOUND - for everybody else it does not
   */
  private async requireReach(round: number, caller: ScopeHolder): Promise<void> {
    const { rows } = await this.db.query(
      'stocktake.within-reach',
      `SELECT FROM unit WHERE path <@ ANY ($2::ltree[])
         AND id IN (SELECT unit_id FROM stocktake WHERE id = $1
                    UNION ALL SELECT unit_id FROM stocktake_unit WHERE stocktake_id = $1) LIMIT 1`,
      [round, visiblePaths(caller)],
    );
    if (rows.length === 0) refuse('CASE_NOT_FOUND', { case: round });
  }

  /** Latest first. */
  private async revisions(round: number): Promise<Revision[]> {
    const { rows } = await this.db.query<Revision>(
      'stocktake.revisions',
      `SELECT id, revision, reason, hash, rows, taken_at AS "takenAt", quarter, reference_day AS "referenceDay",
              policy_version AS "policyVersion"
       FROM ledger_snapshot WHERE stocktake_id = $1 ORDER BY revision DESC`,
      [round],
    );
    return rows;
  }

  private async rowsOf(
    snapshot: number,
    caller: ScopeHolder,
    unit?: string,
  ): Promise<(FrozenRow & { hash: string })[]> {
    const { rows } = await this.db.query<{ body: FrozenRow; hash: string }>(
      'stocktake.rows-in-scope',
      `SELECT frozen.body, frozen.hash FROM ledger_snapshot_row frozen JOIN unit ON unit.id = frozen.unit_id
       WHERE frozen.snapshot_id = $1 AND unit.path <@ ANY ($2::ltree[])
         AND ($3::text IS NULL OR unit.path <@ (SELECT path FROM unit WHERE code = $3))
       ORDER BY frozen.ordinal`,
      [snapshot, visiblePaths(caller), unit ?? null],
    );
    return rows.map(({ body, hash }) => ({ ...body, hash }));
  }
}

function totalsPerTask(rows: readonly FrozenRow[]): SnapshotView['totals'] {
  return [...new Set(rows.map(({ task }) => task))].toSorted().map((task) => {
    const own = rows.filter((row) => row.task === task);
    return { task, taskName: own[0]!.taskName, ...totalsOf(own) };
  });
}
