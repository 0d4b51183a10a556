import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addWorkingDays, CalendarCoverageError, DEFAULT_POLICY } from '../../../machines/rules/index.js';
import { chief, clerk, createToyDatabase } from '../../../test/faults/kit/toy-database.js';
import { toyEngine, type ToyEngine } from '../../../test/faults/kit/toy-engine.js';
import type { TestDatabase } from '../../../test/support/index.js';
import type { Caller } from '../types.js';
import { CalendarNote } from './calendar-note.js';
import { CalendarService } from './calendar.service.js';
import { PoliciesService } from './policies.service.js';
import { CHANGED_DECEMBER, exampleYear } from './spec-support.js';

let database: TestDatabase;
let toy: ToyEngine;
let calendar: CalendarService;

beforeEach(async () => {
  database = await createToyDatabase();
  toy = await toyEngine(database.db);
  calendar = new CalendarService(database.db, toy.clock, toy.registry, toy.settings);
});
afterEach(() => database.drop());

async function rows<T>(text: string, ...values: unknown[]): Promise<T[]> {
  return (await database.db.queryDynamic<T>(text, values)).rows;
}

async function submittedOn(day: string): Promise<number> {
  toy.clock.set(day);
  return toy.submitted(`${day}提交`);
}

const deadlinesOf = (caseId: number): Promise<unknown[]> =>
  rows(`SELECT start_day AS start, due_day AS due, provisional FROM deadline WHERE case_id = $1`, caseId);

async function workingDays(start: string, n: number): Promise<[counted: string, notCounted: string]> {
  return [await calendar.workingDay(start, n, true), await calendar.workingDay(start, n, false)];
}

describe('the stored calendar', () => {
  it.each([
    ['2022-05-07', 5, '2022-05-12', '2022-05-13'],
    ['2026-02-11', 5, '2026-02-24', '2026-02-25'],
    ['2026-02-14', 5, '2026-02-27', '2026-02-28'],
    ['2026-04-30', 5, '2026-05-09', '2026-05-11'],
    ['2026-09-18', 5, '2026-09-23', '2026-09-24'],
    ['2026-09-24', 5, '2026-10-08', '2026-10-09'],
    ['2026-10-08', 5, '2026-10-13', '2026-10-14'],
    ['2026-09-21', 15, '2026-10-16', '2026-10-19'],
    ['2026-09-29', 2, '2026-09-30', '2026-10-08'],
  ])('counts from %s, %d working days', async (start, n, counted, notCounted) => {
    expect(await workingDays(start, n)).toEqual([counted, notCounted]);
  });

  it('does not guess a year that is not announced, and knows it once it is', async () => {
    const beyond = {
      refusal: { code: 'CALENDAR_NOT_COVERED', params: { day: '2027-01-01', coverageUntil: '2026-12-31' } },
    };
    for (const countStart of [true, false]) {
      await expect(calendar.workingDay('2026-12-28', 5, countStart)).rejects.toMatchObject(beyond);
    }
    await calendar.load(2027, exampleYear(), null);
    expect(await workingDays('2026-12-28', 5)).toEqual(['2027-01-04', '2027-01-05']);
  });
});

