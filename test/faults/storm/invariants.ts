import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../../src/app.module.js';
import { auditVerify } from '../../../src/audit/index.js';
import { type Difference, verifyHistories, WorkflowRegistry } from '../../../src/engine/index.js';
import { Db, LOOKS_ON, readConfig } from '../../../src/platform/index.js';
import { deadlinesOf } from '../../../machines/kernel/index.js';
import { isLate } from '../../../machines/rules/index.js';
import { chartOf } from '../../../src/engine/registry.js';
import { look } from './city.js';
import type { Cluster } from './cluster.js';
import type { Acknowledged } from './load.js';

/** What must hold whatever has been done to the processes, the database and the store of jobs; empty when it does. */
export async function faultsOf(cluster: Cluster, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const config = readConfig({ SAMPLE_CITY: 'off', DATA_DIR: cluster.folder, LOG_LEVEL: 'error' });
  const { postgres } = cluster;
  const module = AppModule.forRoot({
    config,
    databaseUrl: postgres.url('app'),
    workerUrl: postgres.url('worker'),
    duties: LOOKS_ON,
  });
  const product = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    const url = postgres.url('worker');
    const registry = product.get(WorkflowRegistry, { strict: false });
    return [
      ...(await histories(product.get(Db, { strict: false }), registry)),
      ...(await lostCommands(url, acknowledged)),
      ...(await deadlines(url, registry)),
      ...(await counted(url)),
      ...(await reminders(url)),
      ...(await audit(product.get(Db, { strict: false }), cluster.folder)),
    ];
  } finally {
    await product.close();
  }
}

async function histories(db: Db, registry: WorkflowRegistry): Promise<string[]> {
  const found: Difference[] = [];
  const { cases } = await verifyHistories(db, registry, (difference) => found.push(difference));
  const empty = cases === 0 ? ['no history to replay'] : [];
  return [...empty, ...found.map(({ workflow, caseId, problem }) => `history of ${workflow} ${caseId}: ${problem}`)];
}

/** Whoever was told that something is done finds it in the history, once, at the version he was told. */
async function lostCommands(url: string, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const rows = await look<{ commandId: string; caseId: number; version: number }>(
    url,
    `SELECT command_id AS "commandId", case_id::int AS "caseId", version FROM case_event WHERE workflow = 'proposal'`,
  );
  const stored = new Map<string, { caseId: number; version: number }[]>();
  for (const row of rows) stored.set(row.commandId, [...(stored.get(row.commandId) ?? []), row]);
  return acknowledged.flatMap(({ commandId, caseId, version }) => {
    const events = stored.get(commandId) ?? [];
    const isThere = events.length === 1 && events[0]!.caseId === caseId && events[0]!.version === version;
    return isThere
      ? []
      : [`proposal ${caseId}: version ${version} was acknowledged and is there ${events.length} times`];
  });
}

/** Each waiting state has exactly its open deadlines; what has ended has none. */
async function deadlines(url: string, registry: WorkflowRegistry): Promise<string[]> {
  const faults: string[] = [];
  for (const runtime of registry.all()) {
    const { name } = runtime.definition;
    const rows = await look<{ id: number; state: never; open: string[] }>(
      url,
      `SELECT id::int, state, ARRAY(SELECT d.name FROM deadline d
         WHERE d.workflow = $1 AND d.case_id = c.id AND d.status = 'open' ORDER BY d.name) AS open FROM ${name} c`,
      [name],
    );
    for (const { id, state, open } of rows) {
      const wanted = [...new Set(deadlinesOf(chartOf(runtime), state).map((deadline) => deadline.name))].toSorted();
      if (wanted.join() !== open.join())
        faults.push(`${name} ${id}: waits for [${wanted.join()}], open is [${open.join()}]`);
    }
  }
  return faults;
}

const NONE: Readonly<Record<string, string>> = {
  'consequences not carried out': 'outbox WHERE done_at IS NULL',
  'signals acted upon twice': `(SELECT FROM case_event WHERE command_id LIKE 'outbox-%'
      GROUP BY workflow, case_id, command_id HAVING count(*) > 1) twice`,
  'quarters with several rounds': '(SELECT FROM stocktake GROUP BY quarter HAVING count(*) > 1) several',
  'units with several sides of one round':
    '(SELECT FROM stocktake_unit GROUP BY stocktake_id, unit_id HAVING count(*) > 1) several',
  'posts held by several proposals': `(SELECT FROM proposal_item WHERE holds GROUP BY appoint_post_id HAVING count(*) > 1) several`,
  'posts held by proposals that have ended':
    'proposal_item i JOIN proposal p ON p.id = i.proposal_id WHERE i.holds AND p.done',
  'teams with more people and holds than approved': `(
      SELECT FROM team t JOIN post ON post.team_id = t.id
      LEFT JOIN appointment a ON a.post_id = post.id
      LEFT JOIN proposal_item i ON i.appoint_post_id = post.id AND i.holds
      GROUP BY t.id HAVING count(DISTINCT a.id) + count(DISTINCT i.proposal_id) > max(t.approved_principals + t.approved_deputies)) over`,
  'reminders of deadlines that have ended, still waiting': `deadline_reminder r JOIN deadline d ON d.id = r.deadline_id
      WHERE r.fired_at IS NULL AND d.status <> 'open'`,
  'deadlines with several reminders waiting':
    '(SELECT FROM deadline_reminder WHERE fired_at IS NULL GROUP BY deadline_id HAVING count(*) > 1) several',
};

async function counted(url: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [what, where] of Object.entries(NONE)) {
    const [row] = await look<{ count: number }>(url, `SELECT count(*)::int AS count FROM ${where}`);
    if (row!.count > 0) faults.push(`${what}: ${row!.count}`);
  }
  return faults;
}

/** Each reminder that was handed out left one notice, and says rightly whether it was late. */
async function reminders(url: string): Promise<string[]> {
  const rows = await look<{ id: number; rung: number; dueAt: Date; firedAt: Date; late: boolean; notices: number }>(
    url,
    `SELECT r.deadline_id::int AS id, r.working_days AS rung, r.due_at AS "dueAt", r.fired_at AS "firedAt", r.late,
            (SELECT count(*)::int FROM outbox o WHERE o.effect = '$notice' AND o.params->'deadline'->>'id' = r.deadline_id::text
              AND (o.params->'deadline'->>'workingDaysLeft')::int = -r.working_days) AS notices
     FROM deadline_reminder r WHERE r.fired_at IS NOT NULL`,
  );
  const none = rows.length === 0 ? ['no reminder was handed out'] : [];
  const wrong = rows.flatMap(({ id, rung, dueAt, firedAt, late, notices }) => {
    const rightly = late === isLate(dueAt.toISOString(), firedAt.toISOString());
    return [
      ...(notices === 1 ? [] : [`deadline ${id}, rung ${rung}: ${notices} notices`]),
      ...(rightly ? [] : [`deadline ${id}, rung ${rung}: late is ${late}`]),
    ];
  });
  return [...none, ...wrong];
}

async function audit(db: Db, folder: string): Promise<string[]> {
  const lines: string[] = [];
  const isWhole = (await auditVerify(db, folder, (line) => lines.push(line))) === 0;
  return isWhole ? [] : lines.map((line) => `audit: ${line}`);
}
