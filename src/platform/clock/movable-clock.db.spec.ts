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

  it('starts anew when the setting has changed', async () => {
    await (await open('2026-06-30')).moveTo('2026-07-15');
    expect((await open('2026-09-01')).today()).toBe('2026-09-01');
  });
});