describe('loading a year', () => {
  it('extends the coverage, says where it came from, and leaves earlier versions as they were', async () => {
    const loaded = await calendar.load(2027, exampleYear({ adjacent: CHANGED_DECEMBER }), chief);
    expect(loaded).toEqual({
      year: 2027,
      version: 2,
      changed: true,
      coverageFrom: '2004-01-01',
      coverageUntil: '2027-12-31',
      deadlines: { checked: 0, moved: 0, provisional: 0, unknown: 0 },
    });
    const view = await calendar.year(2027);
    expect(view).toMatchObject({ version: 2, coverageUntil: '2027-12-31', adjacent: CHANGED_DECEMBER });
    expect(view.days).toEqual(exampleYear().days);
    expect(view.papers).toEqual([
      {
        version: 2,
        source: '示例通知〔2026〕1号',
        paperUrl: 'https://www.example.cn/2027.htm',
        note: '示例',
        loadedBy: '科长乙',
        loadedAt: expect.any(String),
      },
    ]);
    expect((await calendar.year(2026)).changedByNextYear).toEqual(CHANGED_DECEMBER);
    const before = await toy.settings.surroundings(database.db, { policyVersion: 1, calendarVersion: 1 });
    expect(() => addWorkingDays(before.calendar, '2026-12-30', 2, { countStart: false })).toThrow(
      CalendarCoverageError,
    );
    expect(addWorkingDays(before.calendar, '2026-12-30', 1, { countStart: false })).toBe('2026-12-31');
  });

  it('a second time changes nothing', async () => {
    await submittedOn('2026-12-30');
    await calendar.load(2027, exampleYear(), chief);
    const [before] = await rows('SELECT count(*) AS n FROM calendar_day');
    expect(await calendar.load(2027, exampleYear(), chief)).toMatchObject({ version: 2, changed: false });
    // In another order it is the same.
    const turned = exampleYear({ days: exampleYear().days.toReversed() });
    expect(await calendar.load(2027, turned, null)).toMatchObject({ version: 2, changed: false });
    expect(await rows('SELECT count(*) AS n FROM calendar_day')).toEqual([before]);
  });

  it('corrects it: the newest paper holds, and what it no longer says of December falls back', async () => {
    await calendar.load(2027, exampleYear({ adjacent: CHANGED_DECEMBER }), null);
    expect(await calendar.workingDay('2026-12-30', 1, false)).toBe('2027-01-04');
    const corrected = await calendar.load(2027, exampleYear({ note: '更正' }), null);
    expect(corrected).toMatchObject({ version: 3, changed: true, coverageUntil: '2027-12-31' });
    expect(await calendar.workingDay('2026-12-30', 1, false)).toBe('2026-12-31');
    expect((await calendar.year(2027)).papers.map(({ version, note }) => [version, note])).toEqual([
      [3, '更正'],
      [2, '示例'],
    ]);
  });

  it('keeps what next year’s paper says of a December when the year itself is corrected', async () => {
    await calendar.load(2027, exampleYear({ adjacent: CHANGED_DECEMBER }), null);
    const { days } = await calendar.year(2026);
    const corrected = { days: [...days, { day: '2026-12-31', kind: 'work', name: '更正' }] };
    await calendar.load(2026, exampleYear(corrected), null);
    expect(await calendar.workingDay('2026-12-30', 1, false)).toBe('2027-01-04');
  });

  it.each([2003, 2028])('goes year by year: %d is refused', async (year) => {
    const day = { day: `${year}-05-01`, kind: 'off', name: '劳动节' };
    await expect(calendar.load(year, exampleYear({ days: [day] }), null)).rejects.toMatchObject({
      refusal: { code: 'CALENDAR_YEAR_GAP', params: { year, first: 2004, next: 2027 } },
    });
    expect(await rows('SELECT version FROM calendar_coverage')).toEqual([{ version: 1 }]);
  });

  it('refuses days of another year, and shows no year that is not there', async () => {
    await expect(calendar.load(2026, exampleYear(), null)).rejects.toMatchObject({
      faults: expect.arrayContaining([{ path: 'days.0.day', message: '2027-01-01不在2026年及上一年12月之内' }]),
    });
    await expect(calendar.year(2027)).rejects.toMatchObject({ refusal: { code: 'CALENDAR_YEAR_NOT_LOADED' } });
  });

  it('is for the security administrator and for chiefs of the whole tree', async () => {
    const withGrant = (role: Caller['grants'][number]['role'], unitPath: string): Caller => ({
      ...chief,
      grants: [{ role, unitPath }],
    });
    for (const caller of [clerk, withGrant('chief', '1'), withGrant('head', ''), withGrant('sysadmin', '')]) {
      await expect(calendar.load(2027, exampleYear(), caller)).rejects.toMatchObject({
        refusal: { code: 'FORBIDDEN' },
      });
    }
    expect(await calendar.load(2027, exampleYear(), withGrant('secadmin', ''))).toMatchObject({ changed: true });
  });

  it('adds to a history that nobody changes', async () => {
    for (const text of [`UPDATE calendar_day SET kind = 'work'`, 'DELETE FROM calendar_year']) {
      await expect(rows(text)).rejects.toThrow('history');
    }
  });
});

