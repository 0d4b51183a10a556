import type { Context } from '../../../machines/kernel/index.js';
import { deadlineDay, type Policy, type WorkingCalendar } from '../../../machines/rules/index.js';
import type { Tx } from '../../platform/index.js';
import type { WorkflowRegistry } from '../registry.js';
import type { WorkflowRuntime } from '../types.js';

export interface Recomputed {
  /** Open deadlines that might depend on what changed. */
  checked: number;
  /** Of these, now due on another day. */
  moved: number;
  /** Of these, still past the announced calendar. */
  provisional: number;
  /** Left as they are: no definition of this product declares them. */
  unknown: number;
}

/** Where lengths of deadlines come from. */
export interface DeadlineSources {
  registry: WorkflowRegistry;
  /** The settings of a version. */
  policyOf: (tx: Tx, version: number) => Promise<Policy>;
}

interface OpenDeadline {
  id: number;
  name: string;
  startDay: string;
  dueDay: string;
  provisional: boolean;
  context: Context;
  revision: number;
  policyVersion: number;
}

type ChangedDeadline = Pick<OpenDeadline, 'id' | 'dueDay' | 'provisional'>;

const BATCH = 500;

/**
 * Computes open deadlines again after the calendar changed: the start day as it was armed, the length that the workflow
 * declares under the settings in force when it was armed. A case's history is not touched; its deadline shows the new day.
 *
 * @param tx the open transaction
 * @param sources the workflows and the settings
 * @param calendar the working calendar now in force
 * @param from first day that counts differently, `YYYY-MM-DD`: what is due before it stays as it is unless provisional;
 *   null when no day that was known counts differently
 * @returns how many were looked at and what became of them
 * @source handbook §4.1 (provisional, computed again when the year is loaded)
 */
export async function recomputeDeadlines(
  tx: Tx,
  sources: DeadlineSources,
  calendar: WorkingCalendar,
  from: string | null,
): Promise<Recomputed> {
  const total: Recomputed = { checked: 0, moved: 0, provisional: 0, unknown: 0 };
  for (const runtime of sources.registry.all()) {
    let after = 0;
    for (;;) {
      const batch = await readBatch(tx, runtime, from, after);
      const last = batch.at(-1);
      if (last === undefined) break;
      await recomputeBatch(tx, { runtime, sources, calendar, total }, batch);
      after = last.id;
    }
  }
  return total;
}

interface Work {
  runtime: WorkflowRuntime;
  sources: DeadlineSources;
  calendar: WorkingCalendar;
  total: Recomputed;
}

async function recomputeBatch(tx: Tx, work: Work, batch: readonly OpenDeadline[]): Promise<void> {
  const { total } = work;
  const changed: ChangedDeadline[] = [];
  for (const deadline of batch) {
    total.checked += 1;
    const policy = await work.sources.policyOf(tx, deadline.policyVersion);
    const spec = declarationOf(work.runtime, deadline)?.spec(policy, deadline.context);
    if (spec === undefined) {
      total.unknown += 1;
      continue;
    }
    const { day: dueDay, provisional } = deadlineDay(work.calendar, spec, deadline.startDay);
    if (provisional) total.provisional += 1;
    if (dueDay !== deadline.dueDay) total.moved += 1;
    const isSame = dueDay === deadline.dueDay && provisional === deadline.provisional;
    if (!isSame) changed.push({ id: deadline.id, dueDay, provisional });
  }
  await writeBatch(tx, changed);
}

/** A case not yet moved to the current revision runs on the deadlines of its own. */
function declarationOf({ definition, earlier = [] }: WorkflowRuntime, { name, revision }: OpenDeadline) {
  const own = earlier.find((one) => one.revision === revision) ?? definition;
  return own.deadlines[name];
}

async function readBatch(
  tx: Tx,
  { definition: { name: table } }: WorkflowRuntime,
  from: string | null,
  after: number,
): Promise<OpenDeadline[]> {
  const { rows } = await tx.query<OpenDeadline>(
    `open-deadlines ${table}`,
    `SELECT d.id, d.name, d.start_day AS "startDay", d.due_day AS "dueDay", d.provisional, c.context,
            c.machine_revision AS revision, e.policy_version AS "policyVersion"
     FROM deadline d
     JOIN ${table} c ON c.id = d.case_id
     JOIN case_event e ON e.workflow = d.workflow AND e.case_id = d.case_id AND e.version = d.armed_version
     WHERE d.workflow = $1 AND d.status = 'open' AND (d.provisional OR d.due_day >= $2) AND d.id > $3
     ORDER BY d.id LIMIT $4`,
    [table, from, after, BATCH],
  );
  return rows;
}

async function writeBatch(tx: Tx, changed: readonly ChangedDeadline[]): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(
    'deadlines-recomputed',
    `UPDATE deadline d SET due_day = n.due_day, provisional = n.provisional
     FROM unnest($1::bigint[], $2::date[], $3::boolean[]) n (id, due_day, provisional)
     WHERE d.id = n.id AND d.status = 'open'`,
    [changed.map(({ id }) => id), changed.map(({ dueDay }) => dueDay), changed.map(({ provisional }) => provisional)],
  );
}
