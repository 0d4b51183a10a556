import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SampleSignIns } from '../../identity/index.js';
import { createTestApp, type TestApp } from '../../../test/support/test-app.js';
import { calendarLoad, CalendarService } from '../index.js';
import { CHANGED_DECEMBER, exampleYear } from './spec-support.js';

const PASSWORD = 'given-by-hand';
const HOLIDAY_CN = {
  $schema: 'https://raw.githubusercontent.com/NateScarlet/holiday-cn/master/schema.json',
  year: 2028,
  papers: ['https://www.example.cn/2028.htm'],
  days: [
    { name: '元旦', date: '2028-01-01', isOffDay: true },
    { name: '元旦', date: '2027-12-26', isOffDay: false },
  ],
};

type Agent = ReturnType<TestApp['client']>;

let app: TestApp;
let folder: string;
const people: Record<string, Agent> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qingpei-calendar-'));
  const environment = { SAMPLE_PASSWORD: PASSWORD, DATA_DIR: folder };
  app = await createTestApp({ today: '2026-12-01', environment });
  await app.get(SampleSignIns).run();
  for (const username of ['clerk', 'chief', 'secadmin', 'sysadmin']) {
    people[username] = app.client();
    await people[username].post('/api/v1/session').send({ username, password: PASSWORD }).expect(201);
  }
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const get = (path: string): Promise<Response> => Promise.resolve(people['clerk']!.get(`/api/v1/calendar${path}`));

const put = (who: string, year: number | string, body: object): Promise<Response> =>
  Promise.resolve(people[who]!.put(`/api/v1/calendar/${year}`).send(body));

const coveredDays = async (): Promise<string | undefined> => {
  const { text } = await app.client().get('/metrics').expect(200);
  return /^qingpei_calendar_covered_days (\S+)$/m.exec(text)?.[1];
};

describe('the working calendar', () => {
  it('shows this year, and says that the next one is wanted', async () => {
    const { status, body } = await get('');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { year: 2026, coverageUntil: '2026-12-31', coveredDays: 30, endsSoon: true, version: 1 },
    });
    expect((body as { days: unknown[] }).days).toHaveLength(39);
    expect(await coveredDays()).toBe('30');
    expect(await get('?year=2027')).toMatchObject({ status: 404, body: { code: 'CALENDAR_YEAR_NOT_LOADED' } });
    expect(await get('?year=abc')).toMatchObject({ status: 400, body: { errors: [{ path: 'year' }] } });
  });

  it('counts working days, and refuses to guess', async () => {
    expect(await get('/working-days?from=2026-04-30&days=5&countStart=true')).toMatchObject({
      status: 200,
      body: { from: '2026-04-30', days: 5, countStart: true, day: '2026-05-09' },
    });
    expect(await get('/working-days?from=2026-04-30&days=5')).toMatchObject({ body: { day: '2026-05-11' } });
    const beyond = await get('/working-days?from=2026-12-28&days=5');
    expect(beyond).toMatchObject({
      status: 422,
      body: { code: 'CALENDAR_NOT_COVERED', detail: expect.stringContaining('2026-12-31') },
    });
    for (const wrong of ['from=2026-02-30&days=5', 'from=2026-04-30&days=0', 'days=5', 'from=2026-04-30&days=5&to=1']) {
      expect(await get(`/working-days?${wrong}`)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    }
  });

  it('is loaded by the chief or the security administrator, nobody else', async () => {
    for (const who of ['clerk', 'sysadmin']) {
      expect(await put(who, 2027, exampleYear())).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    }
    const year = exampleYear({ adjacent: CHANGED_DECEMBER });
    expect(await put('chief', 2027, year)).toMatchObject({
      status: 200,
      body: { year: 2027, version: 2, changed: true, coverageUntil: '2027-12-31' },
    });
    expect(await put('secadmin', 2027, year)).toMatchObject({ status: 200, body: { version: 2, changed: false } });
    expect(await get('?year=2027')).toMatchObject({
      body: { adjacent: CHANGED_DECEMBER, endsSoon: false, papers: [{ loadedBy: '示例科长' }] },
    });
    expect(await get('/working-days?from=2026-12-28&days=5')).toMatchObject({ body: { day: '2027-01-06' } });
    expect(await coveredDays()).toBe('395');
  });

  it('says in Chinese, place by place, why a file cannot be the year', async () => {
    expect(await put('chief', 2030, HOLIDAY_CN)).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([{ path: 'year', message: '内容是2028年的安排，不是2030年的' }]) },
    });
    expect(await put('chief', 2027, { year: 2027, papers: [], days: [] })).toMatchObject({
      status: 400,
      body: {
        errors: [
          { path: 'papers', message: '没有文件网址：这一年的安排尚未公布' },
          { path: 'days', message: '没有任何日期：这一年的安排尚未公布' },
        ],
      },
    });
    const far = exampleYear({ days: [{ day: '2029-01-01', kind: 'off', name: '元旦' }] });
    expect(await put('chief', 2029, far)).toMatchObject({
      status: 409,
      body: { code: 'CALENDAR_YEAR_GAP', detail: expect.stringContaining('下一个应载入的是2028年') },
    });
  });

  it('is loaded from a file of holiday-cn at the console', async () => {
    const file = join(folder, '2028.json');
    const load = async (): Promise<{ code: number; lines: string[] }> => {
      const lines: string[] = [];
      return { code: await calendarLoad(app.get(CalendarService), file, (line) => lines.push(line)), lines };
    };
    expect(await load()).toEqual({ code: 1, lines: [`不能读取文件，或文件不是 JSON：${file}`] });
    await writeFile(
      file,
      JSON.stringify({ ...HOLIDAY_CN, days: [{ name: '元旦', date: '2028-1-1', isOffDay: true }] }),
    );
    expect(await load()).toEqual({
      code: 1,
      lines: ['文件内容有误：', '✗ days.0.date：应为存在的日期，格式为 YYYY-MM-DD'],
    });
    await writeFile(file, JSON.stringify({ ...HOLIDAY_CN, year: 2030 }));
    expect(await load()).toMatchObject({ code: 1, lines: expect.arrayContaining([expect.stringContaining('2030年')]) });
    await writeFile(file, JSON.stringify(HOLIDAY_CN));
    expect(await load()).toEqual({
      code: 0,
      lines: ['已载入2028年节假日安排，工作日历第3版，到2028-12-31。', '重算0个在计期限：0个日期有变，0个仍为暂定。'],
    });
    expect(await load()).toEqual({ code: 0, lines: ['2028年的安排与已载入的相同，未作改动。'] });
    expect(await get('/working-days?from=2027-12-24&days=1')).toMatchObject({ body: { day: '2027-12-26' } });
  });
});
