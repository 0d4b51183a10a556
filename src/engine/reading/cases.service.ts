import { Injectable } from '@nestjs/common';
import { Clock, Db } from '../../platform/index.js';
import { WorkflowRegistry } from '../registry.js';
import type { Caller, CommandResult, WorkflowRuntime } from '../types.js';
import type {
  ActionWithSchema,
  CaseList,
  CaseSummary,
  CaseView,
  DeadlineView,
  HistoryEntry,
  HistoryQuery,
  ListQuery,
} from './case.dto.js';
import { caseColumns, findCase, type FoundCase, readablePaths } from './find-case.js';
import { stateLabel } from './labels.js';
import { readActions, withSchemas } from './read-actions.js';
import { readDeadlines } from './read-deadlines.js';
import { readHistory } from './read-history.js';

/** Counting stops here: beyond it a list says "more than". */
const MOST_COUNTED = 1_000;

/** Reads the cases of any workflow, always within the caller's units; never writes. */
@Injectable()
export class CasesService {
  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly clock: Clock,
  ) {}

  /** One case with its open deadlines and what the caller may do now. */
  async get(workflow: string, id: number, caller: Caller): Promise<CaseView> {
    const runtime = this.registry.get(workflow);
    const found = await findCase(this.db, workflow, id, caller);
    const deadlines = await readDeadlines(this.db, runtime, id, this.clock.today());
    return {
      ...summaryOf(runtime, found),
      context: found.context,
      deadlines: deadlines.filter(({ status }) => status === 'open'),
      actions: readActions(runtime, found, caller),
    };
  }

  /** Cases, newest first. */
  async list(workflow: string, query: ListQuery, caller: Caller): Promise<CaseList> {
    const runtime = this.registry.get(workflow);
    const { state = null, unit = null, mine, done = null, before = null, limit } = query;
    const filter = [readablePaths(caller), state, unit, mine === true ? caller.userId : null, done];
    const { rows } = await this.db.query<FoundCase>(
      `cases ${workflow}`,
      `${caseColumns(workflow)} WHERE ${FILTER} AND ($6::bigint IS NULL OR c.id < $6) ORDER BY c.id DESC LIMIT $7`,
      [...filter, before, limit + 1],
    );
    const counted = await this.db.query<{ total: number }>(
      `count ${workflow}`,
      `SELECT count(*) AS total FROM (
         SELECT FROM ${workflow} c JOIN unit u ON u.id = c.unit_id WHERE ${FILTER} LIMIT $6) AS found`,
      [...filter, MOST_COUNTED + 1],
    );
    const items = rows.slice(0, limit).map((row) => summaryOf(runtime, row));
    const total = counted.rows[0]?.total ?? 0;
    return {
      items,
      next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
      total: Math.min(total, MOST_COUNTED),
      totalIsCapped: total > MOST_COUNTED,
    };
  }

  async history(workflow: string, id: number, query: HistoryQuery, caller: Caller): Promise<HistoryEntry[]> {
    await findCase(this.db, workflow, id, caller);
    return readHistory(this.db, this.registry.get(workflow), id, query);
  }

  async actions(workflow: string, id: number, caller: Caller): Promise<ActionWithSchema[]> {
    const runtime = this.registry.get(workflow);
    const found = await findCase(this.db, workflow, id, caller);
    return withSchemas(runtime, readActions(runtime, found, caller));
  }

  async deadlines(workflow: string, id: number, caller: Caller): Promise<DeadlineView[]> {
    await findCase(this.db, workflow, id, caller);
    return readDeadlines(this.db, this.registry.get(workflow), id, this.clock.today());
  }

  /** Adds to the commit room's answer what a page shows of it. */
  label(workflow: string, result: CommandResult): CommandResult & { label: string } {
    return { ...result, label: stateLabel(this.registry.get(workflow), result.statePath) };
  }
}

/** The same conditions for the page and for the count; a parameter left NULL does not filter. */
const FILTER = `u.path <@ ANY ($1::ltree[])
  AND ($2::text IS NULL OR c.state_path = $2 OR starts_with(c.state_path, $2 || '.'))
  AND ($3::text IS NULL OR u.path <@ (SELECT path FROM unit WHERE code = $3))
  AND ($4::bigint IS NULL OR c.created_by = $4)
  AND ($5::boolean IS NULL OR c.done = $5)`;

function summaryOf(runtime: WorkflowRuntime, found: FoundCase): CaseSummary {
  const { id, state, statePath, version, done, unit, createdBy, fields } = found;
  return {
    id,
    state,
    statePath,
    label: stateLabel(runtime, statePath),
    version,
    done,
    unit,
    createdBy,
    createdAt: found.createdAt.toISOString(),
    updatedAt: found.updatedAt.toISOString(),
    fields,
  };
}
