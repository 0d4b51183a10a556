import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chief, clerk, createToyDatabase } from '../../test/faults/kit/toy-database.js';
import { newCommandId, refusalOf, resultOf, toyEngine, type ToyEngine } from '../../test/faults/kit/toy-engine.js';
import type { TestDatabase } from '../../test/support/index.js';
import type { CommitOutcome } from './index.js';

const MANY = 120;

let database: TestDatabase;
let toy: ToyEngine;

beforeAll(async () => {
  database = await createToyDatabase();
  toy = await toyEngine(database.db);
});
afterAll(() => database.drop());

const createMany = async (engine: ToyEngine, titles: readonly string[]): Promise<CommitOutcome[]> =>
  engine.engine.createTogether(
    'toy_request',
    titles.map((title) => ({ unit: 'U1', payload: { title }, commandId: `begin ${title}`, caller: clerk })),
  );

const titlesOf = (word: string, count = MANY): string[] => Array.from({ length: count }, (_, at) => `${word}${at}`);

async function drafts(word: string, count = MANY): Promise<number[]> {
  return (await createMany(toy, titlesOf(word, count))).map((outcome) => resultOf(outcome).id);
}

const signalAll = (ids: readonly number[], commandId: string): Promise<CommitOutcome[]> =>
  toy.engine.commitTogether(
    'toy_request',
    ids.map((caseId) => ({ caseId, command: { type: 'SIGNAL', payload: {}, commandId }, caller: null })),
  );

async function signalsOf(ids: readonly number[]): Promise<number[]> {
  const { rows } = await database.db.queryDynamic<{ signals: number }>(
    `SELECT (context->>'signals')::int AS signals FROM toy_request WHERE id = ANY ($1) ORDER BY id`,
    [ids],
  );
  return rows.map(({ signals }) => signals);
}

/** How often each statement was sent while `work` ran. */
async function sentBy(work: () => Promise<unknown>): Promise<(name: string) => number> {
  const names: string[] = [];
  const stop = database.db.onStatement(({ name }) => names.push(name));
  await work().finally(stop);
  return (name) => names.filter((each) => each === name).length;
}

describe('steps of many cases', () => {
  it('share a transaction and a lock, fifty at a time, each with its own event; the same again acts no more', async () => {
    const ids = await drafts('一并');
    const sent = await sentBy(async () => (await signalAll(ids, 'all')).forEach(resultOf));
    expect([sent('begin'), sent('lock some toy_request'), sent('commit')]).toEqual([3, 3, 3]);
    const again = await signalAll(ids, 'all');
    expect(again.every((outcome) => outcome.ok && outcome.replayed)).toBe(true);
    expect(await signalsOf(ids)).toEqual(ids.map(() => 1));
    const { rows } = await database.db.queryDynamic(
      `SELECT FROM case_event WHERE command_id = 'all' AND version = 2`,
      [],
    );
    expect(rows).toHaveLength(MANY);
  });

  it('are begun together too, once', async () => {
    const titles = titlesOf('新建');
    const sent = await sentBy(() => createMany(toy, titles));
    expect(sent('begin')).toBe(3);
    const again = await createMany(toy, titles);
    expect(again.every((outcome) => outcome.ok && outcome.replayed)).toBe(true);
  });

  it('go on one by one where one is refused, which keeps none of the others back', async () => {
    const ids = await drafts('拒绝', 5);
    const outcomes = await signalAll([...ids.slice(0, 2), 1_000_000, ...ids.slice(2)], 'refused');
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false, true, true, true]);
    expect(refusalOf(outcomes[2]!).code).toBe('CASE_NOT_FOUND');
    expect(await signalsOf(ids)).toEqual(ids.map(() => 1));
  });

  it('leave nothing of a transaction that breaks off, and are all done when asked again', async () => {
    await database.db.queryDynamic('UPDATE toy_stock SET left_count = 100');
    const ids: number[] = [];
    for (const title of titlesOf('中断', 4)) ids.push(await toy.submitted(title));
    const commandId = newCommandId();
    const requests = ids.map((caseId) => {
      return { caseId, command: { type: 'APPROVE', payload: {}, commandId }, caller: chief };
    });
    let taken = 0;
    const breaking = await toyEngine(database.db, {
      afterTaking: () => {
        taken += 1;
        if (taken === 3) throw new Error('broken');
      },
    });
    await expect(breaking.engine.commitTogether('toy_request', requests)).rejects.toThrow('broken');
    const left = async (): Promise<unknown[]> =>
      (await database.db.queryDynamic('SELECT left_count AS left FROM toy_stock')).rows;
    expect(await left()).toEqual([{ left: 100 }]);
    (await toy.engine.commitTogether('toy_request', requests)).forEach(resultOf);
    expect(await left()).toEqual([{ left: 96 }]);
  });

  it('wait for whoever holds one of the cases, and see what became of it', async () => {
    const ids = await drafts('等待', 10);
    const renames = ids.map((id) => toy.send(id, 'SUBMIT', clerk));
    const [, ...others] = await Promise.all([signalAll(ids, 'waiting'), ...renames]);
    others.forEach(resultOf);
    expect(await signalsOf(ids)).toEqual(ids.map(() => 1));
  });

  it('of two who come from opposite ends are all taken', async () => {
    const ids = await drafts('两端', 100);
    const both = await Promise.all([signalAll(ids, 'upwards'), signalAll(ids.toReversed(), 'downwards')]);
    both.flat().forEach(resultOf);
    expect(await signalsOf(ids)).toEqual(ids.map(() => 2));
  });
});
