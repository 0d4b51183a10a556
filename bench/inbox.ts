import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { CardUpkeep } from '../src/engine/index.js';
import type { LoadedCity } from './city.js';
import { AREA, type Question, questionsAmong } from './inbox-questions.js';
import { median } from './numbers.js';
import { call, openProduct, type Product } from './product.js';
import { statementsOf } from './statement-meter.js';
import { printTable } from './table.js';

/** Of a hundred cases, so many stand in each state: most are over, as in an installation some years old. */
const STATES: readonly (readonly [state: string, percent: number])[] = [
  ['confirmed', 60],
  ['draft', 8],
  ['submitted', 8],
  ['preReview', 8],
  ['gateDecision.blocked', 6],
  ['inSelection.inspection', 6],
  ['inSelection.publicNotice.posted', 4],
];

const WARM_UP = 2;

/** What an inbox costs among so many cases, as a ratio to reading thirty rows of the cases' table by its primary key. */
export async function benchInbox(city: LoadedCity, cases: number, rounds: number): Promise<void> {
  const superuser = city.database.url('superuser');
  const product = await openProduct(city.stage, city.database);
  await loadCases(superuser, cases);
  const start = performance.now();
  const made = await product.app.get(CardUpkeep, { strict: false }).fill();
  const perSecond = made / ((performance.now() - start) / 1000);
  await run(superuser, ['VACUUM ANALYZE', keepToArea('leader')]);
  const floor = await floorOf(city.database.url('app'), rounds);
  const rows = [];
  for (const question of questionsAmong(cases)) rows.push(await ask(product, question, floor, rounds));
  await product.close();
  printTable(
    `Inbox among ${cases} cases, ${rounds} requests of each kind (medians; floor: thirty rows by primary key, ${floor.toFixed(2)} ms)`,
    ['request', 'statements', 'ms', 'highest ms', 'to the floor', 'rows'],
    rows,
  );
  console.log(`cards made: ${made}, ${perSecond.toFixed(0)} a second`);
}

async function ask(product: Product, { name, by, path }: Question, floor: number, rounds: number): Promise<string[]> {
  const cookie = await product.signIn(by);
  const times: number[] = [];
  let found = 0;
  const { request } = await statementsOf(product.db, () => call(product, cookie, path));
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const start = performance.now();
    const { items = [] } = await call<{ items?: unknown[] }>(product, cookie, path);
    if (round >= 0) times.push(performance.now() - start);
    found = items.length;
  }
  const ms = median(times);
  return [name, `${request.length}`, ms.toFixed(2), Math.max(...times).toFixed(1), (ms / floor).toFixed(1), `${found}`];
}

async function floorOf(url: string, rounds: number): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const times: number[] = [];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const start = performance.now();
    await client.query(`BEGIN; SET LOCAL qingpei.scope = '*'`);
    await client.query('SELECT id, state_path, version, title FROM proposal ORDER BY id DESC LIMIT 30');
    await client.query('COMMIT');
    if (round >= 0) times.push(performance.now() - start);
  }
  await client.end();
  return median(times);
}

/** Cases spread over the city's units, each with the events of one clerk and, where it waits, of one reviewer. */
async function loadCases(url: string, cases: number): Promise<void> {
  let from = 0;
  const statements = STATES.map(([state, percent]) => {
    const { state: value, context } = golden(state);
    const until = from + percent;
    const text = `
      INSERT INTO proposal (unit_id, state, state_path, context, version, machine_revision, done, created_by, created_at,
        updated_at, create_command_id, title, reason)
      SELECT 10000000 + 1 + n % (SELECT count(*) FROM team), '${JSON.stringify(value)}', '${state}',
        jsonb_set('${JSON.stringify(context)}', '{title}', to_jsonb('动议' || n)), 2, 1, ${state === 'confirmed'},
        (SELECT id FROM app_user WHERE username = 'clerk'), at, at, 'bench-' || n, '动议' || n, ''
      FROM (SELECT n, date_trunc('second', timestamptz '2026-01-01' + n * interval '1 minute') AS at
            FROM generate_series(1, ${cases}) n WHERE n % 100 >= ${from} AND n % 100 < ${until}) AS given`;
    from = until;
    return text;
  });
  const events = ['clerk', 'chief'].map(
    (username, index) => `
      INSERT INTO case_event (workflow, case_id, version, type, state, actor_id, actor_role, at, payload, facts, command_id,
        machine_revision, policy_version, unit_id)
      SELECT 'proposal', p.id, ${index + 1}, 'EDIT', p.state, u.id, '${username}', p.created_at, '{}', '{}', 'bench-${index}',
        1, 1, p.unit_id
      FROM proposal p, app_user u WHERE u.username = '${username}'`,
  );
  const deadlines = `
    INSERT INTO deadline (workflow, case_id, name, armed_version, start_day, due_day, provisional, unit_id)
    SELECT 'proposal', id, 'reviewStart', 2, created_at::date, created_at::date + 10, false, unit_id
    FROM proposal WHERE state_path IN ('submitted', 'preReview')`;
  await run(url, [...statements, ...events, deadlines]);
}

function golden(state: string): { state: unknown; context: object } {
  return JSON.parse(readFileSync(`machines/proposal/golden/r1.${state}.json`, 'utf8')) as {
    state: unknown;
    context: object;
  };
}

const keepToArea = (username: string): string =>
  `UPDATE role_grant SET unit_id = (SELECT id FROM unit WHERE code = '${AREA}')
   WHERE user_id = (SELECT id FROM app_user WHERE username = '${username}')`;

async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
