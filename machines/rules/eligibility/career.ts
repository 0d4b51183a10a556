import type { Day, Month, PostRank, PostTier } from '../vocabulary.js';

/** Civil ranks (职级) that the rules speak of, lowest first. A rank is no leading post (handbook §1.10). */
export const CIVIL_RANKS = [
  '二级科员',
  '一级科员',
  '四级主任科员',
  '三级主任科员',
  '二级主任科员',
  '一级主任科员',
  '四级调研员',
  '三级调研员',
  '二级调研员',
  '一级调研员',
] as const;
export type CivilRank = (typeof CIVIL_RANKS)[number];

/** Highest education, lowest first. @source handbook §1.3 E05 */
export const EDUCATION_LEVELS = ['below-college', 'college', 'bachelor', 'postgraduate'] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

/** A leading post once or now held. The day of the party committee's decision is the first day (handbook §1.1). */
export interface HeldPost {
  post: string;
  rank: PostRank;
  from: Day;
  /** First day on which the post is no longer held; null while it is. */
  to: Day | null;
  probation: boolean;
}

/** A civil rank held. Archives know the month; the rank counts from its first day. */
export interface HeldRank {
  rank: string;
  since: Month;
  /** First month without it; null while it is held. */
  until: Month | null;
}

/** Sanctions and measures with an effect period (影响期). @source handbook §1.9 */
export const MEASURE_KINDS = {
  'reminder-talk': '提醒',
  'letter-of-inquiry': '函询',
  admonition: '诫勉',
  'post-adjustment': '调整职务',
  'ordered-resignation': '责令辞职',
  dismissal: '免职',
  demotion: '降职',
  suspension: '停职检查',
  'admin-warning': '政务警告',
  'admin-demerit': '记过',
  'admin-serious-demerit': '记大过',
  'admin-downgrade': '降级',
  'admin-removal': '撤职',
  'party-warning': '党内警告',
  'party-serious-warning': '党内严重警告',
  'party-post-removal': '撤销党内职务',
  'party-probation': '留党察看',
} as const;
export type MeasureKind = keyof typeof MEASURE_KINDS;

export interface Measure {
  kind: MeasureKind;
  from: Day;
}

export const ANNUAL_GRADES = {
  excellent: '优秀',
  competent: '称职',
  'basically-competent': '基本称职',
  incompetent: '不称职',
  'no-grade': '不定等次',
} as const;
export type AnnualGrade = keyof typeof ANNUAL_GRADES;

/** A relative within the degrees that call for avoidance. @source handbook §1.8 */
export interface Relative {
  /** 称谓, e.g. 妻子. */
  relation: string;
  /** Code of the unit where the relative works; null when the register does not know that unit. */
  unit: string | null;
  /** Code of the unit directly above that one. */
  above?: string | null;
  /** The relative is one of that unit's leaders; null: not said. */
  leads: boolean | null;
  /** 工作单位及职务 as the form has it; it may name a unit that nobody has matched to the register. */
  workplace?: string | null;
  /** False for those who serve nowhere: retired, deceased, at school. Absent: presumed to. */
  serves?: boolean;
}

/**
 * What is known about a cadre. Everywhere null means "not known", which never counts as met; an empty list means
 * "known, and there is none".
 */
export interface Career {
  workStart: Month | null;
  grassrootsMonths: number | null;
  partyJoin: Month | null;
  education: EducationLevel | null;
  posts: readonly HeldPost[] | null;
  ranks: readonly HeldRank[] | null;
  /** Whether `ranks` goes back to the first one; a register that keeps only the present rank does not. */
  ranksComplete: boolean;
  trainingMet: boolean | null;
  healthFit: boolean | null;
  birth: Month;
  /** Grade of last year's annual assessment, and which year that was. */
  assessment: { year: number; grade: AnnualGrade } | null;
  measures: readonly Measure[] | null;
  /** Whether `measures` holds all there are; one that runs bars either way. */
  measuresComplete: boolean;
  relatives: readonly Relative[] | null;
  lastPromotion: { on: Day; exceptional: boolean } | null;
  /** 成长地: code of the 旗县区 where the cadre grew up. */
  growthArea: string | null;
  /** 籍贯 and 出生地 as the form writes them: no 成长地, and a reason to look. Absent: nothing is written. */
  places?: readonly string[];
}

/** The post somebody is proposed for. */
export interface TargetPost {
  code: string;
  name: string;
  rank: PostRank;
  tier: PostTier;
  /** Unit of the post, and those above whose leaders are its direct superiors. */
  unit: string;
  superiorUnits: readonly string[];
  /** What the unit is called, for family rows that name it in words alone; null: not known. */
  unitName?: string | null;
  /** A post within the party for which the constitution asks years of standing; null: not known. */
  partyPost: boolean | null;
  /** Whether the proposing unit may decide this post (干部管理权限); null: the matrix does not say. */
  mayDecide: boolean | null;
  /** The 旗县区 in which the post is bound to 地域回避; null where the post is not. */
  localityArea: string | null;
  /** What that 旗县区 is called, for a form that names it in words alone. */
  localityAreaName?: string | null;
}

const PARTY_POST = /书记|党委委员|纪委委员|常委/u;
/** The Youth League has secretaries of its own, and the party group's are appointed. */
const NO_PARTY_POST = /党组书记|党组副书记|共青团|团(?:[市县旗区乡镇]?委|工委|总支|支部)/u;

/**
 * Whether a post is one within the party, read off its name: secretaries and committee members are, members of a leading
 * party group (党组) are appointed and not elected by a committee; the Youth League is not the party.
 *
 * @param name the post's name
 * @source handbook §1.3 E08
 */
export function isPartyPost(name: string): boolean {
  return PARTY_POST.test(name) && !NO_PARTY_POST.test(name);
}

/**
 * The highest education named in the archive's words.
 *
 * @param texts full-time and in-service education as written; null or blank where nothing is written
 * @returns null when nothing that is known is named: never a guess
 * @source handbook §1.3 E05
 */
export function educationOf(texts: readonly (string | null)[]): EducationLevel | null {
  const levels = texts.flatMap((text) => {
    if (!text?.trim()) return [];
    if (/研究生|博士|硕士/u.test(text)) return ['postgraduate' as const];
    if (/本科|大学(?!专科)|学士/u.test(text)) return ['bachelor' as const];
    if (/大专|专科/u.test(text)) return ['college' as const];
    if (/中专|高中|初中|中技|职高/u.test(text)) return ['below-college' as const];
    return [];
  });
  if (levels.length === 0) return null;
  return levels.toSorted((a, b) => EDUCATION_LEVELS.indexOf(b) - EDUCATION_LEVELS.indexOf(a))[0] ?? null;
}
