import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assessTask, DEFAULT_POLICY, taskApplies } from '../../../machines/rules/index.js';
import {
  buildAppointment,
  buildMember,
  buildPost,
  buildTask,
  buildTeam,
  buildUnit,
  type BuiltUnit,
} from '../../../test/support/factories.js';
import { buildSampleCity, cityFacts } from '../../../test/support/factories-city.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { FixedClock } from '../../platform/index.js';
import type { SampleCity } from '../sample-city/index.js';
import type { LedgerQuery } from './staffing.dto.js';
import { StaffingService } from './staffing.service.js';

const TODAY = '2026-11-23';
const EVERYWHERE = { grants: [{ unitPath: '' }] };
const ask = (given: Partial<LedgerQuery> = {}): LedgerQuery => ({ limit: 50, offset: 0, ...given });

describe('the ledger of a small county', () => {
  let database: TestDatabase;
  let service: StaffingService;
  let area: BuiltUnit;
  let bureau: BuiltUnit;
  let bureauHolder: { grants: { unitPath: string }[] };

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 2 });
    const { db } = database;
    service = new StaffingService(db, new FixedClock(TODAY));
    area = await buildUnit(db, { code: 'Q1', name: '甲旗', kind: 'county-level-area' });
    bureau = await buildUnit(db, { code: 'Q1-B1', parent: area });
    const office = await buildUnit(db, { code: 'Q1-B2', parent: area });
    bureauHolder = { grants: [{ unitPath: bureau.path }] };
    await buildTask(db, { code: 'DEPT', share: [50, 100] });
    const first = await buildTeam(db, { unit: bureau, code: 'T1', principals: 1, deputies: 3 });
    const second = await buildTeam(db, { unit: office, code: 'T2', principals: 1, deputies: 1 });
    const young = await buildMember(db, { team: first, name: '两任', birth: '1990-03', from: '2026-06-30' });
    await buildAppointment(db, { cadre: young.cadre, post: await buildPost(db, { team: second }), mode: 'concurrent' });
    await buildMember(db, { team: first, name: '老成', birth: '1970-03' });
  });

  afterAll(() => database.drop());

  it('shows due, actual, shortfall, level, members and who ages out', async () => {
    const { items, total, policyVersion } = await service.ledger(EVERYWHERE, ask());
    expect({ total, policyVersion }).toEqual({ total: 2, policyVersion: 0 });
    expect(items[0]).toMatchObject({
      team: 'T1',
      task: 'DEPT',
      base: 4,
      due: 2,
      actual: 1,
      shortfall: 1,
      ratio: { num: 1, den: 4 },
      level: 'B',
      severity: 2,
      unmetQuarters: 4,
      vacancies: { principal: 1, deputy: 1 },
      members: [{ name: '两任', birth: '1990-03', ageYears: 36 }],
      ageingOut: [{ name: '两任', month: '2027-03', reason: 'age' }],
      fallsShortIn: '2027-03',
    });
    expect(items[1]).toMatchObject({ team: 'T2', shortfall: 0, level: 'C', fallsShortIn: '2027-03' });
  });

  it('sees the past as it was: the day before the appointment the first team had nobody', async () => {
    const before = await service.ledger(EVERYWHERE, ask({ asOf: '2026-06-29' }));
    expect(before.items.map(({ team, actual, level }) => [team, actual, level])).toEqual([
      ['T1', 0, 'A'],
      ['T2', 1, 'C'],
    ]);
    const onTheDay = await service.ledger(EVERYWHERE, ask({ asOf: '2026-06-30' }));
    expect(onTheDay.items.map(({ actual }) => actual)).toEqual([1, 1]);
  });

  it('counts a person once over all teams and explains the difference', async () => {
    const { totals } = await service.ledger(EVERYWHERE, ask());
    expect(totals.tasks).toMatchObject([
      { task: 'DEPT', teams: 2, met: 1, due: 3, actual: 2, shortfall: 1, sumOfTeams: 2, distinctPersons: 1 },
    ]);
    expect(totals.tasks[0]?.inSeveralTeams).toMatchObject([{ name: '两任', teams: ['T1', 'T2'] }]);
    expect(totals.tasks[0]?.sentence).toContain('实为1人');
  });

  it('shows those that are short, those with vacancies, and those of the city itself', async () => {
    const codes = async (given: Partial<LedgerQuery>): Promise<string[]> =>
      (await service.ledger(EVERYWHERE, ask(given))).items.map(({ team }) => team);
    expect(await codes({ short: true })).toEqual(['T1']);
    expect(await codes({ vacant: true })).toEqual(['T1', 'T2']);
    expect(await codes({ city: true })).toEqual([]);
    expect(await codes({ city: false })).toEqual(['T1', 'T2']);
  });

  it('filters by level and keeps counting the other levels', async () => {
    const { items, total, totals } = await service.ledger(EVERYWHERE, ask({ level: 'B' }));
    expect(items.map(({ team }) => team)).toEqual(['T1']);
    expect(total).toBe(1);
    expect(totals.levels.map(({ level, rows }) => [level, rows])).toEqual([
      ['A', 0],
      ['B', 1],
      ['C', 1],
    ]);
  });

  it('pages without losing rows', async () => {
    const first = await service.ledger(EVERYWHERE, ask({ limit: 1 }));
    const second = await service.ledger(EVERYWHERE, ask({ limit: 1, offset: 1 }));
    expect([...first.items, ...second.items].map(({ team }) => team)).toEqual(['T1', 'T2']);
    expect(second.totals).toEqual(first.totals);
  });

  it('ends at the caller’s units; outside them a unit does not exist', async () => {
    const { items } = await service.ledger(bureauHolder, ask());
    expect(items.map(({ team }) => team)).toEqual(['T1']);
    const notFound = { refusal: { code: 'NOT_FOUND' } };
    await expect(service.ledger(bureauHolder, ask({ unit: 'Q1-B2' }))).rejects.toMatchObject(notFound);
    await expect(service.ledger(EVERYWHERE, ask({ unit: 'NO-SUCH' }))).rejects.toMatchObject(notFound);
    await expect(service.ledger(EVERYWHERE, ask({ task: 'NO-SUCH' }))).rejects.toMatchObject(notFound);
    const admin = await service.ledger({ grants: [{ unitPath: 'nowhere' }] }, ask());
    expect(admin.total).toBe(0);
  });

  it('judges by the latest policy stored', async () => {
    const { db } = database;
    const levels = { ...DEFAULT_POLICY.levels, strategy: 'persistence' };
    await db.queryDynamic(`INSERT INTO policy_version (version, body, note) VALUES (1, $1, '持续未达标')`, [
      JSON.stringify({ ...DEFAULT_POLICY, levels }),
    ]);
    const { items, policyVersion } = await service.ledger(EVERYWHERE, ask());
    expect(policyVersion).toBe(1);
    expect(items.map(({ level }) => level)).toEqual(['A', 'C']);
  });
});

