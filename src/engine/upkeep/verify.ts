import {
  firstDifference,
  type Json,
  replay,
  type ReplayDifference,
  runningDeadlines,
  statePath,
} from '../../../machines/kernel/index.js';
import { asWorker, type Db } from '../../platform/index.js';
import { chartOf, type WorkflowRegistry } from '../registry.js';
import type { WorkflowRuntime } from '../types.js';
import { inOneLine, readBatches, type StoredCase } from './read-batches.js';

/** A place where what is stored and what follows from the history part. */
export interface Difference {
  workflow: string;
  caseId: number;
  problem: string;
}

export interface VerifyResult {
  cases: number;
  events: number;
  differences: number;
}

/**
 * Walks every stored history through the machines again and compares: proof that each state follows from what was recorded,
 * and that nobody changed a row behind the commit room's back. Reads only.
 *
 * @param db the database
 * @param registry the workflows
 * @param report told of every difference as it is found
 * @returns how much was looked at, and how many differences there were
 */
export function verifyHistories(
  db: Db,
  registry: WorkflowRegistry,
  report: (difference: Difference) => void,
): Promise<VerifyResult> {
  return asWorker('verify', () => verifyAll(db, registry, report));
}

async function verifyAll(
  db: Db,
  registry: WorkflowRegistry,
  report: (difference: Difference) => void,
): Promise<VerifyResult> {
  const result: VerifyResult = { cases: 0, events: 0, differences: 0 };
  const found = (difference: Difference): void => {
    result.differences += 1;
    report(difference);
  };
  for (const runtime of registry.all()) {
    const workflow = runtime.definition.name;
    for await (const batch of readBatches(db, workflow)) {
      for (const stored of batch) {
        result.cases += 1;
        result.events += stored.events.length;
        for (const problem of problemsOf(runtime, stored)) found({ workflow, caseId: stored.id, problem });
      }
    }
    for (const caseId of await orphans(db, workflow)) found({ workflow, caseId, problem: '有办理记录而无事项' });
  }
  for (const workflow of await unknownWorkflows(db, registry))
    found({ workflow, caseId: 0, problem: '程序不认识此流程' });
  return result;
}

/**
 * @param runtime the workflow
 * @param stored a case with its history
 * @returns one line per difference; empty when all is as it must be
 */
export function problemsOf(runtime: WorkflowRuntime, stored: StoredCase): string[] {
  const chart = chartOf(runtime);
  const charts = [...(runtime.earlier ?? []).map((definition) => chartOf({ definition })), chart];
  const replayed = replay((revision) => charts.find((one) => one.revision === revision), stored.events);
  if (!replayed.ok) return [differenceText(replayed.difference)];
  if (replayed.stored === null) return ['没有办理记录'];
  // A case not yet moved to the current revision runs on the deadlines of its own.
  const chartThen = charts.find(({ revision }) => revision === replayed.revision) ?? chart;
  const running = [...new Set(runningDeadlines(chartThen, replayed.stored).map(({ name }) => name))];
  const problems = [
    unequal('版本', stored.events.length, stored.version),
    unequal('流程版次', replayed.revision, stored.machineRevision),
    unequal('环节', replayed.stored.state as Json, stored.state as Json),
    unequal('环节路径', statePath(replayed.stored.state), stored.statePath),
    contextProblem(replayed.stored.context, stored.context),
    unequal('是否办结', replayed.done, stored.done),
    unequal('在计时限', running.toSorted(), stored.openDeadlines.toSorted()),
  ];
  return problems.filter((problem): problem is string => problem !== null);
}

function contextProblem(replayed: Json, stored: Json): string | null {
  const path = firstDifference(replayed, stored);
  return path === null ? null : `内容：${path || '全部'}与按办理记录推算的不同`;
}

function unequal(what: string, expected: Json, stored: Json): string | null {
  if (firstDifference(expected, stored) === null) return null;
  return `${what}：应为${inOneLine(expected)}，存为${inOneLine(stored)}`;
}

function differenceText(difference: ReplayDifference): string {
  const at = `第${difference.version}步`;
  if (difference.kind === 'version') return `办理记录不连续：应为第${difference.expected}步，存为${at}`;
  if (difference.kind === 'revision') return `${at}：程序中已没有流程第${difference.revision}版，无法重演`;
  if (difference.kind === 'migration') return `${at}：不能移到新版流程（${difference.reason}）`;
  if (difference.kind === 'refused') return `${at}：按当时的依据应被拒绝（${difference.refusal.code}）`;
  return `${at}：应到${inOneLine(difference.replayed as Json)}，存为${inOneLine(difference.stored as Json)}`;
}

async function orphans(db: Db, workflow: string): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `orphans ${workflow}`,
    `SELECT DISTINCT e.case_id AS id FROM case_event e
     WHERE e.workflow = $1 AND NOT EXISTS (SELECT FROM ${workflow} c WHERE c.id = e.case_id) ORDER BY 1`,
    [workflow],
  );
  return rows.map(({ id }) => id);
}

async function unknownWorkflows(db: Db, registry: WorkflowRegistry): Promise<string[]> {
  const { rows } = await db.query<{ workflow: string }>(
    'workflows-on-record',
    'SELECT DISTINCT workflow FROM case_event WHERE workflow <> ALL ($1) ORDER BY 1',
    [registry.all().map(({ definition }) => definition.name)],
  );
  return rows.map(({ workflow }) => workflow);
}
