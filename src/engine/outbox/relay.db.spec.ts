import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chief, createToyDatabase } from '../../../test/faults/kit/toy-database.js';
import { resultOf, toyEngine, type ToyEngine } from '../../../test/faults/kit/toy-engine.js';
import type { ToyHandlers } from '../../../test/faults/kit/toy-runtime.js';
import type { TestDatabase } from '../../../test/support/index.js';
import { Logger } from '@nestjs/common';
import { Liveness } from '../../platform/index.js';
import { type OutboxMessage, Relay } from '../index.js';

let database: TestDatabase;

beforeAll(async () => {
  Logger.overrideLogger(false); // failures below are meant
  database = await createToyDatabase();
});
afterEach(() => database.db.queryDynamic('UPDATE outbox SET done_at = now() WHERE done_at IS NULL'));
afterAll(() => database.drop());

interface Row {
  effect: string;
  attempts: number;
  done: boolean;
  dead: boolean;
  error: string | null;
}

async function outboxOf(id: number): Promise<Row[]> {
  const { rows } = await database.db.queryDynamic<Row>(
    `SELECT effect, attempts, done_at IS NOT NULL AS done, dead_at IS NOT NULL AS dead, last_error AS error
     FROM outbox WHERE case_id = $1 ORDER BY version, ordinal`,
    [id],
  );
  return rows;
}

let titles = 0;

async function approved(toy: ToyEngine): Promise<number> {
  await database.db.queryDynamic('UPDATE toy_stock SET left_count = 100');
  titles += 1;
  const id = await toy.submitted(`同意${titles}`);
  resultOf(await toy.send(id, 'APPROVE', chief));
  return id;
}

const letEverythingBeDue = (): Promise<unknown> =>
  database.db.queryDynamic('UPDATE outbox SET next_attempt_at = now() WHERE done_at IS NULL');

async function contextOf(id: number): Promise<unknown> {
  const { rows } = await database.db.queryDynamic<{ context: unknown }>(
    'SELECT context FROM toy_request WHERE id = $1',
    [id],
  );
  return rows[0]?.context;
}

