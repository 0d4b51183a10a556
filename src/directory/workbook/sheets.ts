import {
  AGE_RULES,
  APPOINTMENT_MODES,
  COUNT_RULES,
  POST_RANKS,
  POST_TIERS,
  SEXES,
  TASK_BASES,
  TEAM_LEVELS,
  UNIT_KINDS,
} from '../../../machines/rules/index.js';
import { choiceColumn, column, type WorkbookSheet } from './column.js';
import { DOSSIER_SHEETS } from './dossier-sheets.js';
import { YES_NO } from './text-rules.js';

const unitCode = (header: string, note: string, required = true) => column(header, 16, required, note);
const MONTH_NOTE =
  '文本 YYYY.MM，如 1986.10（不要写成数字，否则 10 月会变成 1 月）。也可写 1986-10、1986/10、198610、1986年10月。';
const DAY_NOTE = '文本 YYYY.MM.DD，如 2026.09.01；只写年月视为当月第一天。';

/** The sheets of the city workbook. The names of sheets and columns are promised to the outside (contract §1). */
export const SHEETS = {
  units: {
    name: '单位',
    columns: [
      unitCode('单位编码', '全市唯一，导入后不变。'),
      column('单位名称', 28, true, '单位全称。'),
      unitCode('上级单位编码', '本工作簿或系统中已有的单位编码；没有上级则留空。', false),
      choiceColumn('单位类别', 22, true, '从下拉列表选择。', UNIT_KINDS),
    ],
  },
  teams: {
    name: '班子',
    columns: [
      column('班子编码', 16, true, '全市唯一，导入后不变。'),
      unitCode('单位编码', '所属单位。'),
      column('班子名称', 32, true, '如 某局领导班子。'),
      choiceColumn('班子层级', 12, true, '从下拉列表选择。', TEAM_LEVELS),
      column('核定正职数', 12, true, '整数。'),
      column('核定副职数', 12, true, '整数。'),
    ],
  },
  posts: {
    name: '职位',
    columns: [
      column('职位编码', 18, true, '全市唯一，导入后不变。'),
      column('班子编码', 16, true, '所属班子。'),
      column('职务名称', 28, true, '如 副局长。'),
      choiceColumn('职务层次', 12, true, '从下拉列表选择。', POST_RANKS),
      choiceColumn('正副', 8, true, '从下拉列表选择。', POST_TIERS),
    ],
  },
  cadres: {
    name: '干部',
    columns: [
      column('干部编号', 14, true, '全市唯一，导入后不变。'),
      column('姓名', 12, true, '姓名中的空格会去掉。'),
      choiceColumn('性别', 8, true, '从下拉列表选择。', SEXES),
      column('民族', 10, false, ''),
      column('出生年月', 12, true, `以干部档案认定为准。${MONTH_NOTE}`),
      column('身份证号', 22, false, '18 位文本。导出时以掩码显示；掩码原样导回表示不变。'),
      column('政治面貌', 14, false, ''),
      column('参加工作时间', 14, false, MONTH_NOTE),
      column('入党时间', 12, false, MONTH_NOTE),
      column('全日制学历', 14, false, ''),
      column('在职学历', 14, false, ''),
      column('职级', 16, false, '职务职级并行的职级，如 四级调研员。'),
      column('任现职级时间', 14, false, MONTH_NOTE),
      column('所在单位编码', 16, false, '人事关系所在单位；没有领导职务的干部据此归口。'),
    ],
  },
  appointments: {
    name: '任职',
    columns: [
      column('干部编号', 14, true, '本工作簿或系统中已有的干部。'),
      column('职位编码', 18, true, '本工作簿或系统中已有的职位。'),
      column('任职时间', 14, true, DAY_NOTE),
      column('免职时间', 14, false, `从这一天起不再任职。${DAY_NOTE}`),
      choiceColumn('占职数', 8, false, '不填为“是”。', YES_NO),
      choiceColumn('任职方式', 10, false, '不填为“任职”。', APPOINTMENT_MODES),
    ],
  },
  tasks: {
    name: '配备任务',
    columns: [
      column('任务编码', 14, true, '全市唯一，导入后不变。'),
      column('任务名称', 36, true, ''),
      choiceColumn('适用类别', 22, true, '单位类别（该类别的所有班子），或一个班子编码。', UNIT_KINDS, { open: true }),
      choiceColumn('计数规则', 14, true, '从下拉列表选择。', COUNT_RULES),
      column('数值', 10, true, '“至少”填人数，如 2；“占比向上取整”填百分比，如 15%。'),
      choiceColumn('基数', 12, false, '占比的基数，不填为“核定职数”。', TASK_BASES),
      choiceColumn('年龄口径', 10, true, 'N岁以下＝不满N+1岁；N岁左右＝不满N+2岁；不满N岁＝不满N岁。', AGE_RULES),
      column('年龄', 8, true, '周岁，如 40。'),
      choiceColumn('正职限定', 10, false, '“是”只计正职，不填为“否”。', YES_NO),
      column('完成时限', 14, false, '文本 YYYY.MM.DD；只写年月视为当月最后一天。'),
      column('嵌套职务名称含', 18, false, '任务内的附加要求：职务名称含此文字的人员应占的比例。'),
      column('嵌套占比', 10, false, '百分比，如 50%，与前一列同时填写。'),
    ],
  },
  ...DOSSIER_SHEETS,
} as const satisfies Record<string, WorkbookSheet>;

export type SheetKey = keyof typeof SHEETS;
export type HeaderOf<K extends SheetKey> = (typeof SHEETS)[K]['columns'][number]['header'];

export const SHEET_KEYS = Object.keys(SHEETS) as SheetKey[];

/** One value for each sheet. */
export const eachSheet = <T>(value: (key: SheetKey) => T): Record<SheetKey, T> =>
  Object.fromEntries(SHEET_KEYS.map((key) => [key, value(key)])) as Record<SheetKey, T>;

/** The sheet of the template that explains the others; never imported. */
export const GUIDE_SHEET = '说明';

/** Where a workbook that was checked lists its faults; left out when it is read again. */
export const FAULTS_SHEET = '错误清单';
