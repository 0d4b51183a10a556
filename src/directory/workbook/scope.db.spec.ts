import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WorkbookRows } from './row-source.js';
import { createWorkbookFixture, smallCity, type WorkbookFixture } from './workbook.fixture.js';

describe('a caller who holds one area', () => {
  let fixture: WorkbookFixture;
  let scope: string[];
  beforeAll(async () => void (fixture = await createWorkbookFixture()));
  afterAll(() => fixture.database.drop());
  beforeEach(async () => {
    await fixture.clear();
    await fixture.importer.importRows(smallCity());
    const { rows } = await fixture.database.db.queryDynamic<{ path: string }>(
      `SELECT path FROM unit WHERE code = 'Q1'`,
    );
    scope = rows.map(({ path }) => path);
  });

  async function importing(rows: WorkbookRows): Promise<string[]> {
    const { problems } = await fixture.importer.importRows(rows, { scope });
    return problems.map(({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`);
  }

  const unit = (code: string, above = '') =>
    ({ 单位编码: code, 单位名称: '新', 上级单位编码: above, 单位类别: '旗县区其他单位' }) as const;
  const team = (code: string, of: string) =>
    ({ 班子编码: code, 单位编码: of, 班子名称: '新', 班子层级: '乡科级', 核定正职数: '1', 核定副职数: '1' }) as const;
  const post = (code: string, of: string) =>
    ({ 职位编码: code, 班子编码: of, 职务名称: '新', 职务层次: '副科', 正副: '副职' }) as const;
  const cadre = (code: string, home = '') =>
    ({ 干部编号: code, 姓名: '赵一', 性别: '男', 出生年月: '1990.01', 所在单位编码: home }) as const;
  const task = (code: string, on: string) =>
    ({
      任务编码: code,
      任务名称: '新',
      适用类别: on,
      计数规则: '至少',
      数值: '1',
      年龄口径: '以下',
      年龄: '40',
    }) as const;
  const seat = (holder: string, of: string) => ({ 干部编号: holder, 职位编码: of, 任职时间: '2026.06.01' });

  it('brings in everything that belongs to it, new things included', async () => {
    expect(
      await importing({
        units: [unit('N1', 'Q1'), unit('N2', 'N1')],
        teams: [team('NT', 'N2'), team('T1', 'Q1-B1')],
        posts: [post('NP', 'NT')],
        cadres: [cadre('NC', 'N2'), cadre('ND'), cadre('C1', 'N1')],
        appointments: [seat('NC', 'NP'), seat('ND', 'P2')],
        tasks: [task('NK', 'NT'), task('K2', 'T1')],
      }),
    ).toEqual([]);
  });

  it.each<[string, WorkbookRows, string[]]>([
    ['a unit elsewhere', { units: [unit('Q2-B1', 'Q2')] }, ['单位 2 单位编码 OUT_OF_SCOPE']],
    ['a new unit at the top', { units: [unit('N1')] }, ['单位 2 单位编码 OUT_OF_SCOPE']],
    ['a unit fetched from elsewhere', { units: [unit('Q2-B1', 'Q1')] }, ['单位 2 单位编码 OUT_OF_SCOPE']],
    ['a unit given away', { units: [unit('Q1-B1', 'Q2')] }, ['单位 2 单位编码 OUT_OF_SCOPE']],
    ['the area itself under another', { units: [unit('Q1', 'Q2')] }, ['单位 2 上级单位编码 OUT_OF_SCOPE']],
    ['a team elsewhere', { teams: [team('N', 'Q2-B1')] }, ['班子 2 单位编码 OUT_OF_SCOPE']],
    ['a team fetched from elsewhere', { teams: [team('T2', 'Q1-B1')] }, ['班子 2 单位编码 OUT_OF_SCOPE']],
    ['a post elsewhere', { posts: [post('N', 'T2')] }, ['职位 2 班子编码 OUT_OF_SCOPE']],
    ['a post fetched from elsewhere', { posts: [post('P3', 'T1')] }, ['职位 2 班子编码 OUT_OF_SCOPE']],
    ['an appointment elsewhere', { appointments: [seat('C1', 'P3')] }, ['任职 2 职位编码 OUT_OF_SCOPE']],
    ['a cadre of another unit', { cadres: [cadre('C3')] }, ['干部 2 干部编号 OUT_OF_SCOPE']],
    [
      'a cadre fetched by an appointment in the same workbook',
      { cadres: [cadre('C3')], appointments: [seat('C3', 'P2')] },
      ['干部 2 干部编号 OUT_OF_SCOPE'],
    ],
    ['a new cadre of no unit', { cadres: [cadre('N')] }, ['干部 2 干部编号 OUT_OF_SCOPE']],
    ['a cadre sent elsewhere', { cadres: [cadre('C1', 'Q2-B1')] }, ['干部 2 所在单位编码 OUT_OF_SCOPE']],
    [
      'a task for a whole kind of units',
      { tasks: [task('N', '旗县区党政工作部门')] },
      ['配备任务 2 适用类别 OUT_OF_SCOPE'],
    ],
    ['a task for a team elsewhere', { tasks: [task('N', 'T2')] }, ['配备任务 2 适用类别 OUT_OF_SCOPE']],
    ['a task taken from all', { tasks: [task('K1', 'T1')] }, ['配备任务 2 适用类别 OUT_OF_SCOPE']],
  ])('is refused %s', async (_, rows, expected) => {
    expect(await importing(rows)).toEqual(expected);
  });
});
