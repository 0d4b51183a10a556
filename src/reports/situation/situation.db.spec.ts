import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSampleCity } from '../../../test/support/factories-city.js';
import {
  buildAppointment,
  buildMember,
  buildPost,
  buildTask,
  buildTeam,
  buildUnit,
  type BuiltUnit,
} from '../../../test/support/factories.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { StaffingService } from '../../directory/index.js';
import { FixedClock } from '../../platform/index.js';
import { LedgerPass } from '../ledger-pass.js';
import { situationSheets } from './situation-sheets.js';
import { SituationService } from './situation.service.js';
import { TrendService } from './trend.service.js';

const TODAY = '2026-11-23';
const EVERYWHERE = { grants: [{ unitPath: '' }] };

function servicesOn({ db }: TestDatabase): {
  situations: SituationService;
  trends: TrendService;
  ledger: StaffingService;
} {
  const clock = new FixedClock(TODAY);
  const pass = new LedgerPass(db, clock);
  return {
    situations: new SituationService(db, pass),
    trends: new TrendService(db, pass),
    ledger: new StaffingService(db, clock),
  };
}

describe('the situation of a small county', () => {
  let database: TestDatabase;
  let area: BuiltUnit;
  let bureau: BuiltUnit;
  let services: ReturnType<typeof servicesOn>;

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 2 });
    const { db } = database;
    services = servicesOn(database);
    area = await buildUnit(db, { code: 'Q1', name: '甲旗', kind: 'county-level-area' });
    bureau = await buildUnit(db, { code: 'Q1-B1', name: '甲旗财政局', parent: area });
    const office = await buildUnit(db, { code: 'Q1-B2', name: '甲旗民政局', parent: area });
    const cityBureau = await buildUnit(db, { code: 'S1', name: '市财政局', kind: 'city-party-gov-department' });
    await buildTask(db, { code: 'DEPT', share: [50, 100] });
    const short = await buildTeam(db, { unit: bureau, code: 'T1', principals: 1, deputies: 3 });
    const met = await buildTeam(db, { unit: office, code: 'T2', principals: 1, deputies: 1 });
    await buildTeam(db, { unit: cityBureau, code: 'T3' });
    const young = await buildMember(db, { team: short, name: '两任', birth: '1990-03', from: '2026-06-30' });
    await buildAppointment(db, { cadre: young.cadre, post: await buildPost(db, { team: met }), mode: 'concurrent' });
    await buildMember(db, { team: short, name: '老成', birth: '1970-03' });
  });
  afterAll(() => database.drop());

  it('adds up areas and departments, worst department first, and says what vacancies could take up', async () => {
    const { situations } = services;
    const { totals, areas, departments, departmentsTotal, levels, headline } = await situations.situation(
      EVERYWHERE,
      {},
    );
    expect(totals).toMatchObject({ teams: 2, rows: 2, met: 1, due: 3, actual: 2, shortfall: 1, fillable: 1 });
    expect(areas).toMatchObject([
      {
        code: 'Q1',
        name: '甲旗',
        due: 3,
        shortfall: 1,
        levels: { A: 0, B: 1, C: 1 },
        headline: { teams: 2, met: 1, share: { num: 1, den: 2 }, reached: true },
      },
    ]);
    expect(departments.map(({ unit, level, shortfall, area: of }) => [unit, level, shortfall, of])).toEqual([
      ['Q1-B1', 'B', 1, 'Q1'],
      ['Q1-B2', 'C', 0, 'Q1'],
    ]);
    expect(departmentsTotal).toBe(2);
    expect(levels.map(({ level, rows }) => `${level}${rows}`)).toEqual(['A0', 'B1', 'C1']);
    expect(headline).toEqual({ shareToReach: { num: 1, den: 2 }, areas: 1, areasReached: 1, tasks: ['DEPT'] });
  });

  it('shows every month of the horizon, and the people behind a month once each', async () => {
    const { ageingOut } = await services.situations.situation(EVERYWHERE, {});
    expect(ageingOut).toHaveLength(25);
    expect(ageingOut[0]?.month).toBe('2026-11');
    expect(ageingOut.filter(({ people }) => people > 0)).toEqual([
      { month: '2027-03', people: 1, byAge: 1, byTerm: 0, rowsFallingShort: 2 },
    ]);
    const { items, total } = await services.situations.leavers(EVERYWHERE, { month: '2027-03', limit: 50, offset: 0 });
    expect(total).toBe(2);
    expect(items).toMatchObject([
      { name: '两任', month: '2027-03', reason: 'age', team: 'T1' },
      { name: '两任', month: '2027-03', reason: 'age', team: 'T2' },
    ]);
  });

  it('keeps to the units of whoever asks, and to the part asked for', async () => {
    const own = { grants: [{ unitPath: bureau.path }] };
    expect((await services.situations.situation(own, {})).totals.rows).toBe(1);
    expect((await services.situations.situation(EVERYWHERE, { unit: 'Q1-B2' })).totals).toMatchObject({
      rows: 1,
      met: 1,
    });
    await expect(services.situations.situation(own, { unit: 'Q1-B2' })).rejects.toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    await expect(services.situations.situation(EVERYWHERE, { task: 'NO-SUCH' })).rejects.toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
  });

  it('recomputes the quarters that no round froze, with the appointments of that day', async () => {
    const { quarters } = await services.trends.trend(EVERYWHERE, {});
    expect(quarters.map(({ quarter }) => quarter)).toEqual([
      '2024Q4',
      '2025Q1',
      '2025Q2',
      '2025Q3',
      '2025Q4',
      '2026Q1',
      '2026Q2',
      '2026Q3',
    ]);
    expect(quarters.slice(-3)).toMatchObject([
      { day: '2026-03-31', source: 'recomputed', round: null, due: 3, actual: 1, shortfall: 2 },
      { day: '2026-06-30', actual: 2, shortfall: 1, levels: { A: 0, B: 1, C: 1 } },
      { day: '2026-09-30', actual: 2, shortfall: 1 },
    ]);
  });

  it('prefers what a round froze, by its latest revision', async () => {
    const { db } = database;
    const stocktake = await db.queryDynamic<{ id: number }>(
      `INSERT INTO stocktake (unit_id, created_at, version, machine_revision, updated_at, state, state_path, context,
         create_command_id, quarter)
       VALUES ($1, now(), 1, 1, now(), '"x"', 'x', '{}', 'frozen-1', '2026Q2') RETURNING id`,
      [area.id],
    );
    const round = stocktake.rows[0]!.id;
    const freeze = async (id: number, revision: number, shortfall: number): Promise<void> => {
      await db.queryDynamic(
        `INSERT INTO ledger_snapshot (id, stocktake_id, revision, previous_id, reason, quarter, reference_day,
           policy_version, rows, hash, taken_at)
         VALUES ($1, $2, $3, $4, $5, '2026Q2', '2026-06-30', 1, 1, $6, now())`,
        [id, round, revision, revision === 1 ? null : id - 1, revision === 1 ? null : '更正', 'a'.repeat(64)],
      );
      await db.queryDynamic(
        `INSERT INTO ledger_snapshot_row (snapshot_id, ordinal, unit_id, level, severity, due, actual, shortfall, body, hash)
         VALUES ($1, 1, $2, 'A', 3, 9, 2, $3, '{"task": "DEPT"}', 'x')`,
        [id, bureau.id, shortfall],
      );
    };
    await freeze(901, 1, 7);
    await freeze(902, 2, 6);
    const { quarters } = await services.trends.trend(EVERYWHERE, { task: 'DEPT' });
    const frozen = quarters.find(({ quarter }) => quarter === '2026Q2');
    expect(frozen).toMatchObject({
      source: 'frozen',
      round,
      rows: 1,
      due: 9,
      shortfall: 6,
      levels: { A: 1, B: 0, C: 0 },
    });
    expect(quarters.filter(({ source }) => source === 'frozen')).toHaveLength(1);
    const elsewhere = await services.trends.trend(EVERYWHERE, { unit: 'Q1-B2' });
    expect(elsewhere.quarters.find(({ quarter }) => quarter === '2026Q2')?.source).toBe('recomputed');
  });
});

