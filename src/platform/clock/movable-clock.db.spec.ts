import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { MovableClock, SystemClock } from './index.js';

describe('the movable clock', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterEach(() => database.db.queryDynamic('DELETE FROM app_setting'));
  afterAll(() => database.drop());

  async function open(startsOn?: string): Promise<MovableClock> {
    const clock = new MovableClock(database.db, startsOn);
    await clock.load();
    return clock;
  }

  it('shows the real day until it is moved', async () => {
    expect((await open()).today()).toBe(new SystemClock().today());
  });

  it('starts on the day that is set, and runs from there', async () => {
    const clock = await open('2026-06-30');
    expect(clock.today()).toBe('2026-06-30');
    const before = clock.now();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(clock.now().getTime()).toBeGreaterThan(before.getTime());
  });

  it('stays where it was moved over a restart with the same setting', async () => {
    await (await open('2026-06-30')).moveTo('2026-07-15');
    expect((await open('2026-06-30')).today()).toBe('2026-07-15');
    expect((await open()).today()).toBe('2026-07-15');
  });

  it('goes ahead for every process, each time from where it stands by then', async () => {
    const [here, there] = [await open('2026-06-30'), await open('2026-06-30')];
    let moved = 0;
    there.onMoved(() => (moved += 1));
    const aDay = (now: Date): Date => new Date(now.getTime() + 86_400_000);
    expect(await Promise.all([here.moveAhead(aDay), here.moveAhead(aDay), there.moveAhead(aDay)])).toEqual([
      true,
      true,
      true,
    ]);
    here.follow(10);
    there.follow(10);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([here.today(), there.today()]).toEqual(['2026-07-03', '2026-07-03']);
    expect(moved).toBeGreaterThan(0);
    here.onModuleDestroy();
    there.onModuleDestroy();
    expect((await open('2026-06-30')).today()).toBe('2026-07-03');
  });

  it('does not go back', async () => {
    const clock = await open('2026-06-30');
    expect(await clock.moveAhead((now) => new Date(now.getTime() - 1))).toBe(false);
    expect(clock.today()).toBe('2026-06-30');
  });

  it('starts anew when the setting has changed', async () => {
    await (await open('2026-06-30')).moveTo('2026-07-15');
    expect((await open('2026-09-01')).today()).toBe('2026-09-01');
  });
});