describe('the relay', () => {
  it('carries out what is left for after the commit, in the order of the case, once each', async () => {
    const seen: string[] = [];
    const note = (message: OutboxMessage): Promise<void> => {
      seen.push(message.effect);
      return Promise.resolve();
    };
    const toy = await toyEngine(database.db, { tellNeighbour: note, announce: note });
    const id = await approved(toy);
    await toy.relay.drain();
    await toy.relay.drain();
    expect(seen).toEqual(['tellNeighbour', 'announce']);
    expect(await outboxOf(id)).toMatchObject([
      { done: true, attempts: 1 },
      { done: true, attempts: 1 },
    ]);
  });

  it('signals another case once, though the message is carried out twice', async () => {
    const toy = await toyEngine(database.db);
    const id = await approved(toy);
    await toy.relay.drain();
    expect(await contextOf(id)).toMatchObject({ signals: 1 });
    await database.db.queryDynamic('UPDATE outbox SET done_at = NULL, next_attempt_at = now() WHERE case_id = $1', [
      id,
    ]);
    await toy.relay.drain();
    expect(await contextOf(id)).toMatchObject({ signals: 1 });
    expect(await outboxOf(id)).toMatchObject([
      { attempts: 2, done: true },
      { attempts: 2, done: true },
    ]);
  });

  it('two relays side by side share the work', async () => {
    const seen: number[] = [];
    const note = (message: OutboxMessage): Promise<void> => {
      seen.push(message.id);
      return Promise.resolve();
    };
    const toy = await toyEngine(database.db, { tellNeighbour: note, announce: note });
    for (let index = 0; index < 10; index += 1) await approved(toy);
    await Promise.all([toy.relay.drain(), new Relay(database.db, toy.registry).drain()]);
    await toy.relay.drain();
    expect(seen).toHaveLength(20);
    expect(new Set(seen).size).toBe(20);
  });

  it('tries again later, holds back what comes after, and gives up in the end without naming anybody', async () => {
    const announced: number[] = [];
    const handlers: ToyHandlers = {
      tellNeighbour: () => Promise.reject(new TypeError('张三的电话打不通')),
      announce: ({ id }) => {
        announced.push(id);
        return Promise.resolve();
      },
    };
    const toy = await toyEngine(database.db, handlers);
    const id = await approved(toy);
    await toy.relay.drain();
    expect(await outboxOf(id)).toEqual([
      { effect: 'tellNeighbour', attempts: 1, done: false, dead: false, error: 'TypeError' },
      { effect: 'announce', attempts: 0, done: false, dead: false, error: null },
    ]);
    for (let attempt = 2; attempt <= 12; attempt += 1) {
      await letEverythingBeDue();
      await toy.relay.drain();
    }
    expect(await outboxOf(id)).toMatchObject([
      { attempts: 12, dead: true, error: 'TypeError' },
      { attempts: 1, done: true },
    ]);
    expect(announced).toHaveLength(1);
  });

  it('says what a case refused to a signal', async () => {
    const toy = await toyEngine(database.db);
    const id = await approved(toy);
    await database.db.queryDynamic(`UPDATE outbox SET case_id = 424242 WHERE case_id = $1`, [id]);
    await toy.relay.drain();
    expect((await outboxOf(424242))[0]).toMatchObject({ done: false, error: 'SignalRefusedError CASE_NOT_FOUND' });
  });

  it('lets the message in hand finish when stopped, and gives the others back', async () => {
    let finish = (): void => undefined;
    const inHand = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const toy = await toyEngine(database.db, {
      tellNeighbour: () => {
        begun();
        return inHand;
      },
    });
    const first = await approved(toy);
    const second = await approved(toy);
    toy.relay.start();
    await hasBegun;
    const stopped = toy.relay.stop();
    finish();
    await stopped;
    expect(await outboxOf(first)).toMatchObject([{ done: true }, { done: false }]);
    expect(await outboxOf(second)).toMatchObject([{ done: false, attempts: 0 }, { done: false }]);
  });

  /** A relay with a message in hand that ends when it is told to. */
  async function holding(liveness?: Liveness): Promise<{ id: number; finish: () => void; drained: Promise<void> }> {
    let finish = (): void => undefined;
    const inHand = new Promise<void>((resolve) => (finish = resolve));
    let begun = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const tellNeighbour = (): Promise<void> => {
      begun();
      return inHand;
    };
    const toy = await toyEngine(database.db, { tellNeighbour });
    const id = await approved(toy);
    const drained = new Relay(database.db, toy.registry, liveness).drain();
    await hasBegun;
    return { id, finish, drained };
  }

  it('keeps what it holds for as long as it takes: a lease about to end is renewed, and nobody else begins it', async () => {
    // Only intervals are of the test's making; everything else goes on as ever.
    const kept = [
      'Date',
      'performance',
      'hrtime',
      'nextTick',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
    ] as const;
    jest.useFakeTimers({ doNotFake: [...kept, 'setTimeout', 'clearTimeout'] });
    try {
      const { id, finish, drained } = await holding();
      const leaseOf = async (): Promise<number> =>
        (
          await database.db.queryDynamic<{ left: number }>(
            `SELECT extract(epoch FROM min(next_attempt_at) - now())::float8 AS left FROM outbox
             WHERE case_id = $1 AND done_at IS NULL AND attempts > 0`,
            [id],
          )
        ).rows[0]!.left;
      await database.db.queryDynamic(
        `UPDATE outbox SET next_attempt_at = now() + interval '2 seconds' WHERE case_id = $1 AND attempts > 0`,
        [id],
      );
      jest.advanceTimersByTime(20_000);
      for (let look = 0; look < 200 && (await leaseOf()) < 30; look += 1);
      expect(await leaseOf()).toBeGreaterThan(30);
      finish();
      await drained;
      expect(await outboxOf(id)).toMatchObject([{ done: true, attempts: 1 }, { done: true }]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('is told to be stuck when one message takes more than half an hour, and only then', async () => {
    const liveness = new Liveness();
    const { finish, drained } = await holding(liveness);
    const begun = performance.now();
    let minutes = 29;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => begun + minutes * 60_000);
    try {
      expect(liveness.report()).toEqual({ live: true, checks: { relay: true } });
      minutes = 31;
      expect(liveness.report()).toEqual({ live: false, checks: { relay: false } });
    } finally {
      clock.mockRestore();
    }
    finish();
    await drained;
    expect(liveness.report().live).toBe(true);
  });

  it('is poked by a commit', async () => {
    let announce = (_id: number): void => undefined;
    const announced = new Promise<number>((resolve) => {
      announce = resolve;
    });
    const toy = await toyEngine(database.db, {
      announce: ({ caseId }) => {
        announce(caseId);
        return Promise.resolve();
      },
    });
    toy.relay.start();
    const id = await approved(toy);
    expect(await announced).toBe(id);
    await toy.relay.stop();
  });
});
