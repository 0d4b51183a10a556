import { type Json, migrateInstance } from '../../../machines/kernel/index.js';
import { refuse } from '../../platform/index.js';
import { chartOf } from '../registry.js';
import type { CaseRow, WorkflowRuntime } from '../types.js';
import { storedIn } from './decide-step.js';

/**
 * The case as the current revision of the machine sees it.
 *
 * @refuses INSTANCE_NEEDS_MIGRATION - it was stored by an older machine and must wait for a person to decide
 */
export function upToDate(runtime: WorkflowRuntime, row: CaseRow): CaseRow {
  const chart = chartOf(runtime);
  if (row.machineRevision === chart.revision) return row;
  const migrated = migrateInstance(chart, { ...storedIn(row), revision: row.machineRevision });
  if (!migrated.ok) {
    refuse('INSTANCE_NEEDS_MIGRATION', { case: row.id, revision: row.machineRevision, reason: migrated.reason });
  }
  return { ...row, state: migrated.stored.state as Json, context: migrated.stored.context };
}
