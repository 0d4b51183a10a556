import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Calendar1760000000009 } from '../../../migrations/0009-calendar.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { readCalendar, readYear } from './calendar-reading.js';

let database: TestDatabase;
let owner: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

it('takes the calendar of an installation along that had it without papers', async () => {
  await owner.query(`
    DROP TABLE calendar_day, calendar_year;
    CREATE TABLE calendar_day (day date PRIMARY KEY, kind text NOT NULL, name text NOT NULL, source text NOT NULL);
    INSERT INTO calendar_coverage (covered_from, covered_until, version) VALUES ('2025-01-01', '2026-12-31', 1);
    INSERT INTO calendar_day VALUES ('2025-01-01', 'off', '元旦', 'chinese-days'), ('2026-01-04', 'work', '元旦', 'chinese-days');`);
  const runner = owner.createQueryRunner();
  await new Calendar1760000000009().up(runner);
  await runner.query('GRANT SELECT ON calendar_day, calendar_year TO PUBLIC');
  await runner.release();
  expect(await readCalendar(database.db, 1)).toEqual({
    coverageFrom: '2025-01-01',
    coverageUntil: '2026-12-31',
    exceptions: new Map([
      ['2025-01-01', 'off'],
      ['2026-01-04', 'work'],
    ]),
  });
  expect(await readYear(database.db, 2026)).toMatchObject({
    days: [{ day: '2026-01-04', kind: 'work', name: '元旦' }],
    papers: [{ version: 1, source: 'chinese-days', paperUrl: null, loadedBy: null }],
  });
});