describe('the situation of the sample city', () => {
  let database: TestDatabase;
  let services: ReturnType<typeof servicesOn>;

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 2 });
    await buildSampleCity(database.db, { today: TODAY });
    services = servicesOn(database);
  });
  afterAll(() => database.drop());

  it('says what ledger and headline say', async () => {
    const { situations, ledger } = services;
    const { totals, areas, departmentsTotal, departments, levels, headline } = await situations.situation(
      EVERYWHERE,
      {},
    );
    const rows = await ledger.ledger(EVERYWHERE, { limit: 1, offset: 0 });
    const sum = (name: 'due' | 'actual' | 'shortfall' | 'met'): number =>
      rows.totals.tasks.reduce((total, task) => total + task[name], 0);
    expect(totals).toMatchObject({
      rows: rows.total,
      due: sum('due'),
      actual: sum('actual'),
      shortfall: sum('shortfall'),
      met: sum('met'),
    });
    expect(levels.map(({ level, rows: count }) => [level, count])).toEqual(
      rows.totals.levels.toSorted((a, b) => b.severity - a.severity).map(({ level, rows: count }) => [level, count]),
    );
    expect(areas.reduce((total, area) => total + area.shortfall, 0)).toBe(totals.shortfall);
    expect(departments).toHaveLength(Math.min(200, departmentsTotal));
    const known = await ledger.headline(EVERYWHERE, {});
    expect(headline.areasReached).toBe(known.areasReached);
    expect(areas.flatMap(({ headline: of }) => (of ? [of.met] : []))).toEqual(known.items.map(({ met }) => met));
  });

  it('goes on paper without a name', async () => {
    const situation = await services.situations.situation(EVERYWHERE, {});
    const sheets = situationSheets(situation, await services.trends.trend(EVERYWHERE, {}));
    expect(sheets.map(({ name }) => name)).toEqual(['旗县区', '部门', '季度走势', '到龄预测']);
    const first = [...(sheets[0]!.rows as Iterable<readonly (string | null)[]>)];
    expect(first).toHaveLength(situation.areas.length);
    expect(first[0]).toHaveLength(sheets[0]!.columns.length);
  });
});
