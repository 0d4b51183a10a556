import type { ColumnSpec, SheetSpec } from '../../platform/xlsx/index.js';
import type { WorkbookColumn } from './column.js';
import { GUIDE_SHEET, SHEET_KEYS, type SheetKey, SHEETS } from './sheets.js';

const GUIDE: readonly (readonly [string, string])[] = [
  ['工作表', '单位、班子、职位、干部、任职、配备任务。可以只用其中几张，顺序不限，表头在第一行，列的顺序不限。'],
  [
    '干部情况',
    '资格情况、干部概况、学历、家庭成员、奖励、处分处理、年度考核、职级经历、培训、档案审核：可选，一行一项，以干部编号对应；同一项再次导入为更新，不会删除。任职资格据此判断，没有填的一律视为不详。',
  ],
  ['必填', '红色表头的列必填。不认识的工作表和列不导入，并在结果中提示。'],
  ['编码', '均为文本，全市唯一。已有编码的行更新原记录，没有的新增；工作簿里没有的记录不会被删除。'],
  ['留空', '选填的格留空表示不改动；要清除系统中已有的内容，请填“清空”。'],
  [
    '年月',
    '文本 YYYY.MM，也可写 YYYY-MM、YYYY/MM、YYYYMM、YYYY年M月，或真正的日期单元格。数字 1986.1 可能是1月也可能是10月，不予接受。',
  ],
  ['日期', '文本 YYYY.MM.DD；任职时间、免职时间只写年月视为当月第一天，完成时限只写年月视为当月最后一天。'],
  ['身份证号', '18位文本。导出的工作簿只显示掩码；掩码原样导回表示不变。'],
  ['导入', '全部正确才会入库；任何一处有误，则列出所有错误的位置与原因，整份不入库。可以先“试导入”，只检查不入库。'],
];

type SheetRows = SheetSpec['rows'];

/** The sheets of a workbook with drop-downs and notes; without rows it is the template. */
export function workbookSheets(
  rows: Partial<Record<SheetKey, SheetRows>> = {},
  keys: readonly SheetKey[] = SHEET_KEYS,
): SheetSpec[] {
  const guide: SheetSpec = {
    name: GUIDE_SHEET,
    columns: [
      { header: '项目', width: 12 },
      { header: '说明', width: 100, wrap: true },
    ],
    rows: GUIDE,
  };
  const sheets = keys.map((key) => ({
    name: SHEETS[key].name,
    columns: SHEETS[key].columns.map(columnSpec),
    rows: rows[key] ?? [],
  }));
  return [...sheets, guide];
}

function columnSpec({ header, width, required, note, choices }: WorkbookColumn): ColumnSpec {
  return {
    header,
    width,
    required,
    note: [required ? '必填。' : '选填。', note].join(''),
    choices: choices && { values: choices.values, only: !choices.open },
  };
}
