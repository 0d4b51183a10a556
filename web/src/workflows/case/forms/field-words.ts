import {
  DISQUALIFICATIONS,
  EXCEPTIONAL_GROUNDS,
  FOUR_CHECKS,
  ITEM_KINDS,
  PRIOR_MATTERS,
} from '../../../../../machines/rules/index.js';

/** What the fields of the steps are called on paper; the server's description serves where none is given here. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
  opinion: '意见',
  result: '结论',
  reason: '理由',
  explanation: '情况说明',
  commitment: '配备承诺',
  attachments: '附件',
  to: '退回到',
  talkDay: '谈话调研推荐日期',
  meetingDay: '会议日期',
  entitled: '应到人数',
  present: '实到人数',
  recommended: '推荐',
  notRecommended: '不推荐',
  other: '其他',
  abstained: '弃权',
  inspectors: '考察人员',
  fromDay: '考察开始',
  toDay: '考察结束',
  conclusion: '考察结论',
  startDay: '公示开始日期',
  founded: '反映问题是否属实',
  documentNo: '文号',
  documentDay: '文件日期',
  decidedDay: '决定日期',
  section: '代表科室',
  missing: '需补正的材料',
  userIds: '请谁签署',
  userId: '撤销谁的签署',
  kind: '方式',
  agree: '是否同意',
  items: '任免事项',
  cadre: '干部编号',
  check: '核查事项',
  clear: '结论是否不影响任用',
  day: '日期',
  evidence: '依据（材料名称或文号）',
  ground: '破格情形',
  matters: '事前报告事项',
  approved: '是否同意',
  because: '拟发原因',
  adds: '拟配人数',
  byDay: '完成时限',
  made: '是否已更正名册',
  despiteSilent: '尚有单位未答复仍固化',
  despiteOpen: '尚有单位未签收仍办结',
  round: '摸底调度编号',
  rows: '申请更正的台账行',
};

const CHOICES: Readonly<Record<string, string>> = {
  ...DISQUALIFICATIONS,
  ...EXCEPTIONAL_GROUNDS,
  ...FOUR_CHECKS,
  ...PRIOR_MATTERS,
  passed: '通过',
  failed: '不通过',
  unknown: '暂不评判',
  agree: '同意',
  disagree: '不同意',
  youngCadre: '青年干部科',
  supervision: '干部监督科',
  countersign: '会签（须全部同意）',
  added: '加签（听取意见）',
  draft: '起草',
  submitted: '呈报 / 报送',
  pending: '待报送',
  preReview: '预审',
  'inSelection.recommendation': '民主推荐',
  'inSelection.inspection': '考察',
  'inSelection.deliberation': '讨论决定',
  silent: '未答复',
  confirmed: '已确认',
  correctionRequested: '申请更正',
  corrected: '已更正',
  correctionDeclined: '未予更正',
  hand: '结合日常掌握情况',
  proposal: '正在酝酿动议',
  elapsed: '上次提醒已满期限',
};

export const choiceLabel = (value: string): string => CHOICES[value] ?? value;

export const choicesFor = (values: readonly string[]): { value: string; label: string }[] =>
  values.map((value) => ({ value, label: choiceLabel(value) }));

/** Fields of a refused filing, as FILING_DEPARTS names them. */
export const DEPARTURE_LABELS: Readonly<Record<string, string>> = {
  cadre: '人选',
  appointTo: '拟任职位',
  removeFrom: '拟免职位',
  kind: '事由',
  mode: '任职方式',
  occupiesHeadcount: '占职数',
  decidedDay: '决定日期',
  item: '整项',
};

export const kindLabel = (kind: string): string =>
  (ITEM_KINDS as Record<string, { label: string }>)[kind]?.label ?? kind;
