import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Relay } from '../src/engine/index.js';
import { OpenDueRounds } from '../src/workflows/stocktake/index.js';
import { type Watched, watch } from './event-loop.js';
import type { LoadedCity } from './city.js';
import { call, openProduct, type Product } from './product.js';
import { statementsOf } from './statement-meter.js';
import { printTable } from './table.js';

const QUARTER_END = '2026-03-31';

interface Stage {
  name: string;
  watched: Watched<unknown>;
  statements: number;
}

/** A stocktake round of the whole city: every unit invited, the ledger frozen, a letter to each unit that answers. */
export async function benchRound(city: LoadedCity): Promise<void> {
  const product = await openProduct(city.stage, city.database);
  // What a step leaves behind is carried out here, where it can be watched.
  const relay = product.app.get(Relay, { strict: false });
  await relay.stop();
  await product.moveClockTo(QUARTER_END);
  const round = (await product.app.get(OpenDueRounds, { strict: false }).openDueRounds(QUARTER_END)) ?? 0;
  const path = `/api/v1/stocktakes/${round}`;
  const step = async (by: string, type: string, payload: object = {}): Promise<void> => {
    const cookie = await product.signIn(by);
    await call(product, cookie, `${path}/events`, { type, payload, commandId: randomUUID() });
  };
  const stages: Stage[] = [];
  const carryOut = async (name: string): Promise<void> => void stages.push(await measure(product, name, relay));

  await carryOut('units invited');
  await step('chief', 'FREEZE', { despiteSilent: true, opinion: '试算' });
  await carryOut('ledger frozen');
  await step('reviewer', 'REPORT');
  await step('deputy', 'ENDORSE');
  await carryOut('ledger told of: warnings opened');
  await step('deputy', 'ISSUE_LETTERS');
  await carryOut('letters issued');
  await product.close();
  const { sides, frozen, warnings, letters } = await countRound(city.database.url('superuser'));
  printTable(
    `A round over ${city.teams} teams: ${sides} units asked, ${frozen} rows frozen, ${warnings} warnings, ${letters} letters`,
    ['what', 'seconds', 'statements', 'longest event-loop delay, ms', 'memory growth, MB'],
    stages.map(({ name, watched: { seconds, longestDelayMs, memoryGrowthMb }, statements }) => [
      name,
      seconds.toFixed(1),
      statements,
      longestDelayMs.toFixed(0),
      memoryGrowthMb.toFixed(0),
    ]),
  );
}

async function measure(product: Product, name: string, relay: Relay): Promise<Stage> {
  let watched: Watched<unknown> | undefined;
  const sent = await statementsOf(product.db, async () => (watched = await watch(() => relay.drain())));
  return { name, watched: watched!, statements: sent.background.length + sent.relay.length };
}

type Counted = Record<'sides' | 'frozen' | 'warnings' | 'letters', number>;

async function countRound(url: string): Promise<Counted> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Counted>(COUNTS);
  await client.end();
  return rows[0]!;
}

const COUNTS = `
  SELECT (SELECT count(*)::int FROM stocktake_unit) AS sides, (SELECT count(*)::int FROM ledger_snapshot_row) AS frozen,
    (SELECT count(*)::int FROM warning) AS warnings, (SELECT count(*)::int FROM feedback_letter) AS letters`;
