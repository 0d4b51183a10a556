import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../support/index.js';
import { createToyDatabase } from './kit/toy-database.js';
import { type ToyEngine, toyEngine } from './kit/toy-engine.js';

/** 2031-09-29 is a Monday; long past every announced calendar. */
const DUE = '2031-09-29';

describe('a deadline five years from now', () => {
  let database: TestDatabase;
  let toy: ToyEngine;

  beforeAll(async () => {
    database = await createToyDatabase();
    toy = await toyEngine(database.db);
    await toy.submitted();
    await database.db.queryDynamic('UPDATE deadline SET due_day = $1, provisional = true', [DUE]);
    // As after a change of the settings: everything that waits is computed again.
    await database.db.queryDynamic(`DELETE FROM app_setting WHERE key = 'reminders'`);
  });
  afterAll(() => database.drop());

  /** Another process each time: nothing is kept but the database. */
  async function sweepOn(day: string): Promise<{ fired: number; late: number; next: string | undefined }> {
    const { reminders, clock } = await toyEngine(database.db);
    clock.set(new Date(`${day}T10:00:00+08:00`));
    const { fired, late, next } = await reminders.sweep();
    return { fired, late, next: next?.toISOString() };
  }

  it('is waited for through every restart, and not a day less', async () => {
    const next = '2031-09-24T01:00:00.000Z';
    for (const day of ['2026-09-30', '2027-09-29', '2028-09-29', '2029-09-28', '2030-09-30', '2031-09-23']) {
      expect(await sweepOn(day)).toEqual({ fired: 0, late: 0, next });
    }
    expect(await sweepOn('2031-09-24')).toEqual({ fired: 1, late: 0, next: '2031-09-26T01:00:00.000Z' });
    expect(await sweepOn('2031-09-24')).toMatchObject({ fired: 0 });
    expect(await sweepOn('2031-09-26')).toMatchObject({ fired: 1, late: 0 });
    expect(await sweepOn(DUE)).toMatchObject({ fired: 1, late: 0 });
  });

  it('that was slept through by a year still reminds rung by rung, each once and marked late', async () => {
    expect(await sweepOn('2032-09-29')).toEqual({ fired: 4, late: 4, next: undefined });
    expect(await sweepOn('2032-09-30')).toMatchObject({ fired: 0 });
    const { rows } = await database.db.queryDynamic<{ count: number }>(
      `SELECT count(*)::int AS count FROM outbox WHERE effect = '$notice' AND params->>'kind' <> 'step'`,
    );
    expect(rows[0]!.count).toBe(7);
  });
});
