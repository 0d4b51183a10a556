import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../support/index.js';
import { runDoomed } from './kit/run-doomed.js';
import { chief, createToyDatabase } from './kit/toy-database.js';
import { resultOf, toyEngine, type ToyEngine } from './kit/toy-engine.js';

let database: TestDatabase;
let toy: ToyEngine;

beforeAll(async () => {
  database = await createToyDatabase(4);
  toy = await toyEngine(database.db);
});
afterAll(() => database.drop());

/** An approved case whose consequences wait: a signal to a case, and an announcement. */
async function approved(title: string): Promise<number> {
  const id = await toy.submitted(title);
  resultOf(await toy.send(id, 'APPROVE', chief));
  return id;
}

async function consequencesOf(id: number): Promise<unknown> {
  const { rows } = await database.db.queryDynamic(
    `SELECT (SELECT (context->'signals')::int FROM toy_request WHERE id = $1) AS signals,
            (SELECT count(*) FROM case_event WHERE case_id = $1 AND type = 'SIGNAL') AS events,
            (SELECT count(*) FROM outbox WHERE case_id = $1 AND done_at IS NULL) AS waiting`,
    [id],
  );
  return rows[0];
}

/** What a relay asks of the database to signal one case and to make one announcement. */
const STATEMENTS = [
  'outbox-claim',
  'begin',
  'lock toy_request',
  'step toy_request 0',
  'commit',
  'outbox-done',
  'outbox-claim',
  'outbox-done',
  'outbox-claim',
];

describe('a relay killed at its work', () => {
  it('would have asked these statements', async () => {
    const id = await approved('探路');
    const doom = { work: { kind: 'relay' }, dieAt: null, moment: 'before' } as const;
    expect((await runDoomed(database, doom)).statements).toEqual(STATEMENTS);
    expect(await consequencesOf(id)).toEqual({ signals: 1, events: 1, waiting: 0 });
  });

  it.each([
    ['before the signal is committed', 5],
    ['after the signal, before it is noted as sent', 6],
    ['before the last message is noted as sent', 8],
  ])('%s: the next carries the message out, and its consequence happens once', async (moment, dieAt) => {
    const id = await approved(moment);
    const doom = { work: { kind: 'relay' }, dieAt, moment: 'before' } as const;
    expect((await runDoomed(database, doom)).signal).toBe('SIGKILL');
    expect(await consequencesOf(id)).not.toMatchObject({ waiting: 0 });
    // The dead process's lease runs out.
    await database.db.queryDynamic('UPDATE outbox SET next_attempt_at = now() WHERE done_at IS NULL');
    await toy.relay.drain();
    expect(await consequencesOf(id)).toEqual({ signals: 1, events: 1, waiting: 0 });
  });
});
