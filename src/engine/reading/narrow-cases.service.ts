import { Injectable } from '@nestjs/common';
import { narrowReadersOf } from '../../../machines/kernel/index.js';
import { Clock, Db, refuse, visiblePaths } from '../../platform/index.js';
import { asNarrowReader } from '../as-reader.js';
import { narrowSight } from '../narrow-sight.js';
import { WorkflowRegistry } from '../registry.js';
import { SettingsService } from '../settings/settings.service.js';
import type { Caller } from '../types.js';
import type { ActionWithSchema, DeadlineView, HistoryEntry } from './case.dto.js';
import { caseColumns, type FoundCase } from './find-case.js';
import { readActions, withSchemas } from './read-actions.js';
import { readDeadlines } from './read-deadlines.js';
import { readHistory } from './read-history.js';

/** A case of which the caller sees one question: what of it is told is for the workflow's own face to say. */
export interface NarrowCase extends FoundCase {
  /** The question waits for the caller's office now. */
  waits: boolean;
  /** Since when the case has stood where it stands. */
  since: Date;
}

export interface NarrowPage {
  before?: number;
  limit: number;
  /** Whether the question has been answered. */
  done?: boolean;
  unit?: string;
}

const MOST_COUNTED = 1_000;

/** Finds cases for those who answer one question of them, see `NarrowFace`. Never writes, and shows nothing by itself. */
@Injectable()
export class NarrowCasesService {
  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly clock: Clock,
    private readonly settings: SettingsService,
  ) {}

  /** @refuses CASE_NOT_FOUND (thrown) - no such case in reach, or its question was never put to the caller's office */
  async find(workflow: string, id: number, caller: Caller): Promise<NarrowCase> {
    const { from, values } = this.sighted(workflow, caller);
    const { rows } = await this.db.query<NarrowCase>(
      `narrow case ${workflow}`,
      `${caseColumns(workflow, WAITING)} ${from} AND c.id = $3`,
      [...values, id],
    );
    return rows[0] ?? refuse('CASE_NOT_FOUND', { case: id });
  }

  /**
   * Questions put to the caller's office, newest first.
   *
   * @returns one case more than asked for when there is a next page, and how many there are, at most one more than counted
   */
  async list(
    workflow: string,
    { before, limit, done, unit }: NarrowPage,
    caller: Caller,
  ): Promise<{ rows: NarrowCase[]; total: number; mostCounted: number }> {
    const { from, values } = this.sighted(workflow, caller);
    const asked = `${from} AND ($3::boolean IS NULL OR ${WAITS} <> $3)
      AND ($4::text IS NULL OR u.path <@ (SELECT path FROM unit WHERE code = $4))`;
    const { rows } = await this.db.query<NarrowCase>(
      `narrow cases ${workflow}`,
      `${caseColumns(workflow, WAITING)} ${asked} AND ($5::bigint IS NULL OR c.id < $5) ORDER BY c.id DESC LIMIT $6`,
      [...values, done ?? null, unit ?? null, before ?? null, limit + 1],
    );
    const counted = await this.db.query<{ total: number }>(
      `narrow cases counted ${workflow}`,
      `SELECT count(*)::int AS total FROM (
         SELECT FROM ${workflow} c JOIN unit u ON u.id = c.unit_id ${asked} LIMIT $5) AS found`,
      [...values, done ?? null, unit ?? null, MOST_COUNTED + 1],
    );
    return { rows, total: counted.rows[0]?.total ?? 0, mostCounted: MOST_COUNTED };
  }

  /** What the caller may do with the question put to him, with what it asks for; nothing else of the case. */
  actions(workflow: string, found: NarrowCase, caller: Caller): ActionWithSchema[] {
    const runtime = this.registry.get(workflow);
    const { policy } = runtime.definition;
    const roles = narrowReadersOf(runtime.definition);
    const actions = readActions(runtime, found, asNarrowReader(runtime, caller), this.clock.today());
    return withSchemas(
      runtime,
      actions.filter(({ event }) => policy[event]?.roles.some((role) => roles.includes(role))),
    );
  }

  /** The steps that answered the question. Whether the caller sees it has been asked before. */
  history(workflow: string, id: number, types: readonly string[]): Promise<HistoryEntry[]> {
    return readHistory(this.db, this.registry.get(workflow), id, { after: 0, limit: 500, types });
  }

  /** Open deadlines of the case, while it waits for the caller's office. */
  async deadlines(workflow: string, { id, waits }: NarrowCase): Promise<DeadlineView[]> {
    if (!waits) return [];
    const settings = await this.settings.current(this.db);
    const deadlines = await readDeadlines(this.db, this.registry.get(workflow), id, settings);
    return deadlines.filter(({ status }) => status === 'open');
  }

  /** @returns what comes after the columns; $1 and $2 are taken */
  private sighted(workflow: string, caller: Caller): { from: string; values: unknown[] } {
    const runtime = this.registry.get(workflow);
    const from = `LEFT JOIN case_card card ON card.workflow = '${workflow}' AND card.case_id = c.id
      WHERE u.path <@ ANY ($1::ltree[]) AND ${narrowSight(workflow, '$2')}`;
    return { from, values: [visiblePaths(asNarrowReader(runtime, caller)), narrowReadersOf(runtime.definition)] };
  }
}

/** The question waits for one of the roles in $2. */
const WAITS = 'coalesce(card.roles && $2::text[] AND NOT card.done, false)';
const WAITING = `, ${WAITS} AS waits, coalesce(card.since, c.updated_at) AS since`;
