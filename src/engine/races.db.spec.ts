import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chief, clerk, createToyDatabase } from '../../test/faults/kit/toy-database.js';
import { refusalOf, resultOf, toyEngine, type ToyEngine } from '../../test/faults/kit/toy-engine.js';
import { type TestDatabase, warmPool } from '../../test/support/index.js';

const RACERS = 20;

let database: TestDatabase;
let toy: ToyEngine;

beforeAll(async () => {
  database = await createToyDatabase(RACERS);
  toy = await toyEngine(database.db);
});
afterAll(() => database.drop());

async function count(text: string, ...values: unknown[]): Promise<number> {
  const { rows } = await database.db.queryDynamic<{ n: number }>(text, values);
  return rows[0]!.n;
}

describe('races, on a warmed pool', () => {
  it('the same command twenty times at once is one event with one answer', async () => {
    const id = await toy.draft('同时提交');
    await warmPool(database, RACERS);
    const all = Array.from({ length: RACERS }, () => toy.send(id, 'SUBMIT', clerk, { commandId: 'at-once' }));
    const outcomes = await Promise.all(all);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(resultOf(outcome)))).size).toBe(1);
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.replayed)).toHaveLength(1);
    expect(await count('SELECT count(*) AS n FROM case_event WHERE case_id = $1', id)).toBe(2);
  });

  it('the same creation twenty times at once is one case', async () => {
    await warmPool(database, RACERS);
    const request = {
      workflow: 'toy_request',
      unit: 'U1',
      payload: { title: '同时新建' },
      commandId: 'new',
      caller: clerk,
    };
    const outcomes = await Promise.all(Array.from({ length: RACERS }, () => toy.engine.create(request)));
    expect(new Set(outcomes.map((outcome) => resultOf(outcome).id)).size).toBe(1);
    expect(await count(`SELECT count(*) AS n FROM toy_request WHERE title = '同时新建'`)).toBe(1);
  });

  it('approve against withdraw: one goes through, the other is told so', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await toy.submitted(`同意或撤回${round}`);
      await warmPool(database, RACERS);
      const outcomes = await Promise.all([toy.send(id, 'APPROVE', chief), toy.send(id, 'WITHDRAW', clerk)]);
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
      const refused = outcomes.find((outcome) => !outcome.ok)!;
      expect(['EVENT_NOT_ALLOWED', 'OUT_OF_STOCK']).toContain(refusalOf(refused).code);
      expect(await count('SELECT version AS n FROM toy_request WHERE id = $1', id)).toBe(3);
    }
  });

  it('twenty approvals on the same page: one, and the others are told that somebody was faster', async () => {
    await database.db.queryDynamic('UPDATE toy_stock SET left_count = 100');
    const id = await toy.submitted('同一页面');
    await warmPool(database, RACERS);
    const all = Array.from({ length: RACERS }, () => toy.send(id, 'APPROVE', chief, { expectedVersion: 2 }));
    const outcomes = await Promise.all(all);
    const codes = outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.refusal.code));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes.filter((code) => code === 'STALE_VERSION')).toHaveLength(RACERS - 1);
  });

  it('twenty requests for a stock of three: three', async () => {
    await database.db.queryDynamic('UPDATE toy_stock SET left_count = 3');
    const ids: number[] = [];
    for (let index = 0; index < RACERS; index += 1) ids.push(await toy.submitted(`争${index}`));
    await warmPool(database, RACERS);
    const outcomes = await Promise.all(ids.map((id) => toy.send(id, 'APPROVE', chief)));
    const codes = outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.refusal.code));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(3);
    expect(codes.filter((code) => code === 'OUT_OF_STOCK')).toHaveLength(RACERS - 3);
    expect(await count('SELECT left_count AS n FROM toy_stock')).toBe(0);
  });
});
