import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createWorkbookFixture, smallCity, type WorkbookFixture } from './workbook.fixture.js';

type City = ReturnType<typeof smallCity>;

describe('importing a city', () => {
  let fixture: WorkbookFixture;
  beforeAll(async () => void (fixture = await createWorkbookFixture()));
  afterAll(() => fixture.database.drop());
  beforeEach(() => fixture.clear());

  const none = { inserted: 0, updated: 0 };
  const NOTHING = { units: none, teams: none, posts: none, cadres: none, appointments: none, tasks: none };
  const one = async <T>(sql: string): Promise<T | undefined> =>
    (await fixture.database.db.queryDynamic<T>(sql)).rows[0];
  const codes = (result: { problems: { sheet: string; row: number; column: string; code: string }[] }): string[] =>
    result.problems.map(({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`);

  it('stores everything, with paths from the top down and months and days as their own kinds', async () => {
    const result = await fixture.importer.importRows(smallCity());
    expect(result.problems).toEqual([]);
    expect(result.accepted).toEqual({ units: 4, teams: 2, posts: 3, cadres: 3, appointments: 3, tasks: 2 });
    expect(result.changed.units).toEqual({ inserted: 4, updated: 0 });
    expect(
      await one(
        `SELECT u.path::text = p.id || '.' || u.id AS fits FROM unit u JOIN unit p ON p.id = u.parent_id WHERE u.code = 'Q1-B1'`,
      ),
    ).toEqual({ fits: true });
    expect(await one(`SELECT name, birth_month, id_number_mask, id_birth_month FROM cadre WHERE code = 'C1'`)).toEqual({
      name: '王明',
      birth_month: '1986-09',
      id_number_mask: '150402********0016',
      id_birth_month: '1986-09',
    });
    expect(
      await one(
        `SELECT from_day, to_day, occupies_headcount, mode FROM appointment a JOIN cadre c ON c.id = cadre_id WHERE c.code = 'C2'`,
      ),
    ).toEqual({
      from_day: '2020-01-01',
      to_day: '2023-01-01',
      occupies_headcount: false,
      mode: 'secondment',
    });
    expect(await one(`SELECT share_num, share_den, base, principal_only FROM staffing_task WHERE code = 'K1'`)).toEqual(
      {
        share_num: 3,
        share_den: 20,
        base: 'approved-headcount',
        principal_only: false,
      },
    );
    expect(
      await one(`SELECT quantity, nested_share_num, nested_share_den, due_by FROM staffing_task WHERE code = 'K2'`),
    ).toEqual({
      quantity: 2,
      nested_share_num: 1,
      nested_share_den: 3,
      due_by: '2027-12-31',
    });
  });

  it('keeps the ID number encrypted: the row holds a cipher that only the key opens', async () => {
    await fixture.importer.importRows(smallCity());
    const row = await one<{ cipher: Buffer; text: string }>(
      `SELECT id_number_cipher AS cipher, cadre::text AS text FROM cadre WHERE code = 'C1'`,
    );
    expect(fixture.cipher.reveal(row?.cipher ?? Buffer.alloc(0))).toBe('150402198609300016');
    expect(row?.text).not.toContain('19860930');
  });

  it('changes nothing when the same workbook comes again, in any order of its sheets', async () => {
    const first = await fixture.importer.importRows(smallCity());
    const before = await fixture.contents();
    const again = await fixture.importer.importRows(Object.fromEntries(Object.entries(smallCity()).toReversed()));
    expect(again.accepted).toEqual(first.accepted);
    expect(again.changed).toEqual(NOTHING);
    expect(await fixture.contents()).toEqual(before);
  });

  it('only lists and counts in a dry run', async () => {
    const result = await fixture.importer.importRows(smallCity(), { dryRun: true });
    expect(result).toMatchObject({ dryRun: true, problemsTotal: 0, changed: { cadres: { inserted: 3 } } });
    expect(await one('SELECT count(*) FROM unit')).toEqual({ count: 0 });
  });

  it('stores nothing when anything is wrong', async () => {
    const city = smallCity();
    city.tasks[1] = { ...city.tasks[1], 数值: 'many' };
    const result = await fixture.importer.importRows(city);
    expect(codes(result)).toEqual(['配备任务 3 数值 QUANTITY_INVALID']);
    expect(result.accepted).toMatchObject({ units: 4, tasks: 1 });
    expect(await one('SELECT count(*) FROM unit')).toEqual({ count: 0 });
  });

  it('updates what exists, keeps what is left out, keeps what is left blank, and clears on request', async () => {
    await fixture.importer.importRows(smallCity());
    const result = await fixture.importer.importRows({
      cadres: [
        { 干部编号: 'C1', 姓名: '王明', 性别: '男', 出生年月: '1986.10' },
        { 干部编号: 'C3', 姓名: '其其格', 性别: '女', 民族: '清空', 出生年月: '1990.03', 入党时间: '清空' },
      ],
      appointments: [{ 干部编号: 'C2', 职位编码: 'P2', 任职时间: '2020.01.01', 免职时间: '清空' }],
    });
    expect(result.problems).toEqual([]);
    expect(result.changed).toMatchObject({
      cadres: { inserted: 0, updated: 2 },
      appointments: { inserted: 0, updated: 1 },
    });
    expect(await one(`SELECT birth_month, ethnicity, id_number_mask FROM cadre WHERE code = 'C1'`)).toEqual({
      birth_month: '1986-10',
      ethnicity: '汉族',
      id_number_mask: '150402********0016',
    });
    expect(
      await one(`SELECT ethnicity, party_join_month, home_unit_id IS NULL AS homeless FROM cadre WHERE code = 'C3'`),
    ).toEqual({ ethnicity: null, party_join_month: null, homeless: false });
    expect(
      await one(
        `SELECT to_day, occupies_headcount, mode FROM appointment a JOIN cadre c ON c.id = cadre_id WHERE c.code = 'C2'`,
      ),
    ).toEqual({ to_day: null, occupies_headcount: false, mode: 'secondment' });
    expect(await one('SELECT count(*) FROM cadre')).toEqual({ count: 3 });
  });

  it('moves a unit with everything below it', async () => {
    await fixture.importer.importRows(smallCity());
    await fixture.importer.importRows({
      units: [{ 单位编码: 'Q1', 单位名称: '甲区', 上级单位编码: 'Q2', 单位类别: '旗县区' }],
    });
    expect(await one(`SELECT count(*) FROM unit WHERE path <@ (SELECT path FROM unit WHERE code = 'Q2')`)).toEqual({
      count: 4,
    });
    expect(await one(`SELECT nlevel(path) AS levels FROM unit WHERE code = 'Q1-B1'`)).toEqual({ levels: 3 });
  });

  it('ends one appointment and begins the next in the same post in one workbook', async () => {
    await fixture.importer.importRows(smallCity());
    const result = await fixture.importer.importRows({
      appointments: [
        { 干部编号: 'C1', 职位编码: 'P1', 任职时间: '2026.01.01' },
        { 干部编号: 'C1', 职位编码: 'P1', 任职时间: '2024.05.10', 免职时间: '2025.12.31' },
      ],
    });
    expect(result.problems).toEqual([]);
    expect(result.changed.appointments).toEqual({ inserted: 1, updated: 1 });
  });

  it('exchanges two ID numbers that were mixed up, and knows a mask that is unchanged', async () => {
    const swapped: City['cadres'] = smallCity().cadres.slice(0, 2);
    await fixture.importer.importRows(smallCity());
    const result = await fixture.importer.importRows({
      cadres: [
        { ...swapped[0], 身份证号: '150402198609300024' },
        { ...swapped[1], 身份证号: '150402198609300016' },
        { ...smallCity().cadres[2], 身份证号: '' },
      ],
    });
    expect(result.problems).toEqual([]);
    expect(result.changed.cadres).toEqual({ inserted: 0, updated: 2 });
    const masked = await fixture.importer.importRows({ cadres: [{ ...swapped[0], 身份证号: '150402********0024' }] });
    expect([masked.problems, masked.changed.cadres]).toEqual([[], { inserted: 0, updated: 0 }]);
  });

  it('remarks on sex and birth that differ from the ID number, and stores them all the same', async () => {
    const result = await fixture.importer.importRows({
      cadres: [{ 干部编号: 'C9', 姓名: '赵一', 性别: '女', 出生年月: '1986.10', 身份证号: '150402198609300016' }],
    });
    expect(result.notices.map(({ code, value }) => [code, value])).toEqual([
      ['ID_SEX_DIFFERS', '150402********0016'],
      ['ID_BIRTH_DIFFERS', '150402********0016'],
    ]);
    expect(result.changed.cadres.inserted).toBe(1);
  });

  describe('lists every fault', () => {
    const cases: [string, (city: City) => void, string[]][] = [
      [
        'a required cell',
        (city) => void (city.units[0] = { ...city.units[0], 单位名称: ' ' }),
        ['单位 2 单位名称 REQUIRED_MISSING'],
      ],
      ['a code twice', (city) => void city.posts.push({ ...city.posts[0] }), ['职位 5 职位编码 CODE_TWICE']],
      [
        'a superior nobody knows',
        (city) => void (city.units[0] = { ...city.units[0], 上级单位编码: 'Q9' }),
        ['单位 2 上级单位编码 REFERENCE_UNKNOWN'],
      ],
      [
        'units in a circle, and not those that only hang below it',
        (city) => {
          city.units[1] = { ...city.units[1], 上级单位编码: 'Q2' };
          city.units[2] = { ...city.units[2], 上级单位编码: 'Q1' };
        },
        ['单位 3 上级单位编码 UNIT_CYCLE', '单位 4 上级单位编码 UNIT_CYCLE'],
      ],
      [
        'its own superior',
        (city) => void (city.units[1] = { ...city.units[1], 上级单位编码: 'Q1' }),
        ['单位 3 上级单位编码 UNIT_CYCLE'],
      ],
      [
        'a team of no unit',
        (city) => void (city.teams[0] = { ...city.teams[0], 单位编码: 'X' }),
        ['班子 2 单位编码 REFERENCE_UNKNOWN'],
      ],
      [
        'a headcount that is none',
        (city) => void (city.teams[0] = { ...city.teams[0], 核定正职数: '一' }),
        ['班子 2 核定正职数 INTEGER_INVALID'],
      ],
      [
        'a post of no team',
        (city) => void (city.posts[0] = { ...city.posts[0], 班子编码: 'X' }),
        ['职位 2 班子编码 REFERENCE_UNKNOWN'],
      ],
      [
        'a label nobody knows',
        (city) => void (city.posts[0] = { ...city.posts[0], 正副: '副处' }),
        ['职位 2 正副 LABEL_UNKNOWN'],
      ],
      [
        'a birth in the future',
        (city) => void (city.cadres[2] = { ...city.cadres[2], 出生年月: '2026.07' }),
        ['干部 4 出生年月 MONTH_IN_FUTURE'],
      ],
      [
        'an unknown home unit',
        (city) => void (city.cadres[2] = { ...city.cadres[2], 所在单位编码: 'X' }),
        ['干部 4 所在单位编码 REFERENCE_UNKNOWN'],
      ],
      [
        'one ID number for two',
        (city) => void (city.cadres[1] = { ...city.cadres[1], 身份证号: '150402198609300016' }),
        ['干部 3 身份证号 ID_TWICE'],
      ],
      [
        'the mask of a number never given',
        (city) => void (city.cadres[2] = { ...city.cadres[2], 身份证号: '150402********0016' }),
        ['干部 4 身份证号 ID_MASK_MISMATCH'],
      ],
      [
        'an unknown cadre and post',
        (city) => void (city.appointments[0] = { ...city.appointments[0], 干部编号: 'X', 职位编码: 'Y' }),
        ['任职 2 干部编号 REFERENCE_UNKNOWN', '任职 2 职位编码 REFERENCE_UNKNOWN'],
      ],
      [
        'an end before the beginning',
        (city) => void (city.appointments[0] = { ...city.appointments[0], 免职时间: '2024.05.09' }),
        ['任职 2 免职时间 TO_BEFORE_FROM'],
      ],
      [
        'one appointment twice',
        (city) => void city.appointments.push({ ...city.appointments[0] }),
        ['任职 5 任职时间 APPOINTMENT_TWICE'],
      ],
      [
        'appointments that overlap',
        (city) => void city.appointments.push({ 干部编号: 'C1', 职位编码: 'P1', 任职时间: '2025.01' }),
        ['任职 5 任职时间 APPOINTMENT_OVERLAP'],
      ],
      [
        'a task for nobody',
        (city) => void (city.tasks[0] = { ...city.tasks[0], 适用类别: '全市' }),
        ['配备任务 2 适用类别 TARGET_UNKNOWN'],
      ],
      [
        'a share without a percent sign',
        (city) => void (city.tasks[0] = { ...city.tasks[0], 数值: '15' }),
        ['配备任务 2 数值 SHARE_INVALID'],
      ],
      [
        'half a nested rule',
        (city) => void (city.tasks[1] = { ...city.tasks[1], 嵌套占比: '' }),
        ['配备任务 3 嵌套占比 NESTED_INCOMPLETE'],
      ],
    ];

    it.each(cases)('%s', async (_, spoil, expected) => {
      const city = smallCity();
      spoil(city);
      const result = await fixture.importer.importRows(city);
      expect(codes(result)).toEqual(expected);
      expect(result.changed).toEqual(NOTHING);
      for (const { message } of result.problems) expect(message).toMatch(/^[^A-Z_{}]*(?:Excel)?[^_{}]*。$/);
    });

    it('all at once, in the order of reading', async () => {
      const city = smallCity();
      for (const [, spoil] of [cases[0], cases[9], cases[17], cases[19]].filter((item) => item !== undefined))
        spoil(city);
      expect(codes(await fixture.importer.importRows(city))).toEqual([
        '单位 2 单位名称 REQUIRED_MISSING',
        '干部 4 出生年月 MONTH_IN_FUTURE',
        '配备任务 2 适用类别 TARGET_UNKNOWN',
        '配备任务 3 嵌套占比 NESTED_INCOMPLETE',
      ]);
    });

    it('against what is stored: a number that is taken, an appointment that overlaps', async () => {
      await fixture.importer.importRows(smallCity());
      const result = await fixture.importer.importRows({
        cadres: [{ 干部编号: 'C8', 姓名: '赵一', 性别: '男', 出生年月: '1986.09', 身份证号: '150402198609300016' }],
        appointments: [
          { 干部编号: 'C1', 职位编码: 'P1', 任职时间: '2024.01.01', 免职时间: '2024.05.11' },
          { 干部编号: 'C1', 职位编码: 'P1', 任职时间: '2023.01.01', 免职时间: '2024.01.01' },
        ],
      });
      expect(codes(result)).toEqual(['干部 2 身份证号 ID_TAKEN', '任职 2 任职时间 APPOINTMENT_OVERLAP']);
    });

    it('masks ID numbers, whole and broken ones', async () => {
      const city = smallCity();
      city.cadres[0] = { ...city.cadres[0], 身份证号: '150402198609300017' };
      city.cadres[1] = { ...city.cadres[1], 身份证号: '150402860930001' };
      const { problems } = await fixture.importer.importRows(city);
      expect(problems.map(({ code, value }) => [code, value])).toEqual([
        ['ID_CHECKSUM', '150402********0017'],
        ['ID_15_DIGITS', '***************'],
      ]);
    });

    it('counts them all and lists the first 5,000', async () => {
      const units = Array.from({ length: 5_200 }, (_, index) => ({
        单位编码: `U${index}`,
        单位名称: '',
        上级单位编码: 'X',
        单位类别: '旗县区',
      }));
      const result = await fixture.importer.importRows({ units });
      expect([result.problems.length, result.problemsTotal, result.accepted.units]).toEqual([5_000, 10_400, 0]);
    });
  });

  it('lets one import run at a time', async () => {
    await fixture.database.db.transaction(async (tx) => {
      await tx.queryDynamic('SELECT pg_advisory_xact_lock(7146101)');
      await expect(fixture.importer.importRows(smallCity())).rejects.toMatchObject({
        refusal: { code: 'IMPORT_RUNNING' },
      });
    });
    const both = await Promise.allSettled([
      fixture.importer.importRows(smallCity()),
      fixture.importer.importRows(smallCity()),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
