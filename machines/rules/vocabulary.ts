/**
 * The closed word lists of the field: one identifier per term, with the label the city workbook and the screens use.
 * Identifiers travel in the database and over HTTP; labels only meet people.
 *
 * @source contract §1 (workbook columns), handbook §6 (glossary)
 */

/** A calendar day, `YYYY-MM-DD`, in Asia/Shanghai. */
export type Day = string;
/** A calendar month, `YYYY-MM`. Archives know birth months, never invent a day. */
export type Month = string;

export const UNIT_KINDS = {
  'organization-department': '组织部',
  'city-party-gov-department': '市直党政工作部门',
  'city-other': '市直其他单位',
  'county-level-area': '旗县区',
  'county-party-gov-department': '旗县区党政工作部门',
  'county-other': '旗县区其他单位',
  township: '苏木乡镇街道',
} as const;
export type UnitKind = keyof typeof UNIT_KINDS;

export const TEAM_LEVELS = { 'county-division': '县处级', 'township-section': '乡科级' } as const;
export type TeamLevel = keyof typeof TEAM_LEVELS;

export const POST_RANKS = {
  'chu-principal': '正处',
  'chu-deputy': '副处',
  'ke-principal': '正科',
  'ke-deputy': '副科',
} as const;
export type PostRank = keyof typeof POST_RANKS;

/** Leading posts from the lowest level up. @source handbook §1.10 */
export const LADDER: readonly PostRank[] = ['ke-deputy', 'ke-principal', 'chu-deputy', 'chu-principal'];

export const POST_TIERS = { principal: '正职', deputy: '副职' } as const;
export type PostTier = keyof typeof POST_TIERS;

export const APPOINTMENT_MODES = {
  regular: '任职',
  probation: '试用期',
  secondment: '挂职',
  concurrent: '兼任',
} as const;
export type AppointmentMode = keyof typeof APPOINTMENT_MODES;

export const COUNT_RULES = { 'at-least': '至少', 'ratio-ceil': '占比向上取整' } as const;
export type CountRule = keyof typeof COUNT_RULES;

export const TASK_BASES = { 'approved-headcount': '核定职数', incumbents: '实配人数' } as const;
export type TaskBase = keyof typeof TASK_BASES;

export const AGE_RULES = { below: '以下', around: '左右', strict: '不满' } as const;
export type AgeRule = keyof typeof AGE_RULES;

export const SEXES = { male: '男', female: '女' } as const;
export type Sex = keyof typeof SEXES;

/** What an item of a proposal does to one cadre. `exempt` kinds can be flagged, never blocked (handbook §2.5). */
export const ITEM_KINDS = {
  appoint: { label: '任职', exempt: false },
  transfer: { label: '转任', exempt: false },
  promote: { label: '提拔', exempt: false },
  remove: { label: '免职', exempt: false },
  retire: { label: '到龄免职/退休', exempt: true },
  resign: { label: '辞职', exempt: true },
  death: { label: '死亡', exempt: true },
  sanction: { label: '处分/组织处理免职', exempt: true },
  'superior-decision': { label: '上级管理职务决定', exempt: true },
  'body-abolished': { label: '机构撤并', exempt: true },
  'term-renewal': { label: '换届选举结果', exempt: true },
  'congress-appointment': { label: '人大选举任免', exempt: true },
  'military-placement': { label: '军转安置', exempt: true },
} as const;
export type ItemKind = keyof typeof ITEM_KINDS;

/** Warning levels. The letter is a label only: order by `severity` of the policy, never by letter (handbook §0). */
export type WarningLevel = 'A' | 'B' | 'C';
export type Verdict = 'clear' | 'flag' | 'block';
