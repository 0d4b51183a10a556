import { Client } from 'pg';
import { watch } from './event-loop.js';
import { median } from './numbers.js';
import { call, openProduct, type Product } from './product.js';
import type { LoadedCity } from './city.js';
import { printTable } from './table.js';

const BATCH = 1000;
/** The earliest day that the ledger of the benchmark's day looks back to. */
const SINCE = '2025-03-31';

const TEAMS = `
  SELECT team.id, team.code, team.name, team.level, approved_principals, approved_deputies,
    unit.id AS unit_id, unit.code AS unit, unit.name AS unit_name, unit.kind, unit.path::text
  FROM team JOIN unit ON unit.id = team.unit_id WHERE team.id > $1 ORDER BY team.id LIMIT ${BATCH}`;
const POSTS = `SELECT id, code, team_id, name, tier, rank FROM post WHERE team_id BETWEEN $1 AND $2`;
const SEATS = `
  SELECT seat.post_id, cadre.code, cadre.name, cadre.birth_month, seat.mode, seat.occupies_headcount,
    seat.from_day::text, seat.to_day::text
  FROM post JOIN appointment seat ON seat.post_id = post.id JOIN cadre ON cadre.id = seat.cadre_id
  WHERE post.team_id BETWEEN $1 AND $2 AND (seat.to_day IS NULL OR seat.to_day > '${SINCE}')`;

/** The floor: the same teams, posts and seats as plain rows, batch by batch, and nothing done with them. */
async function readRows(client: Client): Promise<number> {
  let rows = 0;
  for (let last = 0; ;) {
    const teams = await client.query<{ id: string }>({ name: 'teams', text: TEAMS, values: [last] });
    const [first, end] = [teams.rows[0]?.id, teams.rows.at(-1)?.id];
    if (first === undefined || end === undefined) return rows;
    const posts = await client.query({ name: 'posts', text: POSTS, values: [first, end] });
    const seats = await client.query({ name: 'seats', text: SEATS, values: [first, end] });
    rows += teams.rows.length + posts.rows.length + seats.rows.length;
    last = Number(end);
  }
}

interface Ledger {
  total: number;
  totals: { levels: { level: string; rows: number }[] };
}

const readLedger = (product: Product, cookie: string): Promise<Ledger> =>
  call<Ledger>(product, cookie, '/api/v1/staffing?limit=50');

/** Every team recomputed as `GET /staffing` does it, against reading the same rows. */
export async function benchLedger(city: LoadedCity, rounds: number): Promise<void> {
  const product = await openProduct(city.stage, city.database);
  const client = new Client({ connectionString: city.database.url('app'), options: '-c jit=off -c qingpei.scope=*' });
  await client.connect();
  const cookie = await product.signIn('chief');
  const ledger = await readLedger(product, cookie);
  const rows = await readRows(client);
  const recomputed = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round++) {
    recomputed.push(await watch(() => readLedger(product, cookie)));
    floor.push((await watch(() => readRows(client))).seconds);
  }
  await client.end();
  await product.close();
  const ratios = recomputed.map(({ seconds }, round) => seconds / (floor[round] ?? Number.NaN));
  printTable(
    `Whole ledger: ${city.teams} teams, ${ledger.total} ledger rows (${levelsOf(ledger)})`,
    ['what', 'figure', 'aim'],
    [
      ['database rows read', rows, ''],
      ['recomputed over HTTP, s (median)', median(recomputed.map(({ seconds }) => seconds)).toFixed(2), ''],
      ['same rows read by raw pg, s (median)', median(floor).toFixed(2), ''],
      ['ratio (median)', median(ratios).toFixed(2), '≤ 2'],
      ['longest event-loop delay, ms', Math.max(...recomputed.map((each) => each.longestDelayMs)).toFixed(0), ''],
      ['highest memory growth, MB', Math.max(...recomputed.map((each) => each.memoryGrowthMb)).toFixed(0), ''],
    ],
  );
}

const levelsOf = ({ totals }: Ledger): string => totals.levels.map(({ level, rows }) => `${level} ${rows}`).join(', ');
