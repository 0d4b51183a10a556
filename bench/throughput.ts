import { Client } from 'pg';
import { ACCEPT_FOR_REVIEW, bodyOf, draft, type People, send, SUBMIT } from './case-path.js';
import type { HttpAnswers, HttpLoad } from './http-load.thread.js';
import { inThread } from './in-thread.js';
import { median } from './numbers.js';
import type { Product } from './product.js';
import type { RawAnswers, RawLoad, RawStatement } from './raw-load.thread.js';
import { captureTransaction, inOneStatement } from './raw-transaction.js';
import type { Scale } from './scale.js';
import type { StageDatabase } from './stage.js';
import { printTable } from './table.js';

interface Scene {
  product: Product;
  people: People;
  database: StageDatabase;
}

/** A proposal that has been drafted and submitted stands at this version. */
const SUBMITTED = 2;
const CONCURRENCIES = [1, 8] as const;

/** Each runs over submitted cases and tells how many it finished in a second. */
interface Contestant {
  run(cases: readonly number[], concurrency: number): Promise<number>;
}

/** Approvals in a second, over HTTP and as raw transactions that write the same rows, taking turns. */
export async function benchThroughput(
  scene: Scene,
  n: number,
  { rounds, perRound }: Scale['throughput'],
): Promise<void> {
  const template = await draft(scene.product, scene.people, n);
  await send(scene.product, scene.people, template, SUBMIT);
  // One round more than counted, to warm up, and a case to capture.
  const wanted = 1 + 3 * (rounds + 1) * (perRound[1] + perRound[8]);
  const [captured, ...cases] = await copySubmitted(scene.database.url('superuser'), template.id, wanted);
  const approved = { path: `/api/v1/proposals/${captured}` };
  await send(scene.product, scene.people, approved, ACCEPT_FOR_REVIEW);
  const statements = await captureTransaction(scene.database.url('superuser'), captured ?? 0, SUBMITTED + 1);
  const contestants = [overHttp(scene), raw(scene, statements), raw(scene, [inOneStatement(statements)])];
  const rows = [];
  for (const concurrency of CONCURRENCIES) {
    const rates: number[][] = [];
    for (let round = 0; round <= rounds; round++) {
      rates.push([]);
      for (const contestant of contestants)
        rates.at(-1)?.push(await contestant.run(cases.splice(0, perRound[concurrency]), concurrency));
    }
    rows.push(rowOf(concurrency, rates.slice(1)));
  }
  printTable(`Approvals a second, ${rounds} rounds in turn (ratios are medians of rounds; aim 0.5)`, HEADER, rows);
  console.log(`raw transaction: BEGIN · ${statements.map(({ name }) => name).join(' · ')} · COMMIT`);
}

const HEADER = ['concurrency', 'over HTTP', 'raw', 'raw, one statement', 'HTTP to raw', 'HTTP to raw, one statement'];

function rowOf(concurrency: number, rates: readonly number[][]): string[] {
  const middle = (of: (round: readonly number[]) => number): number => median(rates.map(of));
  const rate = (contestant: number): string => middle((round) => round[contestant] ?? Number.NaN).toFixed(0);
  const ratio = (floor: number): string =>
    middle((round) => (round[0] ?? Number.NaN) / (round[floor] ?? Number.NaN)).toFixed(2);
  return [`${concurrency}`, rate(0), rate(1), rate(2), ratio(1), ratio(2)];
}

function overHttp({ product, people }: Scene): Contestant {
  return {
    async run(cases, concurrency) {
      const requests = cases.map((id) => ({ path: `/api/v1/proposals/${id}/events`, body: bodyOf(ACCEPT_FOR_REVIEW) }));
      const load: HttpLoad = { origin: product.origin, cookie: people.reviewer, concurrency, requests };
      const { seconds, failures, firstFailure } = await inThread<HttpAnswers>('http-load', load);
      if (firstFailure !== null) throw new Error(`${failures} approvals failed: ${firstFailure}`);
      return cases.length / seconds;
    },
  };
}

function raw({ database }: Scene, statements: readonly RawStatement[]): Contestant {
  return {
    async run(cases, concurrency) {
      const load: RawLoad = { url: database.url('app'), concurrency, cases, statements };
      const { seconds } = await inThread<RawAnswers>('raw-load', load);
      return cases.length / seconds;
    },
  };
}

/** Copies of a submitted case with its history and open deadlines; each can be approved once. */
export async function copySubmitted(url: string, template: number, count: number): Promise<number[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO proposal (unit_id, state, state_path, context, version, machine_revision, done, created_by, created_at,
       updated_at, create_command_id, title, reason)
     SELECT unit_id, state, state_path, context, version, machine_revision, done, created_by, created_at, updated_at,
       'copy-' || n, title, reason
     FROM proposal, generate_series(1, $2::int) n WHERE id = $1 RETURNING id`,
    [template, count],
  );
  const ids = rows.map(({ id }) => Number(id));
  await client.query(
    `INSERT INTO case_event SELECT workflow, copy, version, type, state, actor_id, actor_role, on_behalf_of, at, payload,
       facts, command_id, machine_revision, policy_version, unit_id
     FROM case_event, unnest($2::bigint[]) copy WHERE workflow = 'proposal' AND case_id = $1`,
    [template, ids],
  );
  await client.query(
    `INSERT INTO deadline (workflow, case_id, name, armed_version, start_day, due_day, provisional, status, closed_version,
       unit_id)
     SELECT workflow, copy, name, armed_version, start_day, due_day, provisional, status, closed_version, unit_id
     FROM deadline, unnest($2::bigint[]) copy WHERE workflow = 'proposal' AND case_id = $1`,
    [template, ids],
  );
  await client.query('VACUUM ANALYZE');
  await client.end();
  return ids;
}