describe('the ledger of the sample city', () => {
  let database: TestDatabase;
  let service: StaffingService;
  let city: SampleCity;

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 2 });
    city = await buildSampleCity(database.db, { today: TODAY });
    service = new StaffingService(database.db, new FixedClock(TODAY));
  });

  afterAll(() => database.drop());

  it('agrees with the rules applied to the same rows without a database, in a handful of statements', async () => {
    const { teams, tasks } = cityFacts(city);
    const expected = new Map<string, number>();
    for (const team of teams) {
      for (const task of tasks.filter((each) => taskApplies(each, team))) {
        expected.set(`${team.code} ${task.code}`, assessTask(team, task, TODAY, DEFAULT_POLICY).shortfall);
      }
    }
    let statements = 0;
    const stop = database.db.onStatement(() => (statements += 1));
    const rows = await service.ledger(EVERYWHERE, ask({ limit: 5000 }));
    stop();
    // Four of its own and one for each 250 teams.
    expect(statements).toBeLessThanOrEqual(7);
    expect(rows.total).toBe(expected.size);
    expect(new Map(rows.items.map(({ team, task, shortfall }) => [`${team} ${task}`, shortfall]))).toEqual(expected);
  });

  it('gives the headline: six areas have reached one half', async () => {
    const view = await service.headline(EVERYWHERE, {});
    expect(view).toMatchObject({ tasks: ['COUNTY_DEPT_TEAM'], areasReached: 6, shareToReach: { num: 1, den: 2 } });
    expect(view.items).toHaveLength(12);
    expect(view.items[0]).toMatchObject({ area: 'Q01', areaName: '云杉区', teams: 21, met: 13, reached: true });
  });

  it('gives the headline of another task, and of the caller’s area alone', async () => {
    const towns = await service.headline(EVERYWHERE, { task: 'TOWN_MEMBER_30' });
    expect(towns.items.reduce((sum, { teams }) => sum + teams, 0)).toBe(150);
    const { rows } = await database.db.queryDynamic<{ path: string }>(`SELECT path::text FROM unit WHERE code = 'Q03'`);
    const own = await service.headline({ grants: [{ unitPath: rows[0]?.path ?? '' }] }, {});
    expect(own.items.map(({ area, met }) => [area, met])).toEqual([['Q03', 15]]);
  });
});
