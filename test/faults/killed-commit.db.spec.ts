import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../support/index.js';
import type { DoomedCommand } from './kit/doomed-process.js';
import { runDoomed } from './kit/run-doomed.js';
import { chief, createToyDatabase } from './kit/toy-database.js';
import { newCommandId, resultOf, toyEngine, type ToyEngine } from './kit/toy-engine.js';

/** What an approval with an effect in its transaction asks of the database. */
const STATEMENTS = ['begin', 'lock toy_request', 'toy-stock', 'step toy_request 0', 'toy-take', 'commit'];
const COMMIT = STATEMENTS.length;
const AFTER_THE_LAST = COMMIT + 1;

const OLD = { version: 2, state: 'submitted', events: 2, open: 1, outbox: 0, left: 5 };
const NEW = { version: 3, state: 'approved', events: 3, open: 0, outbox: 2, left: 4 };

let database: TestDatabase;
let toy: ToyEngine;
let titles = 0;

beforeAll(async () => {
  database = await createToyDatabase(4);
  toy = await toyEngine(database.db);
});
afterAll(() => database.drop());

async function freshCase(): Promise<DoomedCommand> {
  await database.db.queryDynamic('UPDATE toy_stock SET left_count = 5');
  titles += 1;
  return { kind: 'approve', caseId: await toy.submitted(`第${titles}件`), commandId: newCommandId() };
}

async function stored(caseId: number): Promise<unknown> {
  const { rows } = await database.db.queryDynamic(
    `SELECT version, state,
            (SELECT count(*) FROM case_event WHERE case_id = $1) AS events,
            (SELECT count(*) FROM deadline WHERE case_id = $1 AND status = 'open') AS open,
            (SELECT count(*) FROM outbox WHERE case_id = $1) AS outbox,
            (SELECT left_count FROM toy_stock) AS left
     FROM toy_request WHERE id = $1`,
    [caseId],
  );
  return rows[0];
}

async function retriedOnce({ caseId, commandId }: { caseId: number; commandId: string }): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    const result = resultOf(await toy.send(caseId, 'APPROVE', chief, { commandId }));
    expect(result).toEqual({ id: caseId, state: 'approved', statePath: 'approved', version: 3, done: true });
    expect(await stored(caseId)).toEqual(NEW);
  }
}

describe('a process killed around a commit', () => {
  it('would have asked these statements', async () => {
    const work = await freshCase();
    const { signal, statements } = await runDoomed(database, { work, dieAt: null, moment: 'before' });
    expect(signal).toBeNull();
    expect(statements).toEqual(STATEMENTS);
    expect(await stored(work.caseId)).toEqual(NEW);
  });

  it.each(STATEMENTS.map((name, index) => [name, index + 1] as const))(
    'before %s: nothing has happened, and the same command then succeeds once',
    async (_name, dieAt) => {
      const work = await freshCase();
      expect(await runDoomed(database, { work, dieAt, moment: 'before' })).toMatchObject({ signal: 'SIGKILL' });
      expect(await stored(work.caseId)).toEqual(OLD);
      await retriedOnce(work);
    },
  );

  it('with the commit on its way: all or nothing has happened, and the same command then succeeds once', async () => {
    const work = await freshCase();
    expect(await runDoomed(database, { work, dieAt: COMMIT, moment: 'sent' })).toMatchObject({ signal: 'SIGKILL' });
    expect([OLD, NEW]).toContainEqual(await stored(work.caseId));
    await retriedOnce(work);
  });

  it('after the commit, before anybody is told: all has happened, and the same command is answered from it', async () => {
    const work = await freshCase();
    const ending = await runDoomed(database, { work, dieAt: AFTER_THE_LAST, moment: 'before' });
    expect(ending.signal).toBe('SIGKILL');
    expect(await stored(work.caseId)).toEqual(NEW);
    await retriedOnce(work);
  });
});
