import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { clerk, createToyDatabase } from '../../../test/faults/kit/toy-database.js';
import { resultOf, toyEngine, type ToyEngine } from '../../../test/faults/kit/toy-engine.js';
import { type TestDatabase, warmPool } from '../../../test/support/index.js';
import { CalendarService } from './calendar.service.js';
import { exampleYear } from './spec-support.js';

const RACERS = 20;
const EXACT = [{ due: '2027-01-04', provisional: false }];

let database: TestDatabase;
let toy: ToyEngine;
let calendar: CalendarService;

beforeEach(async () => {
  database = await createToyDatabase(RACERS + 2);
  toy = await toyEngine(database.db);
  toy.clock.set('2026-12-30');
  calendar = new CalendarService(database.db, toy.clock, toy.registry, toy.settings);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await database.drop();
});

async function rows<T>(text: string, ...values: unknown[]): Promise<T[]> {
  return (await database.db.queryDynamic<T>(text, values)).rows;
}

const deadlines = (): Promise<unknown[]> =>
  rows('SELECT DISTINCT due_day AS due, provisional FROM deadline ORDER BY 1');

/** A place where work stops until it is let go. */
function barrier(): { reached: Promise<void>; stop: () => Promise<void>; release: () => void } {
  let arrive = (): void => undefined;
  let release = (): void => undefined;
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  const stop = (): Promise<void> => {
    arrive();
    return released;
  };
  return { reached, stop, release: () => release() };
}

/** Resolves with true once somebody waits for the calendar's lock, with false when the work ends without having waited. */
async function waitsForLock(work: Promise<unknown>): Promise<boolean> {
  const state = { ended: false };
  const end = (): void => void (state.ended = true);
  void work.then(end, end);
  while (!state.ended) {
    const waiting = await rows(
      `SELECT FROM pg_locks WHERE NOT granted AND relation = 'calendar_coverage'::regclass
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (waiting.length > 0) return true;
  }
  return false;
}

describe('a year loaded while cases are under way', () => {
  it('waits for a step that goes by the old calendar, and computes its deadline again', async () => {
    const id = await toy.draft('先办理');
    const { reached, stop, release } = barrier();
    const surroundings = toy.settings.surroundings.bind(toy.settings);
    jest.spyOn(toy.settings, 'surroundings').mockImplementationOnce(async (...given) => {
      const known = await surroundings(...given);
      await stop();
      return known;
    });
    const step = toy.send(id, 'SUBMIT', clerk);
    await reached;
    const loading = calendar.load(2027, exampleYear(), null);
    expect(await waitsForLock(loading)).toBe(true);
    release();
    resultOf(await step);
    expect(await loading).toMatchObject({ deadlines: { checked: 1, moved: 1 } });
    expect(await deadlines()).toEqual(EXACT);
  });

  it('keeps a step that comes meanwhile waiting, which then goes by the new calendar', async () => {
    await toy.submitted('早办理');
    const id = await toy.draft('后办理');
    const { reached, stop, release } = barrier();
    const policyOf = toy.settings.policyOf.bind(toy.settings);
    jest.spyOn(toy.settings, 'policyOf').mockImplementationOnce(async (...given) => {
      await stop();
      return policyOf(...given);
    });
    const loading = calendar.load(2027, exampleYear(), null);
    await reached;
    const step = toy.send(id, 'SUBMIT', clerk);
    expect(await waitsForLock(step)).toBe(true);
    release();
    expect(await loading).toMatchObject({ deadlines: { checked: 1, moved: 1 } });
    resultOf(await step);
    expect(await deadlines()).toEqual(EXACT);
  });

  it('gives up after a while rather than keep everybody waiting, and leaves nothing behind', async () => {
    await database.db.transaction(async (tx) => {
      await tx.queryDynamic('SELECT version FROM calendar_coverage');
      await expect(calendar.load(2027, exampleYear(), null)).rejects.toMatchObject({
        refusal: { code: 'TRY_AGAIN' },
      });
    });
    expect(await rows('SELECT version FROM calendar_coverage')).toEqual([{ version: 1 }]);
    expect(await rows('SELECT FROM calendar_year WHERE year = 2027')).toEqual([]);
  });

  it('leaves no deadline provisional among twenty submissions at once', async () => {
    const ids: number[] = [];
    for (let index = 0; index < RACERS; index += 1) ids.push(await toy.draft(`同时${index}`));
    await warmPool(database, RACERS + 2);
    const steps = ids.map((id) => toy.send(id, 'SUBMIT', clerk));
    const [loaded] = await Promise.all([calendar.load(2027, exampleYear(), null), ...steps]);
    expect(loaded.changed).toBe(true);
    expect(await rows('SELECT FROM deadline')).toHaveLength(RACERS);
    expect(await deadlines()).toEqual(EXACT);
  });

  it('is one version, however many load it at once', async () => {
    await warmPool(database, RACERS);
    const loads = Array.from({ length: RACERS }, () => calendar.load(2027, exampleYear(), null));
    const loaded = await Promise.all(loads);
    expect(loaded.filter(({ changed }) => changed)).toHaveLength(1);
    expect(new Set(loaded.map(({ version }) => version))).toEqual(new Set([2]));
  });
});
