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

const LAID_DOWN = `
  INSERT INTO outbox (workflow, case_id, version, ordinal, effect, params, created_at, next_attempt_at, unit_id)
  SELECT 'toy_request', id, version, 0, '$notice', jsonb_build_object('caseId', id, 'version', version, 'key', id || ' ' || version), now(), now(), 1
  FROM unnest($1::bigint[]) AS id, generate_series(1, 2) AS version`;

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

  it('delivers notices many at once, in one transaction with the mark that they are done', async () => {
    const toy = await toyEngine(database.db);
    const together: number[] = [];
    toy.registry.takeNotices(async (_tx, notices) => void together.push(notices.length));
    for (let index = 0; index < 5; index += 1) await toy.submitted(`通知${index}`);
    let commits = 0;
    const stop = database.db.onStatement(({ name }) => (commits += name === 'commit' ? 1 : 0));
    await toy.relay.drain();
    stop();
    expect({ together, commits }).toEqual({ together: [10], commits: 1 });
    await toy.relay.drain();
    expect(together).toEqual([10]);
  });

  it('tries notices one by one where one of them cannot be delivered, and keeps that one alone', async () => {
    const toy = await toyEngine(database.db);
    const ids: number[] = [];
    const keys: string[] = [];
    for (let index = 0; index < 3; index += 1) ids.push(await toy.submitted(`逐一${index}`));
    toy.registry.takeNotices((_tx, notices) => {
      if (notices.some(({ caseId, version }) => caseId === ids[1] && version === 2)) throw new RangeError('about 张三');
      keys.push(...notices.map(({ key }) => key));
      return Promise.resolve();
    });
    // Laid down before anybody took them: as if each step had given its own.
    await database.db.queryDynamic(LAID_DOWN, [ids]);
    await toy.relay.drain();
    expect(keys.toSorted()).toEqual(
      ids.flatMap((id) => [1, 2].map((version) => `${id} ${version}`)).filter((key) => key !== `${ids[1]} 2`),
    );
    expect(await outboxOf(ids[1]!)).toEqual([
      { effect: '$notice', attempts: 1, done: true, dead: false, error: null },
      { effect: '$notice', attempts: 1, done: false, dead: false, error: 'RangeError' },
    ]);
  });

  it('of two relays that are handed the same notices only one delivers each', async () => {
    const toy = await toyEngine(database.db);
    const keys: string[] = [];
    toy.registry.takeNotices(async (_tx, notices) => void keys.push(...notices.map(({ key }) => key)));
    for (let index = 0; index < 20; index += 1) await toy.submitted(`两处${index}`);
    const relays = Array.from({ length: 3 }, () => new Relay(database.db, toy.registry));
    await Promise.all(relays.map((relay) => relay.drain()));
    expect(keys).toHaveLength(40);
    expect(new Set(keys).size).toBe(40);
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
