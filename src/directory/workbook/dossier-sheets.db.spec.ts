import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock } from '../../platform/index.js';
import { CadreQueries } from '../cadres/cadre.queries.js';
import { readDossiers } from '../dossier/dossier.rows.js';
import { EligibilityService } from '../eligibility/eligibility.service.js';
import { DOSSIER_KEYS, type DossierKey } from './dossier-sheets.js';
import { createWorkbookFixture, smallCity, type WorkbookFixture } from './workbook.fixture.js';

type Sheets = Record<DossierKey, Record<string, string>[]>;

const FINDINGS = ['出生时间认定', '参加工作时间认定', '入党时间认定', '学历认定', '经历认定', '身份认定'];

/** Everything on record of C2, deputy head since 2020; everybody is made up. */
const sheets = (): Sheets => ({
  profiles: [
    {
      干部编号: 'C2',
      家庭成员已填全: '是',
      处分处理已核对: '是',
      职级经历已填全: '是',
      基层工作月数: '48',
      培训达到规定: '是',
      身体条件符合: '是',
      成长地单位编码: 'Q2',
      最近提拔时间: '2020.01.01',
    },
  ],
  particulars: [{ 干部编号: 'C2', 籍贯: '某省甲市', 健康状况: '健康' }],
  educations: [
    {
      干部编号: 'C2',
      教育类别: '全日制',
      学历: '大学',
      学位: '法学学士',
      毕业院校系及专业: '某大学法学专业',
      入学年月: '2004.09',
      毕业年月: '2008.07',
    },
    { 干部编号: 'C2', 教育类别: '在职', 学历: '研究生' },
  ],
  relatives: [
    {
      干部编号: 'C2',
      称谓: '丈夫',
      姓名: '王 某',
      出生年月: '1985.02',
      工作单位及职务: '乙旗某局干部',
      工作单位编码: 'Q2-B1',
      是否单位领导: '否',
    },
    { 干部编号: 'C2', 称谓: '父亲', 姓名: '李某', 工作单位及职务: '已退休' },
  ],
  rewards: [{ 干部编号: 'C2', 奖励名称: '三等功', 奖励年月: '2022.03', 批准机关: '甲区' }],
  measures: [{ 干部编号: 'C2', 类别: '提醒', 生效日期: '2021.05.10', 文号: '某提〔2021〕1号' }],
  assessments: [
    { 干部编号: 'C2', 年度: '2025', 等次: '优秀' },
    { 干部编号: 'C2', 年度: '2024', 等次: '称职' },
  ],
  ranks: [
    { 干部编号: 'C2', 职级: '一级科员', 起始年月: '2010.08', 结束年月: '2018.01' },
    { 干部编号: 'C2', 职级: '四级主任科员', 起始年月: '2018.01' },
  ],
  trainings: [{ 干部编号: 'C2', 班次: '科级干部任职培训班', 开始日期: '2025.05.11', 结束日期: '2025.05.22' }],
  archiveReviews: [
    { 干部编号: 'C2', 审核日期: '2025.06.30', ...Object.fromEntries(FINDINGS.map((header) => [header, '一致'])) },
  ],
});

/** The same city, C2 still in office. */
const city = () => ({
  ...smallCity(),
  cadres: smallCity().cadres.map((row) =>
    row['干部编号'] === 'C2'
      ? { ...row, 参加工作时间: '2008.07', 入党时间: '2007.06', 政治面貌: '中共党员', 全日制学历: '大学' }
      : row,
  ),
  appointments: [{ 干部编号: 'C2', 职位编码: 'P2', 任职时间: '2020.01' }],
});

