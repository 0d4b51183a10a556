import { Injectable } from '@nestjs/common';
import { addDays, addMonthsToDay } from '../../../machines/rules/index.js';
import { Clock, Db, ValidationError, visiblePaths } from '../../platform/index.js';
import { asReader } from '../as-reader.js';
import { titleOf } from '../cards/card-of.js';
import { WorkflowRegistry } from '../registry.js';
import { SettingsService } from '../settings/settings.service.js';
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
  RehearsalQuery,
  RehearsalView,
} from './case.dto.js';
import { findCase, type FoundCase } from './find-case.js';
import { stateLabel } from './labels.js';
import { countStatement, type ListQuestion, pageStatement, unitsOf } from './list-statement.js';
import { readActions, withSchemas } from './read-actions.js';
import { readDeadlines } from './read-deadlines.js';
import { readHistory } from './read-history.js';
import { rehearseCases, type RehearsedCase } from './read-rehearsal.js';

/** Counting stops here: beyond it a list says "more than". */
const MOST_COUNTED = 1_000;

const REHEARSED_DAYS = 90;
const MOST_REHEARSED_MONTHS = 36;

export type RehearsedPeriod = Pick<RehearsalView, 'from' | 'until'>;

/** Reads the cases of any workflow, always within the caller's units; never writes. */
@Injectable()
export class CasesService {
  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly clock: Clock,
    private readonly settings: SettingsService,
  ) {}

  /** One case with its open deadlines and what the caller may do now. */
  async get(workflow: string, id: number, caller: Caller): Promise<CaseView> {
    const runtime = this.registry.get(workflow);
    const found = await findCase(this.db, runtime, id, caller);
    const settings = await this.settings.current(this.db);
    const { today } = settings;
    const deadlines = await readDeadlines(this.db, runtime, id, settings);
    return {
      ...summaryOf(runtime, found),
      context: found.context,
      machineRevision: found.machineRevision,
      deadlines: deadlines.filter(({ status }) => status === 'open'),
      actions: readActions(runtime, found, caller, today),
    };
  }

  /** Cases, newest first. */
  async list(workflow: string, query: ListQuery, caller: Caller): Promise<CaseList> {
    const runtime = this.registry.get(workflow);
    const { unit, mine, limit, ...filters } = query;
    const units = await unitsOf(this.db, visiblePaths(asReader(runtime, caller)), unit);
    const question = { ...filters, units, ...(mine === true && { createdBy: caller.userId }) };
    const page = pageStatement(workflow, question, limit + 1);
    // Planned for the values at hand: a plan that must suit every caller suits none.
    const { rows } = await this.db.queryDynamic<FoundCase>(page.text, page.values);
    const items = rows.slice(0, limit).map((row) => summaryOf(runtime, row));
    const isWhole = question.before === undefined && rows.length <= limit;
    const total = isWhole ? rows.length : await this.total(workflow, question);
    return {
      items,
      next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
      total: Math.min(total, MOST_COUNTED),
      totalIsCapped: total > MOST_COUNTED,
    };
  }

  /** How many cases a list has that goes beyond its first page. */
  private async total(workflow: string, question: ListQuestion): Promise<number> {
    const { text, values } = countStatement(workflow, question, MOST_COUNTED + 1);
    const { rows } = await this.db.queryDynamic<{ total: number }>(text, values);
    return rows[0]?.total ?? 0;
  }

  async history(workflow: string, id: number, query: HistoryQuery, caller: Caller): Promise<HistoryEntry[]> {
    await findCase(this.db, this.registry.get(workflow), id, caller);
    return readHistory(this.db, this.registry.get(workflow), id, query);
  }

  async actions(workflow: string, id: number, caller: Caller): Promise<ActionWithSchema[]> {
    const runtime = this.registry.get(workflow);
    const found = await findCase(this.db, runtime, id, caller);
    return withSchemas(runtime, readActions(runtime, found, caller, this.clock.today()));
  }

  async deadlines(workflow: string, id: number, caller: Caller): Promise<DeadlineView[]> {
    await findCase(this.db, this.registry.get(workflow), id, caller);
    return readDeadlines(this.db, this.registry.get(workflow), id, await this.settings.current(this.db));
  }

  /** What would come of the case's deadlines if nobody acted. */
  async rehearsal(workflow: string, id: number, query: RehearsalQuery, caller: Caller): Promise<RehearsalView> {
    await findCase(this.db, this.registry.get(workflow), id, caller);
    const period = await this.rehearsedPeriod(query);
    const items = await this.rehearsalOf(workflow, [id], period);
    return { ...period, items: items.map(({ caseId: _caseId, ...item }) => item) };
  }

  /**
   * The same for several cases of one workflow, in the order in which it would come.
   *
   * @param ids cases that the caller may see: asked before
   * @param period the days shown, {@link rehearsedPeriod}
   */
  async rehearsalOf(workflow: string, ids: readonly number[], period: RehearsedPeriod): Promise<RehearsedCase[]> {
    const settings = await this.settings.current(this.db);
    return rehearseCases(this.db, this.registry.get(workflow), ids, settings, period);
  }

  /** @returns the days asked for, else ninety from today */
  async rehearsedPeriod(query: RehearsalQuery): Promise<RehearsedPeriod> {
    const from = query.from ?? (await this.settings.current(this.db)).today;
    const until = query.until ?? addDays(from, REHEARSED_DAYS);
    if (until < from || until > addMonthsToDay(from, MOST_REHEARSED_MONTHS)) {
      throw new ValidationError([{ path: 'until', message: '截止日须在起始日之后三年以内' }]);
    }
    return { from, until };
  }

  /** Adds to the commit room's answer what a page shows of it. */
  label(workflow: string, result: CommandResult): CommandResult & { label: string } {
    return { ...result, label: stateLabel(this.registry.get(workflow), result.statePath) };
  }
}

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
    title: titleOf(runtime.definition, found.context),
    flags: [...(runtime.definition.card?.flags?.(found.context) ?? [])],
    fields,
  };
}
