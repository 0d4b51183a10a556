import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildUnit } from '../../../test/support/factories.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import type { Notice } from '../../engine/index.js';
import type { Tx } from '../../platform/index.js';
import { deliverNotices } from './deliver-notices.js';

let database: TestDatabase;
let unit: number;

beforeAll(async () => {
  database = await createTestDatabase();
  unit = (await buildUnit(database.db)).id;
  await database.db.queryDynamic(
    `WITH chief AS (
       INSERT INTO app_user (username, display_name, password_hash) VALUES ('chief', '科长', '-') RETURNING id
     ) INSERT INTO role_grant (user_id, role) SELECT id, 'chief' FROM chief`,
  );
});
afterAll(() => database.drop());

/** Two notices of one team, so one after the other: gathered by kind for whoever oversees the unit. */
function noticesOf(team: number, kinds: readonly Notice['kind'][]): Parameters<typeof deliverNotices>[1] {
  const common = { workflow: 'directory', version: 0, unitId: unit, late: false, at: '2026-10-12T01:00:00.000Z' };
  return kinds.map((kind) => {
    const notice: Notice = { ...common, key: `${team} ${kind}`, kind, caseId: team, roles: ['chief'] };
    return { notice, readers: null, arisesInMass: false };
  });
}

async function isSomebodyWaiting(): Promise<boolean> {
  const { rows } = await database.db.queryDynamic(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

it('two who gather the same kinds in opposite order never wait for each other in a ring', async () => {
  const gathered: string[] = [];
  // Each goes on when the other has gathered something too, or waits for what it has.
  const inStep = (tx: Tx): Tx => ({
    async query<T>(name: string, text: string, values?: readonly unknown[]) {
      const result = await tx.query<T>(name, text, values);
      if (name !== 'notice-gather') return result;
      gathered.push(name);
      while (gathered.length < 2 && !(await isSomebodyWaiting())) await new Promise(setImmediate);
      return result;
    },
    queryDynamic: (text, values) => tx.queryDynamic(text, values),
  });
  const deliver = (team: number, kinds: readonly Notice['kind'][]): Promise<number> =>
    database.db.transaction((tx) =>
      deliverNotices(inStep(tx), noticesOf(team, kinds), { today: '2026-10-12', queue: () => Promise.resolve() }),
    );
  const told = await Promise.all([deliver(1, ['ageing-out', 'vacancy']), deliver(2, ['vacancy', 'ageing-out'])]);
  expect(told).toEqual([2, 2]);
  const { rows } = await database.db.queryDynamic('SELECT kind, gathers FROM notice ORDER BY gathers, kind, id');
  expect(rows).toEqual([
    ...['ageing-out', 'ageing-out', 'vacancy', 'vacancy'].map((kind) => ({ kind, gathers: false })),
    ...['ageing-out', 'vacancy'].map((kind) => ({ kind, gathers: true })),
  ]);
});