describe('dossiers in the city workbook', () => {
  let fixture: WorkbookFixture;
  let folder: string;
  beforeAll(async () => {
    fixture = await createWorkbookFixture();
    folder = await mkdtemp(join(tmpdir(), 'dossier-sheets-'));
  });
  afterAll(async () => {
    await fixture.database.drop();
    await rm(folder, { recursive: true });
  });

  const stored = async () => (await readDossiers(fixture.database.db, ['C2']))[0]!;
  const codes = (result: { problems: { sheet: string; row: number; column: string; value: string; code: string }[] }) =>
    result.problems.map(({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`);

  it('come in with the city, each list by its rows, and once', async () => {
    const first = await fixture.importer.importRows({ ...city(), ...sheets() });
    expect(first.problems).toEqual([]);
    expect(first.accepted).toMatchObject({ cadres: 3, profiles: 1, relatives: 2, assessments: 2, archiveReviews: 1 });
    expect(first.changed.ranks).toEqual({ inserted: 2, updated: 0 });
    const dossier = await stored();
    expect(dossier).toMatchObject({
      profile: {
        relativesComplete: true,
        grassrootsMonths: 48,
        growthArea: 'Q2',
        lastPromotion: { on: '2020-01-01', exceptional: false },
      },
      particulars: { nativePlace: '某省甲市', birthPlace: null, health: '健康' },
      measures: [{ kind: 'reminder-talk', from: '2021-05-10' }],
      assessments: [{ year: 2025, grade: 'excellent' }, { year: 2024 }],
      rewards: [{ name: '三等功', on: '2022-03', by: '甲区' }],
      archiveReview: { on: '2025-06-30', birth: 'consistent' },
    });
    expect(dossier.relatives.map(({ relation, name, unit }) => [relation, name, unit])).toEqual([
      ['丈夫', '王某', 'Q2-B1'],
      ['父亲', '李某', null],
    ]);
    expect(dossier.educations.map(({ mode, diploma, until }) => [mode, diploma, until])).toEqual([
      ['full-time', '大学', '2008-07'],
      ['in-service', '研究生', null],
    ]);
    const again = await fixture.importer.importRows({ ...city(), ...sheets() });
    expect(DOSSIER_KEYS.map((key) => again.changed[key])).toEqual(
      DOSSIER_KEYS.map(() => ({ inserted: 0, updated: 0 })),
    );
    expect(await stored()).toEqual(dossier);
  });

  it('are enough to judge eligibility by: no rule stays unknown', async () => {
    const clock = new FixedClock('2026-06-30');
    const eligibility = new EligibilityService(
      fixture.database.db,
      clock,
      new CadreQueries(fixture.database.db, clock),
    );
    const caller = { grants: [{ role: 'reviewer', unitPath: '' }] };
    const judge = async (cadre: string) => (await eligibility.judge(caller, cadre, { post: 'P1' })).rules;
    const found = await judge('C2');
    expect(found.filter(({ outcome }) => outcome === 'met').map(({ code }) => code)).toEqual(
      expect.arrayContaining(['E05', 'E06', 'E07', 'E09', 'E12', 'E13', 'E14']),
    );
    expect(found.filter(({ outcome }) => ['unknown', 'notMet'].includes(outcome))).toEqual([]);
    expect((await judge('C1')).filter(({ outcome }) => outcome === 'unknown').length).toBeGreaterThan(3);
  });

  it('an item that is known is updated, a new one added, what is left out or blank stays, and a word empties', async () => {
    const before = await stored();
    const { problems, changed } = await fixture.importer.importRows({
      assessments: [
        { 干部编号: 'C2', 年度: '2024', 等次: '优秀' },
        { 干部编号: 'C2', 年度: '2023', 等次: '称职' },
      ],
      relatives: [
        { 干部编号: 'C2', 称谓: '丈夫', 姓名: '王某', 工作单位及职务: '乙旗某局副局长', 是否单位领导: '是' },
        { 干部编号: 'C2', 称谓: '长子', 姓名: '王小' },
      ],
      measures: [{ 干部编号: 'C2', 类别: '提醒', 生效日期: '2021.05.10', 文号: '清空' }],
    });
    expect(problems).toEqual([]);
    expect([changed.assessments, changed.relatives, changed.measures]).toEqual([
      { inserted: 1, updated: 1 },
      { inserted: 1, updated: 1 },
      { inserted: 0, updated: 1 },
    ]);
    const after = await stored();
    expect(after.assessments.map(({ year, grade }) => [year, grade])).toEqual([
      [2025, 'excellent'],
      [2024, 'excellent'],
      [2023, 'competent'],
    ]);
    expect(after.relatives.map(({ name, unit, leads, birth }) => [name, unit, leads, birth])).toEqual([
      ['王某', 'Q2-B1', true, '1985-02'],
      ['李某', null, null, null],
      ['王小', null, null, null],
    ]);
    expect(after.measures).toMatchObject([{ documentNo: null }]);
    expect(after.trainings).toEqual(before.trainings);
  });

  it('every fault is listed with sheet, row and column, and nothing is stored', async () => {
    const before = await stored();
    const result = await fixture.importer.importRows({
      relatives: [
        { 干部编号: 'C9', 称谓: '父亲', 姓名: '某' },
        { 干部编号: 'C2', 称谓: '母亲', 姓名: '' },
        { 干部编号: 'C2', 称谓: '弟弟', 姓名: '李二', 工作单位编码: 'NOWHERE' },
        { 干部编号: 'C2', 称谓: '弟弟', 姓名: '李二' },
      ],
      measures: [{ 干部编号: 'C2', 类别: '批评', 生效日期: '2021.13.10' }],
      assessments: [{ 干部编号: 'C2', 年度: '25', 等次: '良好' }],
      trainings: [{ 干部编号: 'C2', 班次: '培训班', 开始日期: '2025.05.22', 结束日期: '2025.05.11' }],
      educations: [{ 干部编号: 'C2', 教育类别: '全日制', 学历: '大学', 毕业年月: '2003.07' }],
      profiles: [{ 干部编号: 'C2', 基层工作月数: '-1', 培训达到规定: '可以' }],
    });
    expect(codes(result)).toEqual([
      '资格情况 2 基层工作月数 INTEGER_INVALID',
      '资格情况 2 培训达到规定 LABEL_UNKNOWN',
      '学历 2 毕业年月 END_BEFORE_START',
      '家庭成员 2 干部编号 REFERENCE_UNKNOWN',
      '家庭成员 3 姓名 REQUIRED_MISSING',
      '家庭成员 4 工作单位编码 REFERENCE_UNKNOWN',
      '家庭成员 5 干部编号 ROW_TWICE',
      '处分处理 2 类别 LABEL_UNKNOWN',
      '处分处理 2 生效日期 DAY_INVALID',
      '年度考核 2 年度 INTEGER_INVALID',
      '年度考核 2 等次 LABEL_UNKNOWN',
      '培训 2 结束日期 END_BEFORE_START',
    ]);
    expect(await stored()).toEqual(before);
  });

  it('of people of other units are out of reach', async () => {
    const { rows } = await fixture.database.db.queryDynamic<{ path: string }>(
      `SELECT path::text FROM unit WHERE code = 'Q2'`,
    );
    const scope = [rows[0]!.path];
    const assessments = ['C2', 'C3'].map((cadre) => ({ 干部编号: cadre, 年度: '2022', 等次: '称职' }));
    expect(codes(await fixture.importer.importRows({ assessments }, { scope }))).toEqual([
      '年度考核 2 干部编号 OUT_OF_SCOPE',
    ]);
    expect((await fixture.importer.importRows({ assessments: assessments.slice(1) }, { scope })).problems).toEqual([]);
  });

  it('leave in the workbook where asked for, and come in again without a change', async () => {
    const before = await stored();
    const path = join(folder, 'whole.xlsx');
    await fixture.exporter.exportTo(path, [''], null, true);
    const { problems, changed, accepted } = await fixture.importer.importFile(path);
    expect([problems, accepted.relatives]).toEqual([[], 3]);
    expect(Object.values(changed).filter(({ inserted, updated }) => inserted + updated > 0)).toEqual([]);
    expect(await stored()).toEqual(before);
    const plain = join(folder, 'plain.xlsx');
    await fixture.exporter.exportTo(plain, [''], null);
    expect((await fixture.importer.importFile(plain)).accepted).not.toHaveProperty('relatives');
  });
});
