import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSampleCity } from '../../test/support/factories-city.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/index.js';
import { FixedClock, type ScopeHolder } from '../platform/index.js';
import { CadreQueries } from './cadres/cadre.queries.js';
import { SampleUnitPicker } from './first-start/sample-unit-picker.js';
import type { SampleCity } from './sample-city/index.js';
import { TasksController } from './tasks/tasks.controller.js';
import { TeamQueries } from './teams/team.queries.js';
import { UnitQueries } from './units/unit.queries.js';

const TODAY = '2026-11-23';
const EVERYWHERE: ScopeHolder = { grants: [{ unitPath: '' }] };
const PAGE = { limit: 50, offset: 0 };
const NOT_FOUND = { refusal: { code: 'NOT_FOUND' } };

describe('reading the directory', () => {
  let database: TestDatabase;
  let city: SampleCity;
  let units: UnitQueries;
  let teams: TeamQueries;
  let cadres: CadreQueries;
  let ofThirdArea: ScopeHolder;

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 2 });
    const { db } = database;
    const clock = new FixedClock(TODAY);
    city = await buildSampleCity(db, { today: TODAY });
    units = new UnitQueries(db);
    teams = new TeamQueries(db, clock);
    cadres = new CadreQueries(db, clock);
    const { rows } = await db.queryDynamic<{ path: string }>(`SELECT path::text FROM unit WHERE code = 'Q03'`);
    ofThirdArea = { grants: [{ unitPath: rows[0]?.path ?? 'missing' }] };
  });

  afterAll(() => database.drop());

  describe('units', () => {
    it('list the tree, parents first, page by page', async () => {
      const first = await units.list(EVERYWHERE, { ...PAGE, under: 'Q03' });
      expect(first.total).toBe(38);
      expect(first.items[0]).toMatchObject({ code: 'Q03', kindLabel: '旗县区', level: 1, children: 37, teams: 1 });
      expect(first.items[1]).toMatchObject({ parent: 'Q03', level: 2 });
      const second = await units.list(EVERYWHERE, { limit: 30, offset: 30, under: 'Q03' });
      expect(second.items.map(({ code }) => code)).toEqual(first.items.slice(30).map(({ code }) => code));
    });

    it('are found by kind and by part of the name', async () => {
      const towns = await units.list(EVERYWHERE, { ...PAGE, kind: 'township', under: 'Q05' });
      expect(towns.total).toBe(13);
      const finance = await units.list(EVERYWHERE, { ...PAGE, query: '财政局' });
      expect(finance.total).toBe(13);
    });

    it('are found by their sound, within the caller’s units', async () => {
      const finance = await units.list(EVERYWHERE, { ...PAGE, query: 'czj' });
      const named = await units.list(EVERYWHERE, { ...PAGE, query: '财政局' });
      expect(finance.items).toEqual(expect.arrayContaining(named.items));
      const own = await units.list(ofThirdArea, { ...PAGE, query: 'caizhengju' });
      expect(own.items.every(({ code, name }) => code.startsWith('Q03') && name.includes('财政局'))).toBe(true);
      expect(own.total).toBe(1);
    });

    it('end at the caller’s units', async () => {
      expect((await units.list(ofThirdArea, PAGE)).total).toBe(38);
      expect(await units.get(ofThirdArea, 'Q03-B14')).toMatchObject({
        parents: [{ code: 'Q03' }],
        teams: [{ code: 'Q03-B14-T' }],
        children: [],
      });
      await expect(units.get(ofThirdArea, 'Q04-B14')).rejects.toMatchObject(NOT_FOUND);
      await expect(units.list(ofThirdArea, { ...PAGE, under: 'Q04' })).rejects.toMatchObject(NOT_FOUND);
      expect((await units.get(ofThirdArea, 'Q03')).children).toHaveLength(37);
    });
  });

  describe('teams', () => {
    it('list headcount as of a day', async () => {
      const { total, items } = await teams.list(ofThirdArea, { limit: 5, offset: 0 });
      expect(total).toBe(38);
      expect(items).toHaveLength(5);
      expect(items[0]).toMatchObject({ unit: 'Q03', level: 'county-division', levelLabel: '县处级', asOf: TODAY });
      const [principal, deputy] = items[0]?.headcount ?? [];
      expect(principal).toMatchObject({ tier: 'principal', approved: 2 });
      expect(deputy?.vacancies).toBe(Math.max(0, (deputy?.approved ?? 0) - (deputy?.current ?? 0)));
      await expect(teams.list(ofThirdArea, { ...PAGE, unit: 'S01' })).rejects.toMatchObject(NOT_FOUND);
    });

    it('show who sat where on 2026-06-30, exactly as the workbook has it', async () => {
      const team = await teams.get(ofThirdArea, 'Q03-X01-T', { asOf: '2026-06-30' });
      const sat = city.appointments
        .filter(({ 职位编码: post, 任职时间: from, 免职时间: to }) => {
          return post.startsWith('Q03-X01-') && from <= '2026.06.30' && (to === '' || to > '2026.06.30');
        })
        .map((seat) => `${seat.职位编码} ${seat.干部编号}`);
      expect(team.posts.flatMap(({ code, holders }) => holders.map(({ cadre }) => `${code} ${cadre}`))).toEqual(sat);
      expect(team.tasks.map(({ task }) => task)).toEqual(['TOWN_MEMBER', 'TOWN_MEMBER_30', 'TOWN_PRINCIPAL']);
      await expect(teams.get(ofThirdArea, 'Q04-X01-T', {})).rejects.toMatchObject(NOT_FOUND);
    });
  });

  describe('cadres', () => {
    it('show all posts with dates, the ID number masked, and flag a birth month that differs', async () => {
      const differing = city.cadres.find((cadre) => cadre.身份证号.slice(6, 12) !== cadre.出生年月.replace('.', ''));
      const seen = await cadres.get(EVERYWHERE, differing?.干部编号 ?? '');
      expect(seen).toMatchObject({ idBirthDiffers: true, name: differing?.姓名 });
      expect(seen.birth).toBe(differing?.出生年月.replace('.', '-'));
      expect(seen.idNumber).toMatch(/^159999\*{8}\d{3}[\dX]$/);
      expect(JSON.stringify(seen)).not.toContain(differing?.身份证号);
      const moved = city.appointments.filter((seat) => seat.职位编码.startsWith('Q03-') && seat.免职时间 !== '');
      const past = await cadres.get(ofThirdArea, moved[0]?.干部编号 ?? '');
      expect(past.terms.some(({ to }) => to === moved[0]?.免职时间.replaceAll('.', '-'))).toBe(true);
    });

    it('are listed within the caller’s units, from home unit or post', async () => {
      const mine = await cadres.list(ofThirdArea, PAGE);
      const posts = new Set(
        city.appointments.filter((seat) => seat.职位编码.startsWith('Q03')).map((seat) => seat.干部编号),
      );
      const homes = city.cadres.filter((cadre) => cadre.所在单位编码.startsWith('Q03')).map((cadre) => cadre.干部编号);
      expect(mine.total).toBe(new Set([...posts, ...homes]).size);
      const stranger = city.cadres.find((cadre) => cadre.所在单位编码.startsWith('Q04') && !posts.has(cadre.干部编号));
      await expect(cadres.get(ofThirdArea, stranger?.干部编号 ?? '')).rejects.toMatchObject(NOT_FOUND);
      expect((await cadres.list(EVERYWHERE, PAGE)).total).toBe(6000);
    });

    it('are listed with the posts they held on the day asked for, today where none is', async () => {
      const moved = city.appointments.find((seat) => seat.职位编码.startsWith('Q03-') && seat.免职时间 !== '');
      const query = { ...PAGE, query: moved?.干部编号 };
      const heldOn = async (asOf?: string): Promise<string[]> => {
        const { items } = await cadres.list(ofThirdArea, { ...query, asOf });
        return items.flatMap(({ posts }) => posts.map(({ code }) => code));
      };
      const left = moved?.免职时间.replaceAll('.', '-') ?? '';
      expect(await heldOn(moved?.任职时间.replaceAll('.', '-'))).toContain(moved?.职位编码);
      expect(await heldOn(left)).not.toContain(moved?.职位编码);
      expect(await heldOn()).toEqual(await heldOn(TODAY));
    });

    it('are found by their sound among all within reach, however many there are', async () => {
      const all = await cadres.list(EVERYWHERE, { ...PAGE, query: 'l' });
      expect(all.total).toBeGreaterThan(500);
      const [last] = (await cadres.list(EVERYWHERE, { limit: 1, offset: 5_999 })).items;
      const initials = (await import('pinyin-pro')).pinyin(last!.name, {
        pattern: 'first',
        toneType: 'none',
        type: 'array',
      });
      const found = await cadres.list(EVERYWHERE, { limit: 500, offset: 0, query: initials.join('') });
      expect(found.items.map(({ code }) => code)).toContain(last!.code);
      expect((await cadres.list(ofThirdArea, { ...PAGE, query: 'zzzzz' })).total).toBe(0);
    });

    it('are found by part of a name and by code', async () => {
      const [first] = city.cadres;
      const byCode = await cadres.list(EVERYWHERE, { ...PAGE, query: first?.干部编号 });
      expect(byCode.items).toMatchObject([{ code: first?.干部编号, name: first?.姓名 }]);
      const byName = await cadres.list(EVERYWHERE, { ...PAGE, query: first?.姓名 });
      expect(byName.total).toBe(city.cadres.filter((cadre) => cadre.姓名.includes(first?.姓名 ?? '')).length);
    });
  });

  it('puts tasks into words', async () => {
    const { items } = await new TasksController(database.db).list();
    const sentences = new Map(items.map(({ code, sentence }) => [code, sentence]));
    expect(sentences.get('COUNTY_DEPT_TEAM')).toBe('旗县区党政工作部门：成员35岁左右至少1名');
    expect(sentences.get('TOWN_PRINCIPAL')).toBe('苏木乡镇街道：正职35岁以下占比向上取整核定职数的15%');
  });

  it('picks an area for the sample sign-ins that has both kinds of trouble', async () => {
    const picked = await new SampleUnitPicker(database.db, new FixedClock(TODAY)).pick();
    expect(picked).toMatch(/^Q\d\d$/);
  });
});
