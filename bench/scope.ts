import { Client } from 'pg';
import { ACCEPT_FOR_REVIEW, bodyOf, draft, send, SUBMIT } from './case-path.js';
import type { LoadedCity } from './city.js';
import { median } from './numbers.js';
import { call, openProduct, type Product, TODAY } from './product.js';
import { codes, meetsItsTask } from './scaled-city.js';
import type { StageDatabase } from './stage.js';
import { printTable } from './table.js';
import { copySubmitted } from './throughput.js';

/** The same product twice over one database: bound by the rules of the rows, and as a role that looks past them. */
interface Rivals {
  bound: Seated;
  free: Seated;
}

interface Seated {
  product: Product;
  cookies: Record<Account, string>;
}

type Account = 'clerk' | 'reviewer' | 'chief' | 'leader';
const ACCOUNTS: readonly Account[] = ['clerk', 'reviewer', 'chief', 'leader'];

interface Question {
  name: string;
  by: Account;
  ask: () => { path: string; body?: object };
}

const AREA = 'A0';
const BYPASS = { role: 'bench_bypass', password: 'bench-only-password' };

/** What it costs that the database keeps each unit's rows, as a ratio with to without; requests take turns. */
export async function benchScope(city: LoadedCity, rounds: number): Promise<void> {
  const superuser = city.database.url('superuser');
  const free = await makeBypass(city.database, superuser);
  const products = [await openProduct(city.stage, city.database), await openProduct(city.stage, free)] as const;
  await keepToArea(superuser, 'leader');
  const rivals: Rivals = { bound: await seat(products[0]), free: await seat(products[1]) };
  const n = Array.from({ length: city.teams }, (_, index) => index + 1).find(meetsItsTask) ?? 1;
  const template = await draft(products[0], rivals.bound.cookies, n);
  await send(products[0], rivals.bound.cookies, template, SUBMIT);
  const cases = await copySubmitted(superuser, template.id, 2 * (rounds + WARM_UP));
  const rows = [];
  const wanting = n - (n % 5) + 5;
  for (const question of questions(n, wanting, cases)) rows.push(await compare(rivals, question, rounds));
  for (const product of products) await product.close();
  printTable(
    `Scope in the database at ${city.teams} teams, ${rounds} requests of each kind in turn (medians)`,
    ['request', 'with, ms', 'without, ms', 'ratio'],
    rows,
  );
}

const WARM_UP = 8;

/** @param wanting a team that lacks young members, so that the gate blocks and looks for suggestions */
function questions(n: number, wanting: number, cases: number[]): Question[] {
  const ledger = { path: '/api/v1/staffing?limit=50' };
  const list = { path: '/api/v1/proposals?limit=50' };
  const gate = (team: number): { path: string; body: object } => {
    const body = { unit: codes.unit(team), decisionDate: TODAY, items: [promotion(team)] };
    return { path: '/api/v1/gate/preview', body };
  };
  return [
    { name: 'staffing ledger, whole tree', by: 'chief', ask: () => ledger },
    { name: 'staffing ledger, one area', by: 'leader', ask: () => ledger },
    { name: 'list of proposals, whole tree', by: 'chief', ask: () => list },
    { name: 'list of proposals, one area', by: 'leader', ask: () => list },
    { name: 'gate preview, whole tree', by: 'clerk', ask: () => gate(n) },
    { name: 'gate preview, one area', by: 'leader', ask: () => gate(n) },
    { name: 'gate preview with suggestions, whole tree', by: 'clerk', ask: () => gate(wanting) },
    { name: 'gate preview with suggestions, one area', by: 'leader', ask: () => gate(wanting) },
    {
      name: 'approval, whole tree',
      by: 'reviewer',
      ask: () => ({ path: `/api/v1/proposals/${cases.pop()}/events`, body: bodyOf(ACCEPT_FOR_REVIEW) }),
    },
  ];
}

const promotion = (n: number): object => ({ cadre: codes.cadre(n, 9), appointTo: codes.post(n, 8), kind: 'promote' });

async function compare({ bound, free }: Rivals, { name, by, ask }: Question, rounds: number): Promise<string[]> {
  const times: Record<'bound' | 'free', number[]> = { bound: [], free: [] };
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const [which, { product, cookies }] of [['bound', bound] as const, ['free', free] as const]) {
      const { path, body } = ask();
      const start = performance.now();
      await call(product, cookies[by], path, body);
      if (round >= 0) times[which].push(performance.now() - start);
    }
  }
  const [withRules, without] = [median(times.bound), median(times.free)];
  return [name, withRules.toFixed(2), without.toFixed(2), (withRules / without).toFixed(2)];
}

async function seat(product: Product): Promise<Seated> {
  const cookies = {} as Record<Account, string>;
  for (const account of ACCOUNTS) cookies[account] = await product.signIn(account);
  return { product, cookies };
}

async function makeBypass(database: StageDatabase, superuser: string): Promise<StageDatabase> {
  await run(superuser, [
    `CREATE ROLE ${BYPASS.role} LOGIN BYPASSRLS PASSWORD '${BYPASS.password}' IN ROLE qingpei_app`,
    `GRANT CONNECT ON DATABASE ${new URL(superuser).pathname.slice(1)} TO ${BYPASS.role}`,
  ]);
  return {
    url(role) {
      const url = new URL(database.url(role));
      if (role === 'app') [url.username, url.password] = [BYPASS.role, BYPASS.password];
      return url.href;
    },
  };
}

const keepToArea = (superuser: string, username: string): Promise<void> =>
  run(superuser, [
    `UPDATE role_grant SET unit_id = (SELECT id FROM unit WHERE code = '${AREA}')
     WHERE user_id = (SELECT id FROM app_user WHERE username = '${username}')`,
  ]);

async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
