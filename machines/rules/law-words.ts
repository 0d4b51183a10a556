import { MEASURE_KINDS } from './eligibility/index.js';
import type { EligibilityParameters } from './eligibility/index.js';
import { POST_RANKS, UNIT_KINDS } from './vocabulary.js';

/** What a lawyer calls each number of the eligibility rules. */
export const PARAMETER_WORDS: Readonly<Record<keyof EligibilityParameters, string>> = {
  workMonths: '工龄',
  grassrootsMonths: '基层工作经历',
  lowerPosts: '下一级职位任职经历',
  deputyMonths: '副职任职',
  lowerPrincipalMonths: '下级正职任职',
  education: '文化程度',
  trainingMakeUpMonths: '培训补足期限',
  partyStandingMonths: '党龄',
  sectionPrincipalMonths: '任乡科级正职所需任职（职级）年限',
  sectionDeputyMonths: '任乡科级副职所需职级年限',
  afterPromotionMonths: '提任后不得破格的期限',
  waivedByExceptional: '可以突破的条件',
  effectMonths: '影响期',
  noHigherPostMonths: '不得担任高于原职务的期限',
  ageLimitYears: '任职年龄上限',
};

/** Keys and choices of the policy in Chinese; whatever is not here stands as it is. */
const WORDS: Readonly<Record<string, string>> = {
  ...POST_RANKS,
  ...UNIT_KINDS,
  ...MEASURE_KINDS,
  ...PARAMETER_WORDS,
  below: '以下',
  around: '左右',
  strict: '不满',
  severity: '轻重',
  label: '名称',
  worstBelow: '最重，低于',
  middleBelow: '中等，低于',
  worstFromQuarters: '最重，自第几个季度起',
  worstFrom: '最重，自几个起',
  middleFrom: '中等，自几个起',
  completionRatio: '完成比例',
  persistence: '持续未达到',
  indicatorCount: '未完成指标个数',
  clear: '通过',
  flag: '提示',
  block: '不予通过',
  met: '调整后达到',
  improved: '差额减少',
  unchanged: '差额不变',
  unchangedFillingVacancy: '差额不变（补空缺）',
  worsened: '差额增加',
  presentShare: '到会比例不少于',
  passShareOfEntitled: '同意票超过应到会成员的',
  office: '受理单位',
  telephone: '电话',
  address: '地址',
  postcode: '邮政编码',
  from: '自（时）',
  until: '至（时）',
  default: '未单列的期限',
  reminder: '提醒',
  escalation: '报告上级',
  overdue: '逾期提醒',
  roles: '角色',
  workingDays: '第几个工作日',
  kind: '种类',
  keepsSeverity: '按预警时较重的等级查表',
  afterReminders: '签收提醒达到（次）',
  atLeast: '结论不轻于',
  base: '一般',
  byUnitKind: '某类单位另行规定',
  college: '大专',
  bachelor: '大学本科',
  either: '两者之一',
  clerk: '经办人',
  leader: '单位负责人',
  reviewer: '科室审核人',
  chief: '科长',
  deputy: '分管部长',
  head: '部长',
  section: '干部监督科',
  establishment: '编办',
};

/** A digit alone is a severity of the gate's table. */
const word = (key: string): string => (/^\d$/u.test(key) ? `轻重${key}` : (WORDS[key] ?? key));

/** Units that the name of a number ends with, the longest first. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/workingDays$/iu, '个工作日'],
  [/(calendarDays|Days|withinDays)$/u, '日'],
  [/(Months|LookBack)$/u, '个月'],
  [/years(Added)?$/iu, '岁'],
  [/Quarters$/u, '个季度'],
  [/lowerPosts$/u, '个'],
  [/Count$/u, '人'],
  [/Length$/u, '字'],
];
/** The name says months and means quarters. */
const SPECIAL: Readonly<Record<string, string>> = { unmetQuartersLookBack: '个季度末', indicatorCount: '个' };

function unitOf(path: string): string {
  const [last = ''] = path.split('.').toReversed();
  return SPECIAL[last] ?? UNITS.find(([name]) => name.test(last))?.[1] ?? '';
}

interface Share {
  num: number;
  den: number;
}
const isShare = (value: object): value is Share => 'num' in value && 'den' in value;

/**
 * A value of the policy as a lawyer reads it: numbers with their unit, shares as fractions, choices by their name.
 *
 * @param path of the setting; its last part says what is counted
 * @source handbook §2.4
 */
export function lawWords(path: string, value: unknown): string {
  if (value === null) return '未设';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return `${value}${unitOf(path)}`;
  if (typeof value === 'string') return value === '' ? '（空）' : word(value);
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map((each) => lawWords(path, each)).join('、');
  return typeof value === 'object' ? ofObject(path, value) : '';
}

/** A rung of the reminders: -3 is three working days before the last day. */
function dayOfRung(days: number): string {
  if (days === 0) return '到期当日';
  return days < 0 ? `到期前${-days}个工作日` : `逾期第${days}个工作日`;
}

interface Rung {
  workingDays: number;
  kind: string;
  roles: readonly string[];
}
const isRung = (value: object): value is Rung => 'workingDays' in value && 'kind' in value && 'roles' in value;

function ofObject(path: string, value: object): string {
  if (isRung(value)) {
    const whom = value.roles.length === 0 ? '' : `（${value.roles.map(word).join('、')}）`;
    return `${dayOfRung(value.workingDays)}${word(value.kind)}${whom}`;
  }
  if (isShare(value)) return value.den === 1 ? String(value.num) : `${value.num}/${value.den}`;
  const parts = Object.entries(value).map(([key, each]) => {
    const inner = lawWords(unitOf(key) === '' ? path : key, each);
    return `${word(key)}${typeof each === 'object' && each !== null && !isShare(each) ? `（${inner}）` : `：${inner}`}`;
  });
  return parts.length === 0 ? '无' : parts.join('；');
}
