import { migrateInstance, statePath } from '../../../machines/kernel/index.js';
import { asWorker, type Db } from '../../platform/index.js';
import { chartOf, type WorkflowRegistry } from '../registry.js';
import { readBatches } from './read-batches.js';

/** What moving one case to the current revision of its machine would do. */
export interface PlannedMove {
  workflow: string;
  caseId: number;
  fromRevision: number;
  toRevision: number;
  from: string;
  /** Null when the case must wait for a person to decide. */
  to: string | null;
  reason: string | null;
}

export interface DryRunResult {
  cases: number;
  /** Stored by an older revision. */
  toMove: number;
  stranded: number;
}

/**
 * Says for each case stored by an older machine what its next step would make of it. Changes nothing: a case is moved by
 * the step that next touches it.
 *
 * @param db the database
 * @param registry the workflows at their current revisions
 * @param report told of every case that is not up to date
 * @returns how many cases there are, how many would be moved, and how many of these cannot be
 */
export function dryRunMigration(
  db: Db,
  registry: WorkflowRegistry,
  report: (move: PlannedMove) => void,
): Promise<DryRunResult> {
  return asWorker('migrate-dry-run', () => planAll(db, registry, report));
}

async function planAll(db: Db, registry: WorkflowRegistry, report: (move: PlannedMove) => void): Promise<DryRunResult> {
  const result: DryRunResult = { cases: 0, toMove: 0, stranded: 0 };
  for (const runtime of registry.all()) {
    const chart = chartOf(runtime);
    for await (const batch of readBatches(db, chart.name)) {
      result.cases += batch.length;
      for (const stored of batch.filter(({ machineRevision }) => machineRevision !== chart.revision)) {
        const { id, state, context, machineRevision } = stored;
        const migrated = migrateInstance(chart, { state, context, revision: machineRevision });
        result.toMove += 1;
        if (!migrated.ok) result.stranded += 1;
        report({
          workflow: chart.name,
          caseId: id,
          fromRevision: machineRevision,
          toRevision: chart.revision,
          from: stored.statePath,
          to: migrated.ok ? statePath(migrated.stored.state) : null,
          reason: migrated.ok ? null : migrated.reason,
        });
      }
    }
  }
  return result;
}
