import { checkDefinition } from '../../machines/kernel/index.js';
import { type Db, StartupError } from '../platform/index.js';
import { chartOf } from './registry.js';
import type { WorkflowRuntime } from './types.js';

/** The columns every workflow's table begins with. */
const ENGINE_COLUMNS = [
  'id',
  'unit_id',
  'state',
  'state_path',
  'context',
  'version',
  'machine_revision',
  'done',
  'created_by',
  'created_at',
  'updated_at',
  'create_command_id',
];

/**
 * Complete at start or not at all: a workflow that lacks a handler, a schema, a label or its table would fail on the day
 * somebody first needs it.
 *
 * @param db the database, migrated
 * @param runtimes every registered workflow
 * @refuses WORKFLOW_INCOMPLETE (thrown) - with every fault of every workflow
 * @source architecture, decision 8
 */
export async function requireComplete(db: Db, runtimes: readonly WorkflowRuntime[]): Promise<void> {
  const faults = [...runtimes.flatMap((runtime) => faultsOf(runtime)), ...(await missingColumns(db, runtimes))];
  if (faults.length === 0) return;
  throw new StartupError('WORKFLOW_INCOMPLETE', `流程定义不完整，程序不能启动：\n- ${faults.join('\n- ')}`);
}

/**
 * @param runtime one workflow
 * @returns one line per fault of its definition, its schemas and its handlers; empty when complete
 */
export function faultsOf(runtime: WorkflowRuntime): string[] {
  const { name, policy, effects } = runtime.definition;
  return [
    ...checkDefinition(chartOf(runtime)),
    ...compare(name, 'event', Object.keys(policy), 'payload schema', Object.keys(runtime.payloads)),
    ...compare(name, 'effect', effects, 'handler', Object.keys(runtime.effects)),
  ];
}

function compare(
  workflow: string,
  kind: string,
  named: readonly string[],
  part: string,
  given: readonly string[],
): string[] {
  return [
    ...named.filter((name) => !given.includes(name)).map((name) => `${workflow}: ${kind} ${name} has no ${part}`),
    ...given
      .filter((name) => !named.includes(name))
      .map((name) => `${workflow}: ${part} ${name} belongs to no ${kind}`),
  ];
}

async function missingColumns(db: Db, runtimes: readonly WorkflowRuntime[]): Promise<string[]> {
  const { rows } = await db.query<{ table: string; column: string }>(
    'engine-columns',
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = ANY ($1)`,
    [runtimes.map((runtime) => runtime.definition.name)],
  );
  const present = new Set(rows.map(({ table, column }) => `${table}.${column}`));
  return runtimes.flatMap(({ definition: { name } }) =>
    ENGINE_COLUMNS.filter((column) => !present.has(`${name}.${column}`)).map(
      (column) => `${name}: table ${name} has no column ${column}`,
    ),
  );
}
