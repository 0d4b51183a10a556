/**
 * Columns of a roster 干部名册 as the districts keep it, in their order.
 *
 * @source handbook §3.3 (a district's roster; the reading of its short codes is ours)
 */
export const ROSTER_COLUMNS = [
  { header: '序号', code: '', width: 5 },
  { header: '姓名', code: 'XM', width: 9 },
  { header: '性别', code: 'XB', width: 5 },
  { header: '民族', code: 'MZ', width: 7 },
  { header: '出生年月', code: 'CSNY', width: 9 },
  { header: '年龄', code: 'NL', width: 5 },
  { header: '参加工作时间', code: 'CJGZSJ', width: 9 },
  { header: '入党时间', code: 'RDSJ', width: 9 },
  { header: '副科时间', code: 'FKSJ', width: 9 },
  { header: '正科时间', code: 'ZKSJ', width: 9 },
  { header: '现职时间', code: 'XZSJ', width: 9 },
  { header: '同一级别时间', code: 'TYJBSJ', width: 9 },
  { header: '同一岗位时间', code: 'TYGWSJ', width: 9 },
  { header: '全日制学历', code: 'QRZJY_XL', width: 9 },
  { header: '全日制专业', code: 'QRZ_ZY', width: 14 },
  { header: '在职最高学历', code: 'ZZZGXL', width: 9 },
  { header: '在职专业', code: 'ZZ_ZY', width: 14 },
  { header: '工作单位', code: 'GZDW', width: 16 },
  { header: '职务', code: 'ZW', width: 14 },
  { header: '个人简历', code: 'GRJL', width: 40 },
  { header: '籍贯', code: 'JG', width: 9 },
  { header: '出生地', code: 'CSD', width: 9 },
  { header: '备注', code: 'BZ', width: 10 },
  { header: '编制', code: 'BIANZHI', width: 8 },
  { header: '单位名称', code: 'NAME', width: 16 },
  { header: '排序', code: 'ORDER_BY', width: 6 },
] as const;
export type RosterHeader = (typeof ROSTER_COLUMNS)[number]['header'];
