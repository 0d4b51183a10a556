import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chief, clerk, createToyDatabase } from '../../test/faults/kit/toy-database.js';
import { refusalOf, resultOf, toyEngine, type ToyEngine } from '../../test/faults/kit/toy-engine.js';
import type { TestDatabase } from '../../test/support/index.js';

let database: TestDatabase;
let toy: ToyEngine;

beforeAll(async () => {
  database = await createToyDatabase();
  toy = await toyEngine(database.db);
});
afterAll(() => database.drop());

async function rows<T>(text: string, ...values: unknown[]): Promise<T[]> {
  return (await database.db.queryDynamic<T>(text, values)).rows;
}

const deadlinesOf = (id: number): Promise<unknown[]> =>
  rows(
    `SELECT name, armed_version AS armed, start_day AS start, due_day AS due, provisional, status, closed_version AS closed
     FROM deadline WHERE case_id = $1 ORDER BY armed_version`,
    id,
  );

describe('deadlines', () => {
  it('are armed when a state is entered, closed when it is left, and armed anew on each visit', async () => {
    const id = await toy.submitted('时限');
    const first = { name: 'review', armed: 2, start: '2026-09-29', due: '2026-10-08', provisional: false };
    expect(await deadlinesOf(id)).toEqual([{ ...first, status: 'open', closed: null }]);
    await toy.send(id, 'WITHDRAW', clerk);
    expect(await deadlinesOf(id)).toEqual([{ ...first, status: 'closed', closed: 3 }]);
    toy.clock.set('2026-10-08');
    await toy.send(id, 'SUBMIT', clerk);
    const second = { name: 'review', armed: 4, start: '2026-10-08', due: '2026-10-10', provisional: false };
    expect(await deadlinesOf(id)).toEqual([
      { ...first, status: 'closed', closed: 3 },
      { ...second, status: 'open', closed: null },
    ]);
    toy.clock.set('2026-09-29');
  });

  it('keep their day while the state goes on', async () => {
    const id = await toy.submitted('不变');
    const before = await deadlinesOf(id);
    const command = { type: 'SIGNAL', payload: {}, commandId: 'still' };
    resultOf(await toy.engine.commit({ workflow: 'toy_request', caseId: id, caller: null, command }));
    expect(await deadlinesOf(id)).toEqual(before);
  });

  it('are provisional past the announced calendar', async () => {
    toy.clock.set('2026-12-30');
    const id = await toy.submitted('来年');
    expect(await deadlinesOf(id)).toMatchObject([{ due: '2027-01-01', provisional: true }]);
    toy.clock.set('2026-09-29');
  });
});

describe('effects in the transaction', () => {
  it('take everything back when they fail', async () => {
    const failing = await toyEngine(database.db, {
      afterTaking: () => {
        throw new Error('broken');
      },
    });
    const [before] = await rows<{ left: number }>('SELECT left_count AS left FROM toy_stock');
    const id = await failing.submitted('失败');
    await expect(failing.send(id, 'APPROVE', chief)).rejects.toThrow('broken');
    expect(await rows('SELECT left_count AS left FROM toy_stock')).toEqual([before]);
    expect(await rows('SELECT version, state FROM toy_request WHERE id = $1', id)).toEqual([
      { version: 2, state: 'submitted' },
    ]);
    expect(await rows('SELECT FROM case_event WHERE case_id = $1', id)).toHaveLength(2);
    expect(await rows('SELECT FROM outbox WHERE case_id = $1', id)).toHaveLength(0);
    expect(await rows(`SELECT FROM deadline WHERE case_id = $1 AND status = 'open'`, id)).toHaveLength(1);
  });

  it('explain a promise of the database as a refusal, and leave nothing behind', async () => {
    resultOf(await toy.send(await toy.submitted('唯一'), 'APPROVE', chief));
    const second = await toy.submitted('唯一');
    expect(refusalOf(await toy.send(second, 'APPROVE', chief))).toEqual({
      code: 'TITLE_TAKEN',
      params: { title: '唯一' },
    });
    expect(await rows('SELECT FROM case_event WHERE case_id = $1', second)).toHaveLength(2);
  });
});

describe('a newer machine', () => {
  it('takes along what its migration can move, and says so of the rest', async () => {
    const draft = await toy.draft('旧稿');
    const submitted = await toy.submitted('旧件');
    const newer = await toyEngine(database.db, { revision: 2 });
    expect(resultOf(await newer.send(draft, 'SUBMIT', clerk))).toMatchObject({ state: 'submitted', version: 2 });
    expect(await rows('SELECT machine_revision AS r FROM toy_request WHERE id = $1', draft)).toEqual([{ r: 2 }]);
    expect(await deadlinesOf(draft)).toMatchObject([{ name: 'review', status: 'open' }]);
    expect(refusalOf(await newer.send(submitted, 'WITHDRAW', clerk))).toMatchObject({
      code: 'INSTANCE_NEEDS_MIGRATION',
      params: { case: submitted, revision: 1 },
    });
  });
});
