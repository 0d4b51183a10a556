import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { FixedClock } from '../../platform/index.js';
import type { DossierKey } from './dossier-sheets.js';
import type { WorkbookRows } from './row-source.js';
import { WorkbookExporter } from './workbook-exporter.js';
import { WorkbookImporter } from './workbook-importer.js';

export interface WorkbookFixture {
  database: TestDatabase;
  importer: WorkbookImporter;
  exporter: WorkbookExporter;
  cipher: FieldCipher;
  /** Every row of the directory, for comparing before and after. */
  contents: () => Promise<unknown>;
  clear: () => Promise<void>;
}

const TABLES = ['appointment', 'staffing_task', 'cadre', 'post', 'team', 'unit'];

export async function createWorkbookFixture(): Promise<WorkbookFixture> {
  const database = await createTestDatabase();
  const cipher = new FieldCipher(Buffer.alloc(32, 1));
  return {
    database,
    cipher,
    importer: new WorkbookImporter(database.db, new FixedClock('2026-06-30'), cipher),
    exporter: new WorkbookExporter(database.db),
    contents: async () => {
      const tables = TABLES.map((table) => `'${table}', (SELECT json_agg(t ORDER BY t.id) FROM ${table} t)`);
      const { rows } = await database.db.queryDynamic<object>(`SELECT json_build_object(${tables.join(', ')}) AS all`);
      return rows[0];
    },
    clear: async () => {
      // Seats that end leave word of their team.
      const [seats, ...others] = TABLES;
      for (const table of [seats, 'team_change', ...others]) await database.db.queryDynamic(`DELETE FROM ${table}`);
    },
  };
}

type CitySheet = Exclude<keyof WorkbookRows, DossierKey>;

/** A small city in which every rule has something to do: two areas, one team each, five cadres. */
export function smallCity(): Record<CitySheet, Record<string, string>[]> {
  return {
    units: [
      // A unit may stand above the one it belongs to.
      { 单位编码: 'Q1-B1', 单位名称: '甲区某局', 上级单位编码: 'Q1', 单位类别: '旗县区党政工作部门' },
      { 单位编码: 'Q1', 单位名称: '甲区', 单位类别: '旗县区' },
      { 单位编码: 'Q2', 单位名称: '乙旗', 单位类别: '旗县区' },
      { 单位编码: 'Q2-B1', 单位名称: '乙旗某局', 上级单位编码: 'Q2', 单位类别: '旗县区党政工作部门' },
    ],
    teams: [
      {
        班子编码: 'T1',
        单位编码: 'Q1-B1',
        班子名称: '甲区某局班子',
        班子层级: '乡科级',
        核定正职数: '1',
        核定副职数: '3',
      },
      {
        班子编码: 'T2',
        单位编码: 'Q2-B1',
        班子名称: '乙旗某局班子',
        班子层级: '乡科级',
        核定正职数: '1',
        核定副职数: '2',
      },
    ],
    posts: [
      { 职位编码: 'P1', 班子编码: 'T1', 职务名称: '局长', 职务层次: '正科', 正副: '正职' },
      { 职位编码: 'P2', 班子编码: 'T1', 职务名称: '副局长', 职务层次: '副科', 正副: '副职' },
      { 职位编码: 'P3', 班子编码: 'T2', 职务名称: '局长', 职务层次: '正科', 正副: '正职' },
    ],
    cadres: [
      {
        干部编号: 'C1',
        姓名: '王 明',
        性别: '男',
        民族: '汉族',
        出生年月: '1986.09',
        身份证号: '150402198609300016',
        所在单位编码: 'Q1-B1',
      },
      {
        干部编号: 'C2',
        姓名: '李红',
        性别: '女',
        出生年月: '1986年9月',
        身份证号: '150402198609300024',
        所在单位编码: 'Q1-B1',
      },
      {
        干部编号: 'C3',
        姓名: '其其格',
        性别: '女',
        民族: '蒙古族',
        出生年月: '1990/03',
        入党时间: '2012.07',
        所在单位编码: 'Q2-B1',
      },
    ],
    appointments: [
      { 干部编号: 'C1', 职位编码: 'P1', 任职时间: '2024.05.10', 占职数: '是', 任职方式: '任职' },
      { 干部编号: 'C2', 职位编码: 'P2', 任职时间: '2020.01', 免职时间: '2023.01.01', 占职数: '否', 任职方式: '挂职' },
      { 干部编号: 'C3', 职位编码: 'P3', 任职时间: '2025.09.01', 任职方式: '试用期' },
    ],
    tasks: [
      {
        任务编码: 'K1',
        任务名称: '占比',
        适用类别: '旗县区党政工作部门',
        计数规则: '占比向上取整',
        数值: '15%',
        年龄口径: '以下',
        年龄: '40',
      },
      {
        任务编码: 'K2',
        任务名称: '人数',
        适用类别: 'T1',
        计数规则: '至少',
        数值: '2',
        基数: '实配人数',
        年龄口径: '左右',
        年龄: '35',
        正职限定: '是',
        完成时限: '2027.12',
        嵌套职务名称含: '局长',
        嵌套占比: '1/3',
      },
    ],
  };
}