describe('open deadlines', () => {
  it('become exact when their year is loaded, and their case’s history stays as it is', async () => {
    const id = await submittedOn('2026-12-30');
    expect(await deadlinesOf(id)).toEqual([{ start: '2026-12-30', due: '2027-01-01', provisional: true }]);
    const history = await rows('SELECT * FROM case_event WHERE case_id = $1', id);
    const { deadlines } = await calendar.load(2027, exampleYear(), chief);
    expect(deadlines).toEqual({ checked: 1, moved: 1, provisional: 0, unknown: 0 });
    expect(await deadlinesOf(id)).toEqual([{ start: '2026-12-30', due: '2027-01-04', provisional: false }]);
    expect(await rows('SELECT * FROM case_event WHERE case_id = $1', id)).toEqual(history);
    expect(await rows('SELECT version FROM toy_request WHERE id = $1', id)).toEqual([{ version: 2 }]);
  });

  it('keep the length of the settings that armed them', async () => {
    const id = await submittedOn('2026-12-30');
    const filing = { ...DEFAULT_POLICY.filing, preReviewWorkingDays: 9 };
    const longer = { policy: { ...DEFAULT_POLICY, filing }, note: '预审九日', basedOn: 1 };
    await new PoliciesService(database.db).add(longer, chief);
    await calendar.load(2027, exampleYear(), chief);
    expect(await deadlinesOf(id)).toEqual([{ start: '2026-12-30', due: '2027-01-04', provisional: false }]);
  });

  it('move with a December that next year’s paper changes; those before it stay', async () => {
    const moved = await submittedOn('2026-12-29');
    const stays = await submittedOn('2026-12-21');
    expect(await deadlinesOf(moved)).toMatchObject([{ due: '2026-12-31', provisional: false }]);
    const { deadlines } = await calendar.load(2027, exampleYear({ adjacent: CHANGED_DECEMBER }), chief);
    expect(deadlines).toEqual({ checked: 1, moved: 1, provisional: 0, unknown: 0 });
    expect(await deadlinesOf(moved)).toEqual([{ start: '2026-12-29', due: '2027-01-04', provisional: false }]);
    expect(await deadlinesOf(stays)).toEqual([{ start: '2026-12-21', due: '2026-12-23', provisional: false }]);
  });

  it('stay provisional while they reach past the calendar still', async () => {
    const id = await submittedOn('2028-01-05');
    const { deadlines } = await calendar.load(2027, exampleYear(), chief);
    expect(deadlines).toEqual({ checked: 1, moved: 0, provisional: 1, unknown: 0 });
    expect(await deadlinesOf(id)).toMatchObject([{ due: '2028-01-07', provisional: true }]);
  });

  it('that are closed stay as they are, and so do those that nothing declares', async () => {
    const closed = await submittedOn('2026-12-30');
    await toy.send(closed, 'WITHDRAW', clerk);
    await rows(
      `INSERT INTO deadline (workflow, case_id, name, armed_version, start_day, due_day, provisional, unit_id)
       VALUES ('toy_request', $1, 'forgotten', 2, '2026-12-30', '2027-01-01', true, 1)`,
      closed,
    );
    const before = await deadlinesOf(closed);
    const { deadlines } = await calendar.load(2027, exampleYear(), chief);
    expect(deadlines).toEqual({ checked: 1, moved: 0, provisional: 0, unknown: 1 });
    expect(await deadlinesOf(closed)).toEqual(before);
  });

  it('are all reached, however many', async () => {
    const id = await submittedOn('2026-12-30');
    await rows(
      `INSERT INTO toy_request (unit_id, state, state_path, context, version, machine_revision, created_at, updated_at,
         create_command_id, title)
       SELECT unit_id, state, state_path, context, 2, machine_revision, created_at, updated_at, 'copy-' || n, 'copy-' || n
       FROM toy_request, generate_series(1, 1200) n WHERE id = $1`,
      id,
    );
    await rows(
      `INSERT INTO case_event SELECT workflow, c.id, e.version, type, e.state, actor_id, actor_role, on_behalf_of, at,
         payload, facts, command_id, e.machine_revision, policy_version, e.unit_id
       FROM case_event e, toy_request c WHERE e.case_id = $1 AND e.version = 2 AND c.id <> $1`,
      id,
    );
    await rows(
      `INSERT INTO deadline (workflow, case_id, name, armed_version, start_day, due_day, provisional, unit_id)
       SELECT workflow, c.id, d.name, armed_version, start_day, due_day, provisional, d.unit_id
       FROM deadline d, toy_request c WHERE c.id <> d.case_id`,
    );
    const { deadlines } = await calendar.load(2027, exampleYear(), chief);
    expect(deadlines).toEqual({ checked: 1201, moved: 1201, provisional: 0, unknown: 0 });
    expect(await rows('SELECT due_day AS due, count(*) AS n FROM deadline WHERE NOT provisional GROUP BY 1')).toEqual([
      { due: '2027-01-04', n: 1201 },
    ]);
  });
});

describe('the reminder to load the next year', () => {
  const linesOn = async (day: string): Promise<string[]> => {
    toy.clock.set(day);
    return new CalendarNote(calendar).lines();
  };

  it('comes within sixty days of the end, and goes when the year is loaded', async () => {
    expect(await linesOn('2026-10-31')).toEqual([]);
    expect(await linesOn('2026-11-01')).toEqual([expect.stringContaining('2026-12-31（还有60天）：请载入2027年')]);
    expect(await linesOn('2027-01-05')).toEqual([expect.stringContaining('已经用完')]);
    await calendar.load(2027, exampleYear(), null);
    expect(await linesOn('2027-01-05')).toEqual([]);
    expect(await calendar.state()).toMatchObject({ coveredDays: 360, endsSoon: false });
  });
});
