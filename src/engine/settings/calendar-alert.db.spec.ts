import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createToyDatabase } from '../../../test/faults/kit/toy-database.js';
import { toyEngine, type ToyEngine } from '../../../test/faults/kit/toy-engine.js';
import type { TestDatabase } from '../../../test/support/index.js';
import { type Notice } from '../notice.js';
import { CalendarAlert } from './calendar-alert.js';
import { CalendarService } from './calendar.service.js';
import { exampleYear } from './spec-support.js';

describe('the alert that the next year’s holidays are wanted', () => {
  let database: TestDatabase;
  let toy: ToyEngine;
  let alert: CalendarAlert;
  const taken: Notice[] = [];

  beforeAll(async () => {
    database = await createToyDatabase();
    toy = await toyEngine(database.db);
    toy.registry.takeNotices(async (_tx, notices) => void taken.push(...notices));
    alert = new CalendarAlert(database.db, toy.settings, toy.relay);
  });
  afterAll(() => database.drop());

  async function toldAt(moment: string): Promise<string[]> {
    toy.clock.set(new Date(`${moment}+08:00`));
    await Promise.all([alert.check(), alert.check(), alert.check()]);
    taken.length = 0;
    await toy.relay.drain();
    return taken.filter(({ kind }) => kind === 'calendar').map((notice) => notice.calendar!.alert);
  }

  it('goes to the administrators, within working hours, once', async () => {
    expect(await toldAt('2026-10-30T10:00:00')).toEqual([]);
    expect(await toldAt('2026-11-02T08:00:00')).toEqual([]);
    expect(await toldAt('2026-11-02T10:00:00')).toEqual(['ends-60']);
    expect(taken.find(({ kind }) => kind === 'calendar')).toMatchObject({
      key: 'calendar-2026-12-31-ends-60',
      roles: ['sysadmin', 'secadmin'],
      unitId: 1,
      calendar: { coverageUntil: '2026-12-31', provisionalDeadlines: 0 },
    });
    expect(await toldAt('2026-11-03T10:00:00')).toEqual([]);
    expect(await toldAt('2026-12-01T10:00:00')).toEqual(['ends-30']);
  });

  it('comes with the first deadline that is provisional; when the year arrives it is counted again and nothing is left to tell', async () => {
    toy.clock.set(new Date('2026-12-30T10:00:00+08:00'));
    await toy.submitted();
    expect(await toldAt('2026-12-30T11:00:00')).toEqual(['ends-7', 'provisional']);
    const calendar = new CalendarService(database.db, toy.clock, toy.registry, toy.settings);
    expect((await calendar.load(2027, exampleYear(), null)).deadlines).toMatchObject({ moved: 1, provisional: 0 });
    expect(await toldAt('2026-12-31T10:00:00')).toEqual([]);
    // The next year's end is another alert.
    expect(await toldAt('2027-11-15T10:00:00')).toEqual(['ends-60']);
  });
});
